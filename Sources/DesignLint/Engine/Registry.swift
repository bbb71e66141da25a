extension Rule {
  /// Every rule, by id.
  package static let all: [Rule] = [
    cannotJudge, suppressionProblem,
  ]
}
