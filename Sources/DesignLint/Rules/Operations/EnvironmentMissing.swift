import DesignModel

let environmentMissing = Rule(
  "OPS001", "environment-missing", .warning,
  what:
    "Finds kinds of environment that the policy of the design or of its project asks for and that are not there.",
  why: "What is tested nowhere but in production is tested by its users.",
  silent:
    "When there is no policy: `requires environments …` in the design, or `environments: required:` in `designc.yml`.",
  fires: "design d { requires environments dev, staging }\nenvironment production { }\nenvironment dev { }",
  passes: "design d { requires environments dev, staging }\nenvironment staging { }\nenvironment dev { }",
  sources: [.init("J. Humble and D. Farley, Continuous Delivery, ch. 5 and 10", "2010-07")]
) { review, report in
  let kinds = Set(review.model.environments.compactMap(\.kind))
  let names = Set(review.model.environments.map { review.model[$0.element].name })
  func isMissing(_ wanted: String) -> Bool {
    let kind = ["development": "dev", "prod": "production", "test": "qa"][wanted] ?? wanted
    return !names.contains(wanted) && !kinds.contains(kind)
  }
  let fact = review.model.design?.fact("requires environments")
  let stated = fact?.words ?? []
  if let design = review.model.design, let fact {
    for wanted in stated where isMissing(wanted) {
      report.add(
        .warning, on: .element(design.id),
        "the design asks for an environment of kind \(wanted), but has none", at: fact.range,
        help: ["add `environment \(wanted) like …`"])
    }
  }
  // A part of a system that runs nowhere yet is not held to the project's policy.
  guard let first = review.model.environments.first.map({ review.model[$0.element] }) else { return }
  for wanted in review.options.requiredEnvironments where !stated.contains(wanted) && isMissing(wanted) {
    report.add(
      .warning, on: .element(review.model.design?.id ?? first.id),
      "the project asks for an environment of kind \(wanted), but the design has none",
      at: review.model.design?.nameRange ?? first.nameRange,
      notes: ["`environments: required:` of the project's configuration"],
      help: ["add `environment \(wanted) like …`"])
  }
}
