let duplicateName = Rule(
  "MOD002", "duplicate-name", .error, isAcceptable: false,
  what: "Finds two things of one name in one place, and facts that are stated twice.",
  why:
    "Of two answers to one question nobody knows which holds, and a path that names two things names none.",
  silent: "For things of different name spaces: a type may be called as a table is.",
  fires: "application api: service\napplication api: worker",
  passes: "application api: service\napplication worker: worker",
  sources: [.init("rustc, E0428 a name defined twice in one name space", "2024-01")]
) { review, report in
  for problem in review.problems["MOD002"] ?? [] {
    report.add(problem, on: review.element(at: problem.range))
  }
}
