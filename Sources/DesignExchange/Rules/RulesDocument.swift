package import DesignLint

/// The list of rules as JSON. `schema` counts up when a field changes its meaning or goes away.
package struct RulesDocument: Encodable {
  /// The version of this format.
  package static let schemaVersion = 1

  let schema = Self.schemaVersion
  let rules: [Entry]

  struct Entry: Encodable {
    let id: String
    let name: String
    let reviewer: String
    let severity: String
    let isOnByDefault: Bool
    let isAcceptable: Bool
    /// Whether the design states it.
    let isOwn: Bool
    let what: String
    let why: String
    let silent: String
    let wrong: String?
    let right: String?
    let sources: [SourceEntry]
    /// Figures that a project may set.
    let parameters: [ParameterEntry]

    struct ParameterEntry: Encodable {
      let name: String
      let what: String
      /// As `designc.yml` has them: `70%`, `1h`, `10000`.
      let standard: String
      let least: String
      let most: String

      init(_ parameter: RuleParameter) {
        name = parameter.name
        what = parameter.what
        standard = parameter.written(parameter.standard)
        least = parameter.written(parameter.range.lowerBound)
        most = parameter.written(parameter.range.upperBound)
      }
    }

    struct SourceEntry: Encodable {
      let title: String
      let date: String?
    }

    init(_ rule: Rule) {
      id = rule.id
      name = rule.name
      reviewer = rule.reviewerName
      severity = rule.severity.rawValue
      isOnByDefault = rule.isOnByDefault
      isAcceptable = rule.isAcceptable
      isOwn = rule.isOwn
      what = rule.what
      why = rule.why
      silent = rule.silent
      wrong = rule.fires.isEmpty ? nil : rule.fires
      right = rule.passes.isEmpty ? nil : rule.passes
      sources = rule.sources.map { SourceEntry(title: $0.title, date: $0.date.isEmpty ? nil : $0.date) }
      parameters = rule.parameters.map(ParameterEntry.init)
    }
  }

  package init(_ rules: [Rule]) { self.rules = rules.map(Entry.init) }

  /// The document's bytes: keys in alphabetical order, a line feed at the end.
  package func bytes() throws(EncodingFailure) -> [UInt8] { try encodedJSON(self) }
}
