import DesignModel

let pipelineWithoutContractCheck = Rule(
  "OPS006", "pipeline-without-contract-check", .error,
  what:
    "Finds designs with agreed apis whose pipelines deploy to production without a check of what was agreed. A warning; an error at `release`.",
  why: "An agreement that nothing checks is broken by the first change in a hurry.",
  silent: "When nothing is agreed, or no pipeline is stated.",
  fires: """
    application api: service { api a: rest agreed 2026-10-01 by "A", "B" { GET /x -> string } }
    environment production { }
    pipeline p { stage live { run unit  deploys production } }
    """,
  passes: """
    application api: service { api a: rest agreed 2026-10-01 by "A", "B" { GET /x -> string } }
    environment production { }
    pipeline p { stage live { run unit, contract  deploys production } }
    """,
  sources: [.init("Pact documentation, can I deploy", "2024-01")]
) { review, report in
  guard let agreed = review.elements(.api).first(where: { $0.fact("agreed") != nil && !$0.isExternal }) else {
    return
  }
  for pipeline in review.elements(.pipeline) {
    let stages = pipeline.children.map { review.model[$0] }.filter { $0.kind == .stage }
    let production = stages.first { stage in
      stage.fact("deploys")?.references.contains { id in
        review.model.environments.contains { $0.element == id && $0.isProduction }
      } ?? false
    }
    guard let production else { continue }
    let runs = stages.flatMap { $0.facts("run").flatMap(\.words) }
    guard !runs.contains(where: { $0.lowercased().contains("contract") }) else { continue }
    report.add(
      review.options.stage >= .release ? .error : .warning, on: .element(pipeline.id),
      "`\(pipeline.name)` deploys to production without checking what was agreed", at: production.nameRange,
      related: agreed.fact("agreed").map { [.init($0.range, "`\(agreed.path)` is agreed")] } ?? [],
      help: ["add `run contract` to a stage before"])
  }
}
