import DesignModel
import DesignSource

/// Takes down what rules say, one rule after another.
struct Report {
  /// A finding before it is known whether it is accepted.
  struct Entry {
    let subject: Subject?
    var diagnostic: Diagnostic
  }

  private(set) var entries: [Entry] = []
  /// For each element the facts that are lacking, with the rules that wanted them.
  private(set) var lacking: [ElementID: [(fact: String, rule: String)]] = [:]
  let rule: Rule
  let options: ReviewOptions

  init(_ rule: Rule, _ options: ReviewOptions) {
    self.rule = rule
    self.options = options
  }

  /// Reports a finding of the rule at hand.
  ///
  /// - Parameters:
  ///   - subject: what must bear the `accept` of it.
  ///   - message: one sentence in lower case that names the element and the fact.
  ///   - notes: the arithmetic, the reason, the standard.
  ///   - help: the edit that mends it.
  mutating func add(
    _ severity: Diagnostic.Severity, on subject: Subject?, _ message: String, at range: SourceRange,
    label: String = "", related: [Diagnostic.Label] = [], notes: [String] = [], help: [String] = [],
    fixIts: [Diagnostic.FixIt] = []
  ) {
    let diagnostic = Diagnostic(
      options.severity(severity, of: rule), rule.id, name: rule.isOwn ? "" : rule.name, message, at: range,
      label: label, related: related, notes: notes + standardNotes(severity), help: help, fixIts: fixIts)
    entries.append(Entry(subject: subject, diagnostic: diagnostic))
  }

  /// Which requirement makes the finding an error that it would not be otherwise.
  private func standardNotes(_ own: Diagnostic.Severity) -> [String] {
    guard options.level(of: rule) == nil else { return [] }
    return options.profiles.sorted().filter { own != .error && $0.raises(own, of: rule.id) }.prefix(1)
      .compactMap { $0.requirement(of: rule.id) }
  }

  /// Passes on what the model has found already.
  mutating func add(_ problem: Diagnostic, on subject: ElementID?) {
    var diagnostic = problem
    diagnostic.name = rule.name
    diagnostic.severity = options.severity(problem.severity, of: rule)
    entries.append(Entry(subject: subject.map(Subject.element), diagnostic: diagnostic))
  }

  /// Notes that the rule could not judge an element, since a fact is unstated.
  ///
  /// - Parameter fact: the clause that would state it: `replicas …`.
  mutating func lacks(_ fact: String, of element: ElementID) {
    let known = lacking[element] ?? []
    guard !known.contains(where: { $0.fact == fact && $0.rule == rule.id }) else { return }
    lacking[element, default: []].append((fact, rule.id))
  }
}
