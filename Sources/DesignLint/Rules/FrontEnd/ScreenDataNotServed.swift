import DesignModel
import DesignSource

let screenDataNotServed = Rule(
  "WEB002", "screen-data-not-served", .error,
  what:
    "Finds fields that a screen shows and that no endpoint which it uses returns. A warning; an error from the stage `agreed` on.",
  why: "The screen cannot be built as it is drawn; it comes out when front end and back end meet.",
  silent: "When a used endpoint does not say what it answers with, so that it is not known.",
  fires: """
    type Product { name: string }
    application shop: web { screen item { shows name, price  uses api GET /item } }
    application api: service { api a: rest { GET /item -> Product } }
    """,
  passes: """
    type Product { name: string  price: decimal }
    application shop: web { screen item { shows name, price  uses api GET /item } }
    application api: service { api a: rest { GET /item -> Product } }
    """,
  sources: [.init("Pact documentation, consumer-driven contracts", "2024-01")]
) { review, report in
  for screen in review.elements(.screen) {
    guard let shows = screen.fact("shows"), let served = review.served(to: screen) else { continue }
    for name in shows.words {
      let last = name.split(separator: ".").last.map(String.init) ?? name
      guard !served.contains(where: { $0.name == last }) else { continue }
      let near = Spelling.nearest(to: last, among: served.map(\.name))
      report.add(
        review.options.stage >= .agreed ? .error : .warning, on: .element(screen.id),
        "`\(screen.path)` shows `\(name)`, which no endpoint that it uses returns", at: shows.range,
        label: near.map { "did you mean `\($0)`?" } ?? "",
        help: ["add the field to an answer, use another endpoint, or do not show it"])
    }
  }
}
