import DesignModel

let overFetch = Rule(
  "WEB003", "over-fetch", .info,
  what:
    "Finds screens that show less than 30 % of the fields that are sent to them, where more than ten are.",
  why: "Fields that nobody shows take time on slow lines, and may show more than their reader should see.",
  silent: "When it is not known what is answered or shown.",
  fires: """
    type P { a: int  b: int  c: int  d: int  e: int  f: int  g: int  h: int  i: int  j: int  k: int }
    application shop: web { screen item { shows a  uses api GET /item } }
    application api: service { api a: rest { GET /item -> P } }
    """,
  passes: """
    type P { a: int  b: int }
    application shop: web { screen item { shows a  uses api GET /item } }
    application api: service { api a: rest { GET /item -> P } }
    """,
  sources: [
    .init("OWASP API Security Top 10, API3 broken object property level authorization", "2023-06"), .house,
  ],
  parameters: [.shownShare, .fewFields]
) { review, report in
  let least = report.share(.shownShare)
  for screen in review.elements(.screen) {
    guard let shows = screen.fact("shows"), let served = review.served(to: screen) else { continue }
    let names = Set(served.map(\.name))
    guard Double(names.count) > report.figure(.fewFields) else { continue }
    let shown = Set(shows.words.compactMap { $0.split(separator: ".").last.map(String.init) }).intersection(
      names)
    let share = Double(shown.count) / Double(names.count)
    guard share < least else { continue }
    report.add(
      .info, on: .element(screen.id),
      "`\(screen.path)` shows \(shown.count) of the \(names.count) fields that are sent to it",
      at: shows.range,
      notes: [
        "\(Written.percent(share * 100, digits: 0)) is less than \(Written.percent(least * 100)), \(report.origin(.shownShare))"
      ],
      help: ["offer an answer with fewer fields"])
  }
}
