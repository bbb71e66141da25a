/// A contract as lines, one fact each, and back: `operation GET /products > parameter query page: required`.
enum ContractLines {
  private static let step = " > "
  private static let colon = ": "

  static func lines(of contract: Contract) -> [String] {
    contract.canonical.root.children.flatMap { lines(of: $0, "") }
  }

  private static func lines(of node: ContractNode, _ outer: String) -> [String] {
    let key = node.key.isEmpty ? "" : " \(encoded(node.key))"
    let path = outer + node.thing.rawValue + key
    let inner = facts(of: node, path) + node.children.flatMap { lines(of: $0, path + step) }
    // What it says and holds says that it is there.
    return inner.isEmpty ? [path] : inner
  }

  private static func facts(of node: ContractNode, _ path: String) -> [String] {
    node.orderedFacts.map { attribute, value in
      switch value {
      case .flag: "\(path)\(colon)\(attribute.rawValue)"
      case .number(let number): "\(path)\(colon)\(attribute.rawValue) = \(number)"
      case .text(let text): "\(path)\(colon)\(attribute.rawValue) \(encoded(text))"
      }
    }
  }

  /// As it is where that can be read back, else as JSON behind a backslash.
  private static func encoded(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && text.first != " " && text.last != " " && text.first != "\\" && !text.hasPrefix("= ")
      && !text.contains(step) && !text.contains(colon) && !text.hasSuffix(":") && !text.hasSuffix(" >")
      && !text.unicodeScalars.contains {
        $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0 == "\u{2028}" || $0 == "\u{2029}"
      }
    guard !isPlain else { return text }
    var quoted = JSONText.quoted(text)
    for (character, escape) in [
      (">", "\\u003e"), (":", "\\u003a"), ("\u{2028}", "\\u2028"), ("\u{2029}", "\\u2029"),
    ] {
      quoted.replace(character, with: escape)
    }
    return "\\" + quoted
  }

  private static func decoded(_ text: Substring) -> String? {
    text.hasPrefix("\\") ? JSONText.unquoted(String(text.dropFirst())) : String(text)
  }

  /// The contract of lines; nil when one of them cannot be read.
  static func contract(_ lines: some Sequence<String>) -> Contract? {
    var root = ContractNode(.contract)
    for line in lines where !line.isEmpty {
      guard add(line, to: &root) else { return nil }
    }
    return Contract(root: root)
  }

  private static func add(_ line: String, to root: inout ContractNode) -> Bool {
    var path = line[...]
    var fact: Substring?
    if let colon = line.range(of: Self.colon) {
      path = line[..<colon.lowerBound]
      fact = line[colon.upperBound...]
    }
    var steps: [(Thing, String)] = []
    for part in path.split(separator: step, omittingEmptySubsequences: false) {
      let words = part.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard let thing = words.first.flatMap({ Thing(rawValue: String($0)) }),
        let key = words.count > 1 ? decoded(words[1]) : ""
      else { return false }
      steps.append((thing, key))
    }
    return set(fact, at: steps[...], in: &root)
  }

  private static func set(
    _ fact: Substring?, at steps: ArraySlice<(Thing, String)>, in node: inout ContractNode
  ) -> Bool {
    if let (thing, key) = steps.first {
      var index = node.children.lastIndex { $0.thing == thing && $0.key == key }
      if index == nil {
        node.children.append(ContractNode(thing, key))
        index = node.children.count - 1
      }
      guard let index else { return false }
      return set(fact, at: steps.dropFirst(), in: &node.children[index])
    }
    guard let fact else { return true }
    let words = fact.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard let attribute = words.first.flatMap({ Attribute(rawValue: String($0)) }) else { return false }
    guard words.count > 1 else {
      node[attribute] = .flag
      return true
    }
    if words[1].hasPrefix("= ") {
      node[attribute] = Number(String(words[1].dropFirst(2))).map(Datum.number)
    } else {
      node[attribute] = decoded(words[1]).map(Datum.text)
    }
    return node.has(attribute)
  }
}

extension Contract {
  /// The same without what only people read, and without facts that a name repeats.
  package var withoutWords: Contract {
    var root = root.withoutWords
    // The lock file says it at its head.
    root[.version] = nil
    return Contract(root: root)
  }
}

extension ContractNode {
  fileprivate var withoutWords: ContractNode {
    var out = self
    for attribute in [Attribute.title, .description, .tags, .example] { out[attribute] = nil }
    // The name of an operation or header is for people; that of a discriminator is data.
    if thing != .discriminator, thing != .securityScheme { out[.name] = nil }
    out.children = children.filter { $0.thing != .server }.map(\.withoutWords)
    return out
  }
}

extension Contract {
  /// The same with the examples that another, such as the design of today, states for its parts: agreements keep none.
  package func illustrated(by other: Contract) -> Contract {
    Contract(root: root.illustrated(by: other.root))
  }
}

extension ContractNode {
  fileprivate func illustrated(by other: ContractNode) -> ContractNode {
    var out = self
    out[.example] = self[.example] ?? other[.example]
    let parts = Dictionary(
      other.children.map { ($0.matchKey, $0) }, uniquingKeysWith: { first, _ in first })
    out.children = children.map { child in parts[child.matchKey].map { child.illustrated(by: $0) } ?? child }
    return out
  }
}
