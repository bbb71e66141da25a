import DesignModel
import DesignSyntax

/// Which ways to keep passwords are good enough, and with which parameters.
///
/// Figures: OWASP Password Storage Cheat Sheet, and OWASP ASVS 5.0 (2025-05), appendix C.
enum PasswordHashing {
  /// When the figures were taken over.
  static let asOf = "2025-05"
  static let source = Rule.Source("OWASP Password Storage Cheat Sheet", asOf)
  static let standard = Rule.Source("OWASP ASVS 5.0.0, 11.4.1, 11.4.2 and appendix C", "2025-05")

  /// A password hash that is slow on purpose.
  struct Algorithm: Sendable {
    let name: String
    /// Other spellings.
    let aliases: [String]
    let parameters: [Parameter]
    /// Each enough by itself: a choice passes when every value is at least that of one row.
    let rows: [[Int]]
    /// Why another algorithm is to be preferred; empty for the first choice.
    let reservation: String

    /// A row as it would be written: `argon2id(memory: 19MiB, iterations: 2, parallelism: 1)`.
    func written(_ row: [Int]) -> String {
      let list = zip(parameters, row).map { parameter, value in
        // Sizes are stated in the largest unit that is exact.
        parameter.unit == "KiB" && value.isMultiple(of: 1024)
          ? "\(parameter.name): \(value / 1024)MiB" : "\(parameter.name): \(value)\(parameter.unit)"
      }
      return "\(name)(\(list.joined(separator: ", ")))"
    }

    /// The row that is recommended first.
    var recommended: String { written(rows[preferred]) }

    let preferred: Int

    /// NIST SP 800-132 (2010-12) approves PBKDF2 with an approved hash, and nothing else.
    var isFIPSApproved: Bool { name.hasPrefix("pbkdf2-sha") }

    /// The rows that are enough for these standards: ASVS has no row with less memory than these.
    func rows(for profiles: Set<Profile>) -> [[Int]] {
      guard profiles.includesASVS, let least = Self.leastMemory[name] else { return rows }
      return rows.filter { $0[0] >= least }
    }

    /// ASVS 5.0.0, appendix C: KiB for argon2id, N for scrypt.
    private static let leastMemory = ["argon2id": 12_288, "scrypt": 32_768]
  }

  /// What NIST has approved, after FIPS 140-3 (2019-03).
  static let approval = "NIST SP 800-132 (2010-12) approves PBKDF2 alone, and FIPS 140-3 nothing else"

  /// What to recommend first.
  static func recommended(for profiles: Set<Profile>) -> String {
    let best = profiles.contains(.fips) ? algorithms.first(where: \.isFIPSApproved) : nil
    return (best ?? algorithms[0]).recommended
  }

  struct Parameter: Sendable {
    let name: String
    let aliases: [String]
    let unit: String
    /// What is meant when it is not written, by the algorithm's own definition; nil when it must be.
    let usual: Int?

    init(_ name: String, _ aliases: [String] = [], unit: String = "", usual: Int? = nil) {
      self.name = name
      self.aliases = aliases
      self.unit = unit
      self.usual = usual
    }
  }

  private static let argon2 = [
    Parameter("memory", ["m", "memory-cost", "memory_cost"], unit: "KiB"),
    Parameter("iterations", ["t", "time", "time-cost", "time_cost", "passes"]),
    Parameter("parallelism", ["p", "lanes", "threads"], usual: 1),
  ]

