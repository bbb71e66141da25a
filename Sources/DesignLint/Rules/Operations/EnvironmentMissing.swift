import DesignModel

let environmentMissing = Rule(
  "OPS001", "environment-missing", .warning,
  what: "Finds kinds of environment that the design's own policy asks for and that it does not have.",
  why: "What is tested nowhere but in production is tested by its users.",
  silent: "When the design states no policy (`requires environments …`).",
  fires: "design d { requires environments dev, staging }\nenvironment production { }\nenvironment dev { }",
  passes: "design d { requires environments dev, staging }\nenvironment staging { }\nenvironment dev { }",
  sources: [.init("J. Humble and D. Farley, Continuous Delivery, ch. 5 and 10", "2010-07")]
) { review, report in
  guard let design = review.model.design, let fact = design.fact("requires environments") else { return }
  let kinds = Set(review.model.environments.compactMap(\.kind))
  let names = Set(review.model.environments.map { review.model[$0.element].name })
  for wanted in fact.words where !names.contains(wanted) {
    let kind = ["development": "dev", "prod": "production", "test": "qa"][wanted] ?? wanted
    guard !kinds.contains(kind) else { continue }
    report.add(
      .warning, on: .element(design.id), "the design asks for an environment of kind \(wanted), but has none",
      at: fact.range,
      help: ["add `environment \(wanted) like …`"])
  }
}
