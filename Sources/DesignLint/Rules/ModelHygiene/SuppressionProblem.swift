let suppressionProblem = Rule(
  "MOD010", "suppression-problem", .error, isAcceptable: false,
  what: """
    Finds `accept` clauses that are of no use: for a rule that does not exist, without a reason, expired, for a rule \
    that cannot be accepted, or where nothing is found.
    """,
  why: """
    An accepted risk is a decision that somebody answers for. One without a reason cannot be judged, one that has \
    expired was meant to be looked at again, and one that matches nothing will hide the next finding.
    """,
  silent: "For rules that do not run this time: whether they would have found something is not known.",
  fires: """
    database shop: postgresql {
      table audit { 
        at: timestamptz
        accept DAT001 "todo"
      }
    }
    """,
  passes: """
    database shop: postgresql {
      table audit {
        at: timestamptz
        accept DAT001 "rows are appended and read in bulk, never one by one"
      }
    }
    """,
  sources: [
    .init("ESLint, reportUnusedDisableDirectives: warn by default", "2024-04"),
    .init("Rust reference, `#[expect]` and unfulfilled_lint_expectations", "2024-09"),
  ]
) { _, _ in
  // It runs when all findings are known: see `Acceptances.reportProblems`.
}
