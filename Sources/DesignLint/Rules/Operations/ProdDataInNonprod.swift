import DesignModel

let prodDataInNonprod = Rule(
  "OPS004", "prod-data-in-nonprod", .error,
  what:
    "Finds environments other than production that hold production's data unmasked. An error where some of it is classified.",
  why:
    "Test environments are open to many, watched by nobody, and copied: what is in them is as good as published.",
  silent: "For masked and made-up data, and for environments for production.",
  fires: """
    database shop: postgresql { table customer { id: int primary key  name: text classified pii } }
    environment production { deploy shop }
    environment qa data from production unmasked { deploy shop }
    """,
  passes: """
    database shop: postgresql { table customer { id: int primary key  name: text classified pii } }
    environment production { deploy shop }
    environment qa data from production masked { deploy shop }
    """,
  sources: [
    .init("OWASP ASVS 5.0.0, 14.2 protection of sensitive data", "2025-05"),
    .init("ISO/IEC 27001:2022, annex A 8.33 test information", "2022-10"),
  ]
) { review, report in
  let model = review.model
  let classified = model.tables.lazy.flatMap(\.columns).first {
    !Set(review.classes($0)).isDisjoint(with: Review.sensitiveClasses)
  }
  let production = Set(model.environments.filter(\.isProduction).map(\.element))
  for environment in model.environments where !environment.isProduction {
    let element = model[environment.element]
    for fact in element.facts("data from") where fact.words.contains("unmasked") {
      guard fact.references.contains(where: production.contains) else { continue }
      report.add(
        classified != nil ? .error : .warning, on: .element(element.id),
        "`\(element.name)` holds production's data unmasked", at: fact.range,
        related: classified?.fact("classified").map { [.init($0.range, "some of it is classified")] } ?? [],
        help: ["write `masked`, or `data synthetic`"])
    }
  }
}
