package import DesignSource

/// One rule of the review, which owns all there is to it: what it looks for, why, when it keeps silent, an example of
/// each, and where its figures come from.
package struct Rule: Sendable {
  /// Three letters of the reviewer and three digits; never given to another rule.
  package let id: String
  /// The readable name, in words joined with hyphens.
  package let name: String
  /// The severity of its findings, where it has several the gravest.
  package let severity: Diagnostic.Severity
  /// Whether it runs unless it is asked for.
  package let isOnByDefault: Bool
  /// Whether the design states it; its id is then its name.
  package let isOwn: Bool
  /// Whether its findings may be accepted. What would make the rest of the review meaningless may not.
  package let isAcceptable: Bool
  /// What it looks for.
  package let what: String
  /// Why that matters.
  package let why: String
  /// When it says nothing although it might seem that it should.
  package let silent: String
  /// A design that it finds fault with.
  package let fires: String
  /// The same design without the fault.
  package let passes: String
  /// What it rests on.
  package let sources: [Source]
  /// The figures that a project may set otherwise.
  package let parameters: [RuleParameter]
  let check: @Sendable (Review, inout Report) -> Void

  /// A document that a rule rests on.
  package struct Source: Sendable, Hashable {
    /// Author, title and place within.
    package let title: String
    /// When it was published, or for a page without a date, when it was read: `2025-05`. Empty for the house's own
    /// defaults, which rest on no authority.
    package let date: String

    package init(_ title: String, _ date: String) {
      self.title = title
      self.date = date
    }

    /// A default of this project that no authority stands behind.
    static let house = Source("a default of this project, with no authority behind it", "")
  }

  init(
    _ id: String, _ name: String, _ severity: Diagnostic.Severity, isOnByDefault: Bool = true,
    isOwn: Bool = false, isAcceptable: Bool = true, what: String, why: String, silent: String, fires: String,
    passes: String,
    sources: [Source], parameters: [RuleParameter] = [],
    check: @escaping @Sendable (Review, inout Report) -> Void
  ) {
    self.id = id
    self.name = name
    self.severity = severity
    self.isOnByDefault = isOnByDefault
    self.isOwn = isOwn
    self.isAcceptable = isAcceptable
    self.what = what
    self.why = why
    self.silent = silent
    self.fires = fires
    self.passes = passes
    self.sources = sources
    self.parameters = parameters
    self.check = check
  }

  /// The reviewer's three letters; empty for the design's own.
  package var prefix: String { isOwn ? "" : String(id.prefix(3)) }

  /// The reviewers, by the three letters of their rules, with the name of each.
  package static let reviewers = [
    (prefix: "API", name: "API"), (prefix: "DAT", name: "Data"), (prefix: "INF", name: "Infrastructure"),
    (prefix: "MOD", name: "Model hygiene"), (prefix: "MSG", name: "Messaging"),
    (prefix: "OPS", name: "Operations"), (prefix: "SEC", name: "Security"),
    (prefix: "WEB", name: "Front end"),
  ]

  static let prefixes = Set(reviewers.map(\.prefix))

  /// The built-in rule with this id or name.
  package static func named(_ word: String) -> Rule? { RuleBook.builtIn.named(word) }
}
