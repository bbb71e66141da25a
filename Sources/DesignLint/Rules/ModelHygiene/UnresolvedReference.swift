let unresolvedReference = Rule(
  "MOD001", "unresolved-reference", .error, isAcceptable: false,
  what:
    "Finds names that nothing in the design bears, that several things bear, or that name another kind of thing.",
  why:
    "What is connected to nothing is in no picture and judged by no rule; most often the name is misspelt.",
  silent:
    "When the name stands in a statement that could not be read: what that declares is unknown, not missing.",
  fires: "application api: service { calls oders }\napplication orders: service",
  passes: "application api: service { calls orders }\napplication orders: service",
  sources: [.init("rust-analyzer and rustc, unresolved names with the nearest spelling (E0425)", "2024-01")]
) { review, report in
  for problem in review.problems["MOD001"] ?? [] {
    report.add(problem, on: review.element(at: problem.range))
  }
}
