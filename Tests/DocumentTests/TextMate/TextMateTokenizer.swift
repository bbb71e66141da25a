import Foundation

/// Colours text by a TextMate grammar, line by line, as editors do: the match that begins first wins, of those that begin at
/// once the first in the grammar, and the end of an open rule before all.
final class TextMateTokenizer {
  private var repository: [String: [Rule]] = [:]
  private var statements: [Rule] = []

  /// A rule of the grammar, compiled.
  private final class Rule {
    let scope: String?
    let match: NSRegularExpression
    let captures: [Int: String]
    /// For a rule with a beginning and an end.
    let end: String?
    let endCaptures: [Int: String]
    let patterns: [Rule.Reference]

    enum Reference {
      case rule(Rule)
      case include(String)
    }

    init?(_ json: [String: Any]) throws {
      guard let start = json["match"] as? String ?? json["begin"] as? String else { return nil }
      scope = json["name"] as? String
      match = try NSRegularExpression(pattern: start)
      captures = Self.captures(json["captures"] ?? json["beginCaptures"])
      end = json["end"] as? String
      endCaptures = Self.captures(json["endCaptures"])
      patterns = try Self.references(json["patterns"])
    }

    static func references(_ json: Any?) throws -> [Reference] {
      try (json as? [[String: Any]] ?? []).compactMap { json in
        if let include = json["include"] as? String { return .include(include) }
        return try Rule(json).map(Reference.rule)
      }
    }

    private static func captures(_ json: Any?) -> [Int: String] {
      let pairs = (json as? [String: [String: String]] ?? [:]).compactMap { key, value in
        Int(key).flatMap { number in value["name"].map { (number, $0) } }
      }
      return Dictionary(uniqueKeysWithValues: pairs)
    }
  }

  /// A rule that has begun, and what ends it.
  private struct Open {
    let rule: Rule
    let end: NSRegularExpression
    let alternatives: [Rule]
  }

  init(json: Data) throws {
    let grammar = try JSONSerialization.jsonObject(with: json) as? [String: Any] ?? [:]
    let entries = grammar["repository"] as? [String: [String: Any]] ?? [:]
    // An entry is a rule, or stands for several.
    var references: [String: [Rule.Reference]] = [:]
    for (name, entry) in entries {
      references[name] =
        try Rule(entry).map { [.rule($0)] } ?? Rule.references(entry["patterns"])
    }
    references["$self"] = try Rule.references(grammar["patterns"])
    for name in references.keys { repository[name] = Self.rules(references[name] ?? [], references) }
    statements = repository["$self"] ?? []
  }

  private static func rules(_ list: [Rule.Reference], _ all: [String: [Rule.Reference]]) -> [Rule] {
    list.flatMap { reference -> [Rule] in
      switch reference {
      case .rule(let rule): [rule]
      case .include(let name): rules(all[name.hasPrefix("#") ? String(name.dropFirst()) : name] ?? [], all)
      }
    }
  }

  private func rules(_ list: [Rule.Reference]) -> [Rule] {
    list.flatMap { reference -> [Rule] in
      switch reference {
      case .rule(let rule): [rule]
      case .include(let name): repository[name.hasPrefix("#") ? String(name.dropFirst()) : name] ?? []
      }
    }
  }

  /// The scopes of each byte of a text, the innermost last, separated by spaces.
  func scopes(of text: String) throws -> [String] {
    var out: [String] = []
    var stack: [Open] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let units = try scopes(ofLine: String(line), &stack)
      var position = 0
      for scalar in line.unicodeScalars {
        out += Array(repeating: units[position], count: UTF8.width(scalar))
        position += UTF16.width(scalar)
      }
      out.append("")
    }
    return out
  }

  /// The scopes of each UTF-16 unit of a line.
  private func scopes(ofLine line: String, _ stack: inout [Open]) throws -> [String] {
    let length = line.utf16.count
    var scopes = Array(repeating: "", count: length)
    func add(_ scope: String?, _ range: NSRange) {
      guard let scope, range.location != NSNotFound else { return }
      for index in range.location..<range.location + range.length {
        scopes[index] += scopes[index].isEmpty ? scope : " " + scope
      }
    }
    var matches: [ObjectIdentifier: NSTextCheckingResult?] = [:]
    func first(_ expression: NSRegularExpression, from position: Int) -> NSTextCheckingResult? {
      let key = ObjectIdentifier(expression)
      if let known = matches[key], known.map({ $0.range.location >= position }) ?? true { return known }
      let found = expression.firstMatch(
        in: line, options: [.withTransparentBounds, .withoutAnchoringBounds],
        range: NSRange(location: position, length: length - position))
      matches[key] = .some(found)
      return found
    }
    var position = 0
    while position <= length {
      let alternatives = stack.last?.alternatives ?? statements
      var best = stack.last.flatMap { first($0.end, from: position) }
      var rule: Rule?
      for alternative in alternatives {
        guard let match = first(alternative.match, from: position) else { continue }
        if best.map({ match.range.location < $0.range.location }) ?? true {
          (best, rule) = (match, alternative)
        }
      }
      let start = best?.range.location ?? length
      for open in stack { add(open.rule.scope, NSRange(location: position, length: start - position)) }
      guard let best else { break }
      if let rule {
        for open in stack { add(open.rule.scope, best.range) }
        add(rule.scope, best.range)
        for (number, scope) in rule.captures.sorted(by: { $0.key < $1.key }) {
          add(scope, best.range(at: number))
        }
        if let end = rule.end {
          // What the beginning captured may stand in the end.
          let captured =
            best.numberOfRanges > 1 && best.range(at: 1).location != NSNotFound
            ? (line as NSString).substring(with: best.range(at: 1)) : ""
          let pattern = end.replacing("\\1", with: NSRegularExpression.escapedPattern(for: captured))
          stack.append(
            Open(
              rule: rule, end: try NSRegularExpression(pattern: pattern), alternatives: rules(rule.patterns)))
        }
      } else if let open = stack.last {
        for open in stack { add(open.rule.scope, best.range) }
        for (number, scope) in open.rule.endCaptures { add(scope, best.range(at: number)) }
        stack.removeLast()
      }
      let next = best.range.location + best.range.length
      // A beginning or an end may be empty; a match may not.
      position = next > position || rule?.end != nil || rule == nil ? next : position + 1
      if next == length, best.range.length == 0, rule != nil { break }
    }
    return scopes
  }
}
