package import DesignLint

/// All that a reader is told about a rule, in order: the one source of `designc explain`, of the pages in `docs/rules/`
/// and of the help in SARIF.
package struct RulePage: Sendable {
  /// `SEC001 weak-password-hash`; a design's own rule has but one name.
  package let title: String
  /// Who asks, how grave it is, when it runs, in a line.
  package let summary: String
  package let sections: [Section]

  /// A part of the page.
  package struct Section: Sendable {
    /// Empty for the first, which says what the rule looks for.
    package let title: String
    package let blocks: [Block]
  }

  /// A piece of text.
  package enum Block: Sendable {
    case paragraph(String)
    case list([String])
    /// Text on lines of its own, with the name of its language.
    case code(String, language: String)
  }

  package init(_ rule: Rule) {
    title = rule.isOwn ? rule.id : "\(rule.id) \(rule.name)"
    summary = Self.summary(rule)
    let shown = RuleDemonstration(rule)
    sections = [
      Section(title: "", blocks: [.paragraph(rule.what)]),
      Section(title: "Why", blocks: rule.why.isEmpty ? [] : [.paragraph(rule.why)]),
      Section(title: "When it keeps silent", blocks: [.paragraph(rule.silent)]),
      Section(title: "Wrong", blocks: Self.wrong(rule, shown)),
      Section(title: "Right", blocks: rule.passes.isEmpty ? [] : [.code(rule.passes, language: "design")]),
      Section(title: "How to mend it", blocks: shown.map(Self.remedy) ?? []),
      Section(title: "Figures", blocks: Self.figures(rule)),
      Section(title: "How to accept it", blocks: Self.acceptance(rule, shown)),
      Section(title: "Sources", blocks: rule.sources.isEmpty ? [] : [.list(rule.sources.map(Self.line))]),
    ].filter { !$0.blocks.isEmpty }
  }

  private static func summary(_ rule: Rule) -> String {
    let reviewer = rule.isOwn ? "a rule of this design" : rule.reviewerName
    return [
      reviewer, rule.severity.rawValue, rule.isOnByDefault ? "on by default" : "runs only when it is named",
      rule.isAcceptable ? "findings can be accepted" : "findings cannot be accepted",
    ].joined(separator: " · ")
  }

  private static func wrong(_ rule: Rule, _ shown: RuleDemonstration?) -> [Block] {
    guard let shown else { return [] }
    return [
      .code(rule.fires, language: "design"), .paragraph("`\(shown.command)` says:"),
      .code(shown.output, language: "text"),
    ]
  }

  /// A finding says what to do where it stands, so that the advice fits; here it is that of the example.
  private static func remedy(_ shown: RuleDemonstration) -> [Block] {
    [.paragraph("Every finding says what to do at its place. In the example:"), .list(shown.help)]
  }

  private static func figures(_ rule: Rule) -> [Block] {
    guard !rule.parameters.isEmpty else { return [] }
    let lines = rule.parameters.map { parameter in
      let range = parameter.range
      let bounds = "\(parameter.written(range.lowerBound)) to \(parameter.written(range.upperBound))"
      return "`\(parameter.name)`, \(parameter.what): \(parameter.written(parameter.standard)), or \(bounds)"
    }
    let example = rule.parameters.prefix(1).map {
      Block.code("rules:\n  \(rule.id):\n    \($0.name): \($0.written($0.standard))", language: "yaml")
    }
    return [.paragraph("No authority stands behind these, so a project may set its own in `designc.yml`:")]
      + [.list(lines)] + example
  }

  private static func acceptance(_ rule: Rule, _ shown: RuleDemonstration?) -> [Block] {
    guard rule.isAcceptable else {
      return [
        .paragraph(
          "Its findings cannot be accepted: mend what it found. An `accept` of this rule is an error itself.")
      ]
    }
    let clause = RuleDemonstration.clause(rule)
    guard let shown else {
      return [
        .paragraph("Write this into the element that the finding names:"), .code(clause, language: "design"),
      ]
    }
    if let outer = shown.acceptance {
      return [
        .paragraph(
          "Write the clause without `on` into the element that the finding names, or with it at the top level:"
        ),
        .code(outer, language: "design"),
      ]
    }
    return [
      .paragraph("Write this into the braces of \(statement(shown.subject)), which the finding is about:"),
      .code(clause, language: "design"),
    ]
  }

  /// The statement that stands for a subject without a path.
  private static func statement(_ subject: String) -> String {
    if subject.contains(" -> ") { return "the connection `\(subject)`" }
    guard let slash = subject.firstIndex(of: "/"), !subject[..<slash].contains(" ") else {
      return "`\(subject)`"
    }
    return "the `deploy` of `\(subject[subject.index(after: slash)...])` in `\(subject[..<slash])`"
  }

  private static func line(_ source: Rule.Source) -> String {
    source.date.isEmpty ? source.title : "\(source.title), \(source.date)"
  }
}

extension Rule {
  /// The reviewer whose rule it is, in words; empty for the design's own.
  package var reviewerName: String { Self.reviewers.first { $0.prefix == prefix }?.name ?? "" }
}
