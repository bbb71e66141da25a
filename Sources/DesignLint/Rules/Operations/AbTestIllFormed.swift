import DesignModel
import DesignSource

let abTestIllFormed = Rule(
  "OPS009", "ab-test-ill-formed", .error,
  what:
    "Finds A/B tests with fewer than two variants, shares that do not add up to 100 %, or no metric that decides.",
  why: "Without a second variant, or a measure agreed before, a test proves whatever one wants it to.",
  silent: "When no variants are stated yet.",
  fires: """
    application shop: web
    environment production {
      deploy shop { strategy ab-test { variant a 50%  variant b 40%  metric "conversion" } }
    }
    """,
  passes: """
    application shop: web
    environment production {
      deploy shop { strategy ab-test { variant a 50%  variant b 50%  metric "conversion" } }
    }
    """,
  sources: [.init("R. Kohavi, D. Tang, Y. Xu, Trustworthy Online Controlled Experiments, ch. 2", "2020-04")]
) { review, report in
  for (index, placed) in review.deployments.enumerated() {
    guard let fact = placed.deployment.fact("strategy ab-test") else { continue }
    let variants = fact.facts("variant")
    let name = review.model[placed.target].path
    func add(_ message: String, _ range: SourceRange, _ help: String) {
      report.add(
        .error, on: .deployment(index), "the A/B test of `\(name)` \(message)", at: range, help: [help])
    }
    guard !variants.isEmpty else {
      report.lacks("strategy ab-test { variant … }", of: placed.target)
      continue
    }
    if variants.count < 2 {
      add("has only one variant", variants[0].range, "add a variant to compare it with")
    }
    let shares = variants.compactMap(\.percent)
    let total = shares.reduce(0, +)
    if shares.count == variants.count, variants.count > 1, abs(total - 100) > 0.01 {
      add(
        "shares out \(Written.percent(total)) of its users: \(shares.map { Written.percent($0) }.joined(separator: " + "))",
        variants[0].range, "let the shares add up to 100 %")
    }
    if fact.fact("metric") == nil { add("names no metric that decides", fact.range, "add `metric \"…\"`") }
  }
}
