package import DesignModel
package import DesignSource

/// The rules of a review: those that are built in, then those that the design states itself.
package struct RuleBook: Sendable {
  package let rules: [Rule]
  private let index: [String: Int]

  /// Only what is built in.
  package static let builtIn = RuleBook([])

  /// - Parameter own: the design's own rules; one that is called like a built-in rule is left out, since
  ///   `takenNames(in:)` tells of it.
  package init(_ own: [CustomRule]) {
    var index: [String: Int] = [:]
    var rules = Rule.all
    for (place, rule) in rules.enumerated() {
      index[rule.id] = place
      index[rule.name] = place
    }
    for rule in own where index[rule.name] == nil {
      index[rule.name] = rules.count
      rules.append(Rule(rule))
    }
    self.rules = rules
    self.index = index
  }

  /// The rule with this id or name.
  package func named(_ word: String) -> Rule? { index[word].map { rules[$0] } }

  /// The id or name nearest to a word that is neither.
  ///
  /// - Parameter prefixes: whether it may be that of a reviewer too.
  package func nearest(to word: String, orPrefix prefixes: Bool = false) -> String? {
    let names = rules.flatMap { $0.isOwn ? [$0.id] : [$0.id, $0.name] }
    return Spelling.nearest(to: word, among: names + (prefixes ? Rule.reviewers.map(\.prefix) : []))
  }

  /// The rules that options ask for, in order.
  package func selected(by options: ReviewOptions) -> [Rule] { rules.filter { options.selects($0) } }

  /// The words of the options that are no rule's id, name or prefix, each with the nearest that is.
  package func unknownRules(in options: ReviewOptions) -> [(written: String, nearest: String?)] {
    let unknown =
      options.only.filter { named($0) == nil && !Rule.prefixes.contains($0) }
      + options.levels.keys.filter { named($0) == nil && !Rule.prefixes.contains($0) }.sorted()
    return unknown.map { ($0, nearest(to: $0)) }
  }

  /// An error for each rule of a design that is called like a built-in one.
  package static func takenNames(in model: Model) -> [Diagnostic] {
    model.ownElements.filter { $0.kind == .rule && builtIn.named($0.name) != nil }.map { element in
      Diagnostic(
        .error, "rule-type", "a built-in rule is called `\(element.name)` already", at: element.nameRange,
        help: ["give this one another name, so that `accept` and `--only` can tell them apart"])
    }
  }
}
