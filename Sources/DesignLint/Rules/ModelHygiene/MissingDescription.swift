import DesignModel

let missingDescription = Rule(
  "MOD004", "missing-description", .info, isOnByDefault: false,
  what: "Finds applications, stores, brokers and systems without a description or label.",
  why: "A name alone tells a newcomer little.",
  silent:
    "Unless it is asked for: in a sketch, and for names that speak for themselves, it would only annoy.",
  fires: "application api: service",
  passes: "/// Sells things.\napplication api: service",
  sources: [.init("Structurizr inspections, model.*.description", "2025-01")]
) { review, report in
  for kind in [ElementKind.system, .application, .database, .cache, .storage, .search, .broker] {
    for element in review.elements(kind) where element.summary == nil && element.label == nil {
      report.add(
        .info, on: .element(element.id), "\(kind.noun) `\(element.path)` has no description",
        at: element.nameRange,
        help: ["write a line `/// …` before it, or a label behind its name"])
    }
  }
}
