import DesignModel

let denormalisationStale = Rule(
  "DAT013", "denormalisation-stale", .warning,
  what: "Finds copies of a column to whose table no reference leads: nothing tells which row is copied.",
  why: """
    A copy stands for the row that its table refers to. When the reference is gone, the copy is left over, or the \
    reference was forgotten; either way nothing can keep it equal.
    """,
  silent:
    "When a chain of references connects both tables, in whichever direction, enforced or not; for read models.",
  fires: """
    database db: postgresql {
      table customer { id: int primary key  name: text }
      table order {
        id: int primary key
        name: text copy of customer.name because "lists must not join" kept by namer
      }
    }
    application namer: worker { reads db  writes db }
    """,
  passes: """
    database db: postgresql {
      table customer { id: int primary key  name: text }
      table order {
        id: int primary key
        customer_id: int -> customer.id
        name: text copy of customer.name because "lists must not join" kept by namer
      }
    }
    application namer: worker { reads db  writes db }
    """,
  sources: [.init("Rust reference, `#[expect]`: an expectation that is no longer met is reported", "2024-09")]
) { review, report in
  let groups = ReferenceGroups(review)
  for table in review.ownTables where !review.isReadModel(table) {
    for column in table.columns {
      guard let redundancy = column.redundancy, redundancy.kind == .copy,
        let source = redundancy.source.flatMap({ review.model[$0].parent }), source != table.element,
        !groups.connect(source, table.element)
      else { continue }
      report.add(
        .warning, on: .element(column.element),
        "`\(review.model[column.element].path)` is a copy of a column of `\(review.model[source].path)`, to which no reference leads",
        at: redundancy.fact.range,
        help: ["add the foreign key or `refers to` that says which row it is; or remove the copy"])
    }
  }
}

/// Which tables references connect, however long the chain.
private struct ReferenceGroups {
  private var leader: [ElementID: ElementID] = [:]

  init(_ review: Review) {
    for table in review.model.tables {
      for key in table.foreignKeys { if let target = key.target { join(table.element, target) } }
      for column in table.columns {
        guard let target = column.fact("refers to")?.references.first else { continue }
        let owner = review.model[target].kind == .column ? review.model[target].parent : target
        if let owner { join(table.element, owner) }
      }
    }
  }

  func connect(_ a: ElementID, _ b: ElementID) -> Bool { find(a) == find(b) }

  private func find(_ id: ElementID) -> ElementID {
    var current = id
    while let next = leader[current], next != current { current = next }
    return current
  }

  private mutating func join(_ a: ElementID, _ b: ElementID) {
    let (first, second) = (find(a), find(b))
    guard first != second else { return }
    leader[max(first, second)] = min(first, second)
    // Shorten the way for those who ask again.
    leader[a] = min(first, second)
    leader[b] = min(first, second)
  }
}
