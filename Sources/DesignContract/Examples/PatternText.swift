/// Makes texts that a regular expression matches: of the expressions of ECMA-262 those with literals, classes, groups,
/// alternatives and repeats, which is what apis are described with. What looks around or back is not made.
struct PatternText {
  private indirect enum Part {
    case characters([ClosedRange<UInt32>], isNegated: Bool)
    case sequence([Part])
    case alternatives([Part])
    case repeated(Part, least: Int, most: Int)
  }

  private let whole: Part

  /// Nil for what is no expression, or one of another kind.
  init?(_ pattern: String) {
    var parser = Parser(rest: Array(pattern.unicodeScalars)[...])
    guard let part = parser.alternatives(), parser.rest.isEmpty else { return nil }
    whole = part
  }

  /// A text that the expression should match; whoever asks finds out whether it does.
  ///
  /// - Parameters:
  ///   - repeats: how much more often than necessary a part is repeated that may be.
  ///   - number: which one of several, from 0.
  func text(repeats: Int, _ number: Int) -> String {
    var out = String.UnicodeScalarView()
    Self.write(whole, repeats, number, &out)
    return String(out)
  }

  private static func write(
    _ part: Part, _ repeats: Int, _ number: Int, _ out: inout String.UnicodeScalarView
  ) {
    guard out.count < 20_000 else { return }
    switch part {
    case .characters(let ranges, let isNegated):
      out.append(character(ranges, isNegated, number))
    case .sequence(let parts): for part in parts { write(part, repeats, number, &out) }
    case .alternatives(let parts): write(parts[number % parts.count], repeats, number, &out)
    case .repeated(let part, let least, let most):
      for _ in 0..<max(least, min(most, least + repeats)) { write(part, repeats, number, &out) }
    }
  }

  /// Those that people write first.
  private static let usual: [Unicode.Scalar] = Array(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890-_.@/: ,+#".unicodeScalars)

  private static func character(_ ranges: [ClosedRange<UInt32>], _ isNegated: Bool, _ number: Int)
    -> Unicode.Scalar
  {
    let fitting = usual.filter { scalar in ranges.contains { $0.contains(scalar.value) } != isNegated }
    if !fitting.isEmpty { return fitting[number % fitting.count] }
    return ranges.first.flatMap { Unicode.Scalar($0.lowerBound) } ?? "a"
  }

  private struct Parser {
    var rest: ArraySlice<Unicode.Scalar>
    private var depth = 0

    init(rest: ArraySlice<Unicode.Scalar>) { self.rest = rest }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      guard rest.first == scalar else { return false }
      rest.removeFirst()
      return true
    }

    mutating func alternatives() -> Part? {
      depth += 1
      defer { depth -= 1 }
      guard depth < 50 else { return nil }
      var parts: [Part] = []
      repeat {
        guard let part = sequence() else { return nil }
        parts.append(part)
      } while take("|")
      return parts.count == 1 ? parts[0] : .alternatives(parts)
    }

    private mutating func sequence() -> Part? {
      var parts: [Part] = []
      while let next = rest.first, next != "|", next != ")" {
        // Ends say where it stands, and add nothing.
        if take("^") || take("$") { continue }
        guard let one = atom(), let part = repeated(one) else { return nil }
        parts.append(part)
      }
      return .sequence(parts)
    }

    private mutating func atom() -> Part? {
      guard let scalar = rest.popFirst() else { return nil }
      switch scalar {
      case "(":
        if take("?") {
          if take("<") {
            guard rest.first != "=", rest.first != "!", let end = rest.firstIndex(of: ">") else { return nil }
            rest = rest[(end + 1)...]
          } else if !take(":") {
            return nil
          }
        }
        guard let part = alternatives(), take(")") else { return nil }
        return part
      case "[": return brackets()
      case ".": return .characters([0x0A...0x0A], isNegated: true)
      case "\\": return escape()
      case "*", "+", "?": return nil
      default: return .characters([scalar.value...scalar.value], isNegated: false)
      }
    }

    private mutating func repeated(_ part: Part) -> Part? {
      var bounds: (Int, Int)?
      if take("*") {
        bounds = (0, .max)
      } else if take("+") {
        bounds = (1, .max)
      } else if take("?") {
        bounds = (0, 1)
      } else if rest.first == "{", let end = rest.firstIndex(of: "}") {
        let words = String(String.UnicodeScalarView(rest[(rest.startIndex + 1)..<end])).split(
          separator: ",", omittingEmptySubsequences: false)
        guard let least = words.first.flatMap({ Int($0) }), words.count <= 2 else { return nil }
        let most = words.count == 1 ? least : words[1].isEmpty ? Int.max : Int(words[1]) ?? least
        rest = rest[(end + 1)...]
        bounds = (min(least, 10_000), max(least, most))
      }
      guard let bounds else { return part }
      if !take("?") { _ = take("+") }
      // So that adding to it stays a number.
      return .repeated(part, least: bounds.0, most: bounds.1)
    }

    private static let classes: [Unicode.Scalar: [ClosedRange<UInt32>]] = [
      "d": [0x30...0x39], "w": [0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x5F...0x5F],
      "s": [0x20...0x20, 0x09...0x0D],
    ]
    private static let controls: [Unicode.Scalar: UInt32] = ["n": 10, "r": 13, "t": 9, "f": 12, "v": 11]

    private mutating func escape() -> Part? {
      guard let scalar = rest.popFirst() else { return nil }
      if let ranges = Self.classes[scalar] { return .characters(ranges, isNegated: false) }
      if let lower = scalar.properties.lowercaseMapping.unicodeScalars.first, lower != scalar,
        let ranges = Self.classes[lower]
      {
        return .characters(ranges, isNegated: true)
      }
      if scalar == "b" { return .sequence([]) }
      guard let value = literal(scalar) else { return nil }
      return .characters([value...value], isNegated: false)
    }

    /// The character that an escape stands for.
    private mutating func literal(_ scalar: Unicode.Scalar) -> UInt32? {
      if let control = Self.controls[scalar] { return control }
      if scalar == "u" || scalar == "x" {
        let count = scalar == "u" ? 4 : 2
        let digits = String(String.UnicodeScalarView(rest.prefix(count)))
        guard digits.unicodeScalars.count == count, let value = UInt32(digits, radix: 16) else { return nil }
        rest = rest.dropFirst(count)
        return value
      }
      return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? nil : scalar.value
    }

    private mutating func brackets() -> Part? {
      let isNegated = take("^")
      var ranges: [ClosedRange<UInt32>] = []
      while let scalar = rest.popFirst() {
        if scalar == "]" { return .characters(ranges, isNegated: isNegated) }
        guard let low = member(scalar, &ranges) else {
          guard scalar == "\\" else { return nil }
          continue
        }
        guard rest.first == "-", rest.dropFirst().first.map({ $0 != "]" }) ?? false else {
          ranges.append(low...low)
          continue
        }
        rest.removeFirst()
        guard let next = rest.popFirst(), let high = member(next, &ranges), high >= low else { return nil }
        ranges.append(low...high)
      }
      return nil
    }

    /// A character within brackets; nil for a class, whose ranges are added, and for what is not known.
    private mutating func member(_ scalar: Unicode.Scalar, _ ranges: inout [ClosedRange<UInt32>]) -> UInt32? {
      guard scalar == "\\" else { return scalar.value }
      guard let escaped = rest.popFirst() else { return nil }
      if let own = Self.classes[escaped] {
        ranges += own
        return nil
      }
      return literal(escaped)
    }
  }
}
