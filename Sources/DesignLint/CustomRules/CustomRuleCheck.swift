import DesignModel
import DesignSource

extension Rule {
  /// A rule of the design as one of the review: its name is its id.
  init(_ rule: CustomRule) {
    self.init(
      rule.name, rule.name, rule.severity, isOwn: true, what: rule.message ?? "a rule of the design",
      why: rule.help ?? "", silent: "Where a fact that it compares is unstated.", fires: "", passes: "",
      sources: []
    ) { review, report in
      ask(rule, review, &report)
    }
  }
}

/// Asks a rule of everything that it looks at.
private func ask(_ rule: CustomRule, _ review: Review, _ report: inout Report) {
  var evaluation = ConditionEvaluation(RuleItems(review))
  for scope in rule.scopes {
    for item in evaluation.items.all(scope.subject) {
      evaluation.startItem()
      var truths: [Truth] = []
      for clause in scope.conditions { truths.append(evaluation.holds(clause.condition, item)) }
      switch Truth.all(truths) {
      case .no: continue
      case .unknown: lack(evaluation, &report)
      case .yes: judge(rule, scope, item, &evaluation, &report)
      }
    }
  }
}

private func judge(
  _ rule: CustomRule, _ scope: CustomRule.Scope, _ item: RuleItem, _ evaluation: inout ConditionEvaluation,
  _ report: inout Report
) {
  var broken: [String] = []
  var isUnknown = false
  for clause in scope.expectations {
    switch evaluation.holds(clause.condition, item) {
    case .yes: break
    case .no: broken.append(clause.written)
    case .unknown: isUnknown = true
    }
  }
  guard scope.expectations.isEmpty || !broken.isEmpty else {
    if isUnknown { lack(evaluation, &report) }
    return
  }
  let review = evaluation.items.review
  let range = review.range(of: item)
  let name = review.name(of: item)
  let message = rule.message.map { "`\(name)`: \($0)" } ?? "`\(name)` breaks the rule `\(rule.name)`"
  let notes =
    broken.isEmpty
    ? scope.conditions.map { "the rule looks for: \($0.written)" }
    : broken.map { "the rule expects: \($0)" }
  report.add(
    rule.severity, on: review.subject(of: item), message, at: range,
    related: evaluation.read.filter { $0.range != range }.prefix(3).map { .init($0.range, "stated here") },
    notes: notes, help: rule.help.map { [$0] } ?? [])
}

private func lack(_ evaluation: ConditionEvaluation, _ report: inout Report) {
  for (fact, element) in evaluation.unstated { report.lacks(fact, of: element) }
}
