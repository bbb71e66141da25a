import DesignModel

let denormalisationUndeclaredCopy = Rule(
  "DAT011", "denormalisation-undeclared-copy", .warning,
  what: "Finds copies and derived values that do not say why they are there, or what keeps them equal.",
  why: """
    A copy is a decision: faster reading for more work at every change, and for the day when the two differ. Unless \
    something is named that keeps them equal, that day comes.
    """,
  silent: """
    For values that the database generates, for snapshots, which are never kept equal, for views, and for tables that \
    say `read model because "…"`.
    """,
  fires: """
    database shop: postgresql {
      table customer { id: bigint primary key  name: text }
      table order { id: bigint primary key  customer_name: text copy of customer.name }
    }
    """,
  passes: """
    database shop: postgresql {
      table customer { id: bigint primary key  name: text }
      table order {
        id: bigint primary key
        customer_name: text copy of customer.name because "the order list must not join" kept by namer within 5s
      }
    }
    application namer: worker { reads shop.customer  writes shop.order }
    """,
  sources: [
    .init("C. J. Date, An Introduction to Database Systems, 8th edition, §13.5 on denormalisation", "2003-07")
  ]
) { review, report in
  for table in review.ownTables where !review.isReadModel(table) {
    for column in table.columns {
      guard let redundancy = column.redundancy, redundancy.kind != .snapshot, !column.states("generated")
      else {
        continue
      }
      var missing: [String] = []
      if !Acceptances.isReason(redundancy.because?.word) { missing.append("because \"…\"") }
      if redundancy.keeper == nil { missing.append("kept by …") }
      guard !missing.isEmpty else { continue }
      let path = review.model[column.element].path
      let what = redundancy.kind == .copy ? "a copy" : "derived"
      let isShortReason = redundancy.because != nil && missing.first == "because \"…\""
      report.add(
        .warning, on: .element(column.element),
        missing.count == 2
          ? "`\(path)` is \(what), but not why, nor what keeps it equal"
          : missing[0].hasPrefix("kept")
            ? "nothing is named that keeps `\(path)` equal to what it is \(redundancy.kind == .copy ? "a copy of" : "derived from")"
            : isShortReason
              ? "the reason why `\(path)` is \(what) is too short to be one"
              : "`\(path)` is \(what), but not why",
        at: redundancy.fact.range,
        notes: ["redundant values differ sooner or later, unless something keeps them equal"],
        help: [
          "add `\(missing.joined(separator: " "))`",
          redundancy.kind == .copy
            ? "or say `snapshot of …` if it is the value of its time and never changes"
            : "or let the database compute it: `generated`",
        ])
    }
  }
}