  static let algorithms: [Algorithm] = [
    Algorithm(
      name: "argon2id", aliases: ["argon2"], parameters: argon2,
      rows: [[47_104, 1, 1], [19_456, 2, 1], [12_288, 3, 1], [9_216, 4, 1], [7_168, 5, 1]], reservation: "",
      preferred: 1),
    Algorithm(
      name: "scrypt", aliases: [],
      parameters: [
        Parameter("n", ["N", "cost", "ln"]), Parameter("r", ["block-size"], usual: 8),
        Parameter("p", ["parallelism", "parallelization"], usual: 1),
      ],
      rows: [[131_072, 8, 1], [65_536, 8, 2], [32_768, 8, 3], [16_384, 8, 5], [8_192, 8, 10]],
      reservation: "", preferred: 0),
    Algorithm(
      name: "bcrypt", aliases: [],
      parameters: [Parameter("cost", ["rounds", "work-factor", "work", "iterations"])],
      rows: [[10]], reservation: "bcrypt is for legacy systems", preferred: 0),
    Algorithm(
      name: "pbkdf2-sha256", aliases: ["pbkdf2-hmac-sha256", "pbkdf2", "pbkdf2-sha-256"],
      parameters: [Parameter("iterations", ["rounds", "cost", "i"])], rows: [[600_000]], reservation: "",
      preferred: 0),
    Algorithm(
      name: "pbkdf2-sha512", aliases: ["pbkdf2-hmac-sha512", "pbkdf2-sha-512"],
      parameters: [Parameter("iterations", ["rounds", "cost", "i"])], rows: [[210_000]], reservation: "",
      preferred: 0),
    Algorithm(
      name: "pbkdf2-sha1", aliases: ["pbkdf2-hmac-sha1", "pbkdf2-sha-1"],
      parameters: [Parameter("iterations", ["rounds", "cost", "i"])], rows: [[1_300_000]],
      reservation: "SHA-1 is for legacy systems", preferred: 0),
  ]

  static func algorithm(_ written: String) -> Algorithm? {
    let name = written.lowercased()
    return algorithms.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// Variants of Argon2 that the figures do not hold for.
  static let otherArgon2: Set<String> = ["argon2i", "argon2d"]

  /// What is no password hash at all, by the beginning of its name, with what it is.
  private static let unfit: [(prefix: String, what: String)] = [
    ("none", "no hash at all"), ("plain", "no hash at all"), ("clear", "no hash at all"),
    ("base64", "an encoding, which anyone can undo"), ("hex", "an encoding, which anyone can undo"),
    ("rot13", "an encoding, which anyone can undo"),
    ("aes", "encryption, which whoever has the key can undo"),
    ("des-crypt", "limited to 8 characters, and fast"),
    ("des", "encryption, which whoever has the key can undo"),
    ("triple-des", "encryption, which whoever has the key can undo"),
    ("rsa", "encryption, which whoever has the key can undo"),
    ("rc4", "encryption, which whoever has the key can undo"),
    ("chacha20", "encryption, which whoever has the key can undo"),
    ("blowfish", "encryption, which whoever has the key can undo"), ("md4", "a fast hash"),
    ("md5", "a fast hash"),
    ("sha", "a fast hash"), ("blake", "a fast hash"), ("crc", "a checksum"), ("ntlm", "a fast hash"),
    ("lm", "a fast hash"), ("ripemd", "a fast hash"), ("whirlpool", "a fast hash"), ("hmac", "a fast hash"),
    ("mysql", "a fast hash"), ("xxhash", "a checksum"), ("murmur", "a checksum"), ("tiger", "a fast hash"),
  ]

  /// Why an algorithm keeps no password safe; nil when it may.
  static func unfitness(_ written: String) -> String? {
    let name = written.lowercased()
    return unfit.first { name.hasPrefix($0.prefix) }?.what
  }

  /// The parameters as numbers in the table's units; nil for those that are neither written nor usual.
  static func values(_ arguments: [Argument], of algorithm: Algorithm) -> [Int?] {
    algorithm.parameters.enumerated().map { place, parameter in
      let argument = arguments.first { argument in
        argument.name.map { $0 == parameter.name || parameter.aliases.contains($0) } ?? false
      }
      let positional =
        arguments.allSatisfy { $0.name == nil } && place < arguments.count ? arguments[place] : nil
      guard let argument = argument ?? positional else { return parameter.usual }
      return number(argument)
    }
  }

  private static func number(_ argument: Argument) -> Int? {
    switch argument.quantity {
    case .size(let bytes): Int(bytes / 1024)
    case .count(let count): count
    case .number(let number): Int(number)
    default: Int(argument.value)
    }
  }
}
