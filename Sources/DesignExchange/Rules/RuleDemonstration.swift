import DesignLint
import DesignModel
import DesignSource
import DesignSyntax

/// What a rule says of its own wrong example: the review that a reader of the rule's page would see.
struct RuleDemonstration {
  /// What the reader would type.
  let command: String
  /// The findings as a terminal shows them.
  let output: String
  /// What the findings advise, each once.
  let help: [String]
  /// The path of what the first finding is about.
  let subject: String
  /// The clause that accepts the finding from the top level; nil where none can: connections and deployments have no path,
  /// nor has the second of two endpoints that match the same requests.
  let acceptance: String?

  /// The day on which examples with dates are reviewed, so that they say the same on every day.
  static let day = CalendarDay(year: 2026, month: 11, day: 1)

  /// Nil for a rule without an example, as those of a design are.
  init?(_ rule: Rule) {
    guard !rule.fires.isEmpty else { return nil }
    let file = SourceFile(path: Self.path, bytes: Array(rule.fires.utf8))
    let model = Self.model(rule.fires)
    guard let (options, findings) = Self.firstFindings(rule, model) else { return nil }
    let diagnostics = findings.map(\.diagnostic)
    command = Self.command(rule, options)
    output = DiagnosticText(files: [file], colour: false).render(diagnostics)
    var seen: Set<String> = []
    // Where only another spelling is proposed, that stands beside the caret.
    help = diagnostics.flatMap { $0.help.isEmpty && !$0.label.isEmpty ? [$0.label] : $0.help }.filter {
      seen.insert($0).inserted
    }
    subject = findings.first?.subject ?? ""
    acceptance = Self.acceptance(rule, model, options, subject)
  }

  /// What is written where a finding of the rule is accepted.
  static func clause(_ rule: Rule) -> String {
    "accept \(rule.id) \"why it does no harm here\" until 2027-06-30 by security"
  }

  private static func acceptance(_ rule: Rule, _ model: Model, _ options: ReviewOptions, _ subject: String)
    -> String?
  {
    guard let element = model.ownElements.first(where: { $0.path == subject }) else { return nil }
    // An endpoint is named by its api, then its method and path.
    let api = element.kind == .endpoint ? element.parent : nil
    let path = api.map { "\(model[$0].path) \(element.name)" } ?? subject
    let accepted = "\(clause(rule)) on \(path)"
    let result = review(Self.model("\(rule.fires)\n\(accepted)\n"), options: options)
    return result.accepted.contains { $0.finding.rule == rule.id } ? accepted : nil
  }

  private static func model(_ text: String) -> Model {
    ModelBuilder.build([Parser.parse(SourceFile(path: path, bytes: Array(text.utf8)), file: FileID(0))])
  }

  private static let path = "example.design"

  /// The findings at the earliest stage that has some.
  private static func firstFindings(_ rule: Rule, _ model: Model) -> (ReviewOptions, [Finding])? {
    for today in [nil, day] {
      for stage in ReviewOptions.Stage.allCases {
        var options = ReviewOptions()
        options.stage = stage
        options.today = today
        options.agreements = rule.agreedInExample
        if !rule.isOnByDefault { options.levels[rule.id] = .init(rawValue: rule.severity.rawValue) }
        let findings = review(model, options: options).findings.filter { $0.rule == rule.id }
        if !findings.isEmpty { return (options, findings) }
      }
    }
    return nil
  }

  private static func command(_ rule: Rule, _ options: ReviewOptions) -> String {
    var words = ["designc lint"]
    // What is judged by the other rules' findings needs them all.
    if !["MOD006", "MOD010"].contains(rule.id) { words.append("--only \(rule.id)") }
    if options.stage != .sketch { words.append("--stage \(options.stage.rawValue)") }
    if let today = options.today { words.append("--today \(today)") }
    return (words + [path]).joined(separator: " ")
  }
}
