package import DesignModel
import DesignSource

/// Reviews a design: applies every rule that is asked for, and sets aside what has been accepted.
///
/// It reads nothing but its arguments, and gives the same result for the same ones.
///
/// - Parameter rules: rules of one's own that are asked of the model; when nil, those that it states.
package func review(
  _ model: Model, options: ReviewOptions = ReviewOptions(), rules: [CustomRule]? = nil
) -> ReviewResult {
  let review = Review(model, options, RuleBook(rules ?? model.rules))
  var entries: [Report.Entry] = []
  var lacking: [ElementID: [(fact: String, rule: String)]] = [:]
  let selected = review.book.selected(by: options)
  for rule in selected {
    var report = Report(rule, options)
    rule.check(review, &report)
    entries += report.entries
    lacking.merge(report.lacking.filter { !model.isImported($0.key) }) { $0 + $1 }
  }

  var result = ReviewResult()
  result.rules = selected
  result.unjudged = review.unjudged(lacking)
  if options.selects(cannotJudge) {
    var report = Report(cannotJudge, options)
    reportUnjudged(lacking, review, &report)
    entries += report.entries
  }
  var acceptances = Acceptances(review)
  var seen: Set<Saying> = []
  func settle(_ entry: Report.Entry) {
    if case .element(let id)? = entry.subject, model.isImported(id) { return }
    // An environment that is like another says the same of the same place in the text.
    guard seen.insert(Saying(entry.diagnostic)).inserted else { return }
    let finding = Finding(
      subject: review.path(of: entry.subject, at: entry.diagnostic.range), diagnostic: entry.diagnostic)
    if let acceptance = acceptances.accept(entry) {
      result.accepted.append(AcceptedFinding(finding: finding, acceptance: acceptance))
    } else {
      result.findings.append(finding)
    }
  }
  for entry in entries { settle(entry) }
  if options.selects(suppressionProblem) {
    var report = Report(suppressionProblem, options)
    acceptances.reportProblems(selected, review, &report)
    for entry in report.entries { settle(entry) }
  }
  result.findings.sort(by: Finding.isBefore)
  result.accepted.sort { Finding.isBefore($0.finding, $1.finding) }
  return result
}

/// What makes two findings one to a reader.
private struct Saying: Hashable {
  let range: SourceRange
  let code: String
  let message: String

  init(_ diagnostic: Diagnostic) {
    range = diagnostic.range
    code = diagnostic.code
    message = diagnostic.message
  }
}
