import DesignModel
import DesignSource

let denormalisationSyncBroken = Rule(
  "DAT012", "denormalisation-sync-broken", .error,
  what: """
    Finds copies and derived values whose keeper cannot keep them equal: it does not exist, does not write the copy, or \
    does not learn of changes of the source.
    """,
  why: "A copy that nothing updates is wrong from the first change on, and the design says that it is not.",
  silent: """
    For keepers of which no connection is stated at all, and for sources that the keeper writes itself, since it then \
    knows of every change.
    """,
  fires: """
    database shop: postgresql {
      table customer { id: bigint primary key  name: text }
      table order {
        id: bigint primary key
        name: text copy of customer.name because "the order list must not join" kept by namer
      }
    }
    application namer: worker { reads shop.customer }
    """,
  passes: """
    database shop: postgresql {
      table customer { id: bigint primary key  name: text }
      table order {
        id: bigint primary key
        name: text copy of customer.name because "the order list must not join" kept by namer
      }
    }
    application namer: worker { reads shop.customer  writes shop.order }
    """,
  sources: [
    .init("M. Kleppmann, Designing Data-Intensive Applications, ch. 11, keeping systems in sync", "2017-03")
  ]
) { review, report in
  for problem in review.problems["DAT012"] ?? [] {
    report.add(problem, on: review.element(at: problem.range))
  }
  for table in review.ownTables {
    for column in table.columns {
      guard let redundancy = column.redundancy, redundancy.kind != .snapshot, let keeper = redundancy.keeper,
        let id = keeper.references.first
      else { continue }
      let check = SyncCheck(
        review: review, table: table, column: column, redundancy: redundancy, keeper: keeper)
      let gap =
        review.model[id].kind == .trigger ? check.gap(trigger: id) : check.gap(application: id, &report)
      guard let gap else { continue }
      report.add(
        .error, on: .element(column.element),
        "`\(review.model[id].path)` cannot keep `\(review.model[column.element].path)` equal: it \(gap.fact)",
        at: keeper.range, related: [.init(review.model[id].nameRange, "the keeper is declared here")],
        help: [gap.help])
    }
  }
}

/// Whether one keeper does what one copy needs.
private struct SyncCheck {
  let review: Review
  let table: Table
  let column: Column
  let redundancy: Redundancy
  let keeper: Fact

  private var model: Model { review.model }

  /// What the keeper does not do, and how it would be stated.
  struct Gap {
    let fact: String
    let help: String
  }

  func gap(trigger: ElementID) -> Gap? {
    let element = model[trigger]
    let written = element.fact("writes")?.references ?? []
    if !written.isEmpty, !written.contains(where: { $0 == column.element || $0 == table.element }) {
      return Gap(
        fact: "writes \(written.map { model[$0].path }.quotedList)",
        help: "let it write `\(model[column.element].path)`")
    }
    guard let watched = element.fact("on")?.references.first, let source = sourceTable else { return nil }
    guard watched != source, watched != table.element else { return nil }
    return Gap(
      fact: "runs on changes of `\(model[watched].path)`, not of `\(model[source].path)`",
      help: "make it a trigger on `\(model[source].path)`")
  }

  func gap(application: ElementID, _ report: inout Report) -> Gap? {
    let connections = review.connections(review.outgoing[application]).map(\.connection)
    guard !connections.isEmpty else {
      report.lacks("writes \(model[table.element].path)", of: application)
      return nil
    }
    let copy = Set(model.ancestry(column.element).map(\.id))
    guard connections.contains(where: { $0.verb == .writes && isOne(of: copy, $0) }) else {
      return Gap(
        fact: "does not write `\(model[table.element].path)`",
        help: "state `writes \(model[table.element].path)` in it, or name what does keep the value")
    }
    if let topic = keeper.fact("on")?.references.first {
      guard !connections.contains(where: { $0.verb == .consumes && reaches($0.target, topic) }) else {
        return nil
      }
      return Gap(
        fact: "does not consume `\(model[topic].path)`", help: "state `consumes \(model[topic].path)` in it")
    }
    guard let source = redundancy.source else { return nil }
    let origin = Set(model.ancestry(source).map(\.id))
    let learns = connections.contains { connection in
      switch connection.verb {
      case .reads, .writes: isOne(of: origin, connection) && !isOnlyCopy(connection)
      // What an api or a message tells is not known in such detail that it could be ruled out.
      case .consumes, .calls, .connects: true
      case .publishes: false
      }
    }
    guard !learns else { return nil }
    return Gap(
      fact: "neither reads `\(model[source].path)` nor hears of its changes",
      help:
        "state `reads \(model[source].parent.map { model[$0].path } ?? model[source].path)` or `consumes …` in it"
    )
  }

  private func isOne(of ancestry: Set<ElementID>, _ connection: Connection) -> Bool {
    guard let target = connection.target else { return false }
    return ancestry.contains(target)
  }

  /// Writing the copy's own table tells nothing of a source in another one.
  private func isOnlyCopy(_ connection: Connection) -> Bool {
    connection.target == table.element && sourceTable != table.element
  }

  private func reaches(_ target: ElementID?, _ topic: ElementID) -> Bool {
    target == topic || target == model[topic].parent
  }

  private var sourceTable: ElementID? { redundancy.source.flatMap { model[$0].parent } }
}
