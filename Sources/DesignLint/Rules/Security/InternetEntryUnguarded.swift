import DesignModel

let internetEntryUnguarded = Rule(
  "SEC019", "internet-entry-unguarded", .warning,
  what: """
    Finds services that say they are reached from the internet and before which nothing stands: no gateway, proxy, content \
    delivery network or web application firewall. In a sketch only where `edge none` is stated.
    """,
  why: "Floods, scanners and malformed requests then meet the service itself.",
  silent:
    "When something stands before it, or a provider's edge does (`edge managed`, `waf`), and for users' applications.",
  fires: "application api: service exposure internet { edge none }",
  passes: "application api: service exposure internet { edge managed }",
  sources: [.init("Threagile, rules unguarded-access-from-internet and missing-waf", "2024-01")]
) { review, report in
  for application in review.elements(.application) where !application.isExternal {
    guard let exposure = application.fact("exposure"), exposure.word == "internet",
      !review.isClient(application),
      !["gateway", "proxy", "cdn"].contains(application.subtype)
    else { continue }
    guard !application.states("waf"), !application.states("edge") else { continue }
    let isGuarded = review.connections(review.incoming[application.id]).contains {
      ["gateway", "proxy", "cdn"].contains(review.owner($0.connection.source).subtype)
    }
    guard !isGuarded else { continue }
    guard application.denies("edge") || review.options.stage >= .review else {
      report.lacks("edge …", of: application.id)
      continue
    }
    report.add(
      .warning, on: .element(application.id), "nothing stands between the internet and `\(application.path)`",
      at: exposure.range, help: ["let a gateway call it, or say what guards it: `edge managed`, `waf`"])
  }
}
