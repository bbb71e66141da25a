import DesignModel
import DesignSource

/// Which ciphers, hashes and key lengths are good enough.
///
/// Figures: OWASP ASVS 5.0 (2025-05) appendix C, after NIST SP 800-57 Part 1 Rev. 5 (2020-05) and SP 800-131A Rev. 2
/// (2019-03).
enum Cryptography {
  static let asOf = "2025-05"
  static let standard = Rule.Source("OWASP ASVS 5.0.0, 11.2.3, 11.3 and appendix C", asOf)
  static let keyLengths = Rule.Source("NIST SP 800-57 Part 1 Rev. 5, table 2", "2020-05")
  static let transitions = Rule.Source("NIST SP 800-131A Rev. 2", "2019-03")

  /// What is wrong with something, and how grave that is.
  struct Verdict {
    let severity: Diagnostic.Severity
    let reason: String
  }

  private static let ciphers: [(prefix: String, reason: String)] = [
    ("triple-des", "disallowed: its blocks of 64 bits repeat"),
    ("des", "disallowed: its keys of 56 bits are tried out in a day"),
    ("rc4", "disallowed: its output is biased"), ("rc2", "disallowed"),
    ("idea", "disallowed: its blocks of 64 bits repeat"),
    ("blowfish", "disallowed: its blocks of 64 bits repeat"),
  ]

  private static let modes: [(suffix: String, severity: Diagnostic.Severity, reason: String)] = [
    ("-ecb", .error, "a mode that shows which blocks are equal"),
    ("-cfb", .error, "a mode that is disallowed"),
    ("-ofb", .error, "a mode that is disallowed"), ("-ccm-8", .error, "a mode whose tag is too short"),
    ("-cbc", .warning, "a mode that does not notice changes, unless a MAC is added"),
    ("-ctr", .warning, "a mode that does not notice changes, unless a MAC is added"),
  ]

  /// The verdict on a cipher; nil when nothing speaks against it.
  static func cipher(_ written: String) -> Verdict? {
    let name = written.lowercased()
    if let cipher = ciphers.first(where: { name.hasPrefix($0.prefix) }) {
      return Verdict(severity: .error, reason: cipher.reason)
    }
    if let mode = modes.first(where: { name.hasSuffix($0.suffix) }) {
      return Verdict(severity: mode.severity, reason: mode.reason)
    }
    return name.hasPrefix("aes-128")
      ? Verdict(severity: .info, reason: "a key length for what is there already, not for new systems") : nil
  }

  /// The verdict on a cipher of a design that is held to these standards; nil when nothing speaks against it.
  static func cipher(_ written: String, for profiles: Set<Profile>) -> Verdict? {
    let verdict = cipher(written)
    guard profiles.contains(.fips), verdict?.severity != .error else { return verdict }
    let name = written.lowercased()
    if !name.hasPrefix("aes") {
      return Verdict(severity: .error, reason: "which FIPS 140-3 does not approve: of ciphers only AES is")
    }
    // Keys of 128 bits are approved (SP 800-131A Rev. 2, table 1).
    return verdict?.severity == .info ? nil : verdict
  }

  /// Beginnings of the names of hashes that are approved: FIPS 180-4 (2015-08), FIPS 202 (2015-08).
  private static let approvedHashes = ["sha2", "sha3", "sha5", "sha-2", "sha-3", "sha-5", "shake"]

  /// The verdict on a hash of a design that is held to these standards.
  static func hash(_ written: String, for profiles: Set<Profile>) -> Verdict? {
    let verdict = hash(written)
    guard profiles.contains(.fips), verdict == nil else { return verdict }
    let name = written.lowercased().replacing("hmac-", with: "")
    let isSlow = PasswordHashing.algorithm(name) != nil
    guard !isSlow, !approvedHashes.contains(where: name.hasPrefix) else { return nil }
    return Verdict(severity: .error, reason: "is not approved by FIPS 140-3, which has SHA-2 and SHA-3")
  }

  /// The verdict on a hash that protects something.
  static func hash(_ written: String) -> Verdict? {
    let name = written.lowercased().replacing("hmac-", with: "")
    if ["md4", "md5", "crc", "adler"].contains(where: name.hasPrefix) {
      return Verdict(severity: .error, reason: "can be forged")
    }
    if ["sha1", "sha-1"].contains(name) {
      return Verdict(severity: .warning, reason: "disallowed for new use, and everywhere after 2030")
    }
    if ["sha224", "sha-224", "sha512-224", "sha-512/224", "sha3-224"].contains(name) {
      return Verdict(severity: .warning, reason: "gives less than 128 bits of security")
    }
    return nil
  }

  /// The verdict on a key that is named with its length: `rsa-1024`, `ecdsa-p192`.
  static func key(_ written: String) -> Verdict? {
    let name = written.lowercased()
    let digits = name.drop { !$0.isNumber }.prefix { $0.isNumber }
    guard let bits = Int(digits) else { return nil }
    let finite = ["rsa-", "dsa-", "dh-", "rsa"].contains(where: name.hasPrefix) && bits >= 512
    let elliptic = ["ec-", "ecdsa-", "ecdh-", "p-", "secp"].contains(where: name.hasPrefix)
    guard finite || elliptic else { return nil }
    let (least, good) = finite ? (2048, 3072) : (224, 256)
    if bits < least {
      return Verdict(
        severity: .error,
        reason: "\(bits) bits are fewer than \(least), and give less than 112 bits of security")
    }
    if bits < good {
      return Verdict(
        severity: .warning,
        reason: "\(bits) bits are fewer than \(good), and give less than 128 bits of security")
    }
    return nil
  }

  /// Versions of TLS: below this one all are broken (RFC 8996, 2021-03).
  static let oldestTLS = 1.2
  /// What new systems offer (RFC 8446, 2018-08).
  static let newestTLS = 1.3
}
