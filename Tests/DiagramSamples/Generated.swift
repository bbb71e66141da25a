package import DesignDiagram

/// Numbers that look random and are the same on every machine (xorshift64*, Vigna 2016).
private struct Dice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed | 1 }

  mutating func roll(_ bound: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % max(1, bound)
  }
}

extension Diagram {
  /// Twenty services that call one, which writes to a database and publishes to ten topics.
  package static let hub: Diagram = {
    let clients = (0..<20).map { Node(id: "client\($0)", glyph: .service, title: "Client \($0)") }
    let topics = (0..<10).map { Node(id: "topic\($0)", glyph: .topic, title: "topic_\($0)") }
    let hub = Node(id: "hub", glyph: .gateway, title: "Hub", technology: "Envoy")
    let store = Node(id: "store", glyph: .database, title: "Store", technology: "postgresql 17")
    let calls = clients.map { Edge.between($0.id, "hub", .call) }
    let events = topics.map { Edge.between("hub", $0.id, .event) }
    return Diagram(
      kind: .applications, title: "Hub", members: (clients + [hub, store] + topics).map { .node($0) },
      edges: calls + [.between("hub", "store", .write, "writes")] + events)
  }()

  /// A system of `count` cards in groups of about eight, with hubs, stores and a few far calls.
  package static func generatedSystem(_ count: Int) -> Diagram {
    var dice = Dice(UInt64(count) &* 7919)
    let groupCount = max(1, count / 8)
    var groups: [[Node]] = [[Node]](repeating: [], count: groupCount)
    var edges: [Edge] = []
    var seen: Set<String> = []
    func name(_ index: Int) -> String { "g\(index % groupCount).n\(index)" }
    func connect(_ a: Int, _ b: Int, _ style: Edge.Style, _ label: String = "") {
      if a == b || !seen.insert("\(a)-\(b)").inserted { return }
      edges.append(.between(name(a), name(b), style, label))
    }
    for index in 0..<count {
      let isStore = index % 4 == 3
      groups[index % groupCount].append(
        Node(
          id: name(index), glyph: isStore ? .database : index % 9 == 1 ? .worker : .service,
          title: isStore ? "Store \(index)" : "Service \(index)",
          technology: isStore ? "postgresql 17" : "Kotlin"))
    }
    for index in 0..<count {
      let isStore = index % 4 == 3
      if isStore {
        connect(index - (index >= groupCount ? groupCount : 1), index, .write)
        continue
      }
      for _ in 0..<(1 + dice.roll(2)) {
        let isNear = dice.roll(10) < 7
        let other = isNear ? (index + groupCount * (1 + dice.roll(3))) : index + 1 + dice.roll(count - 1)
        let target = other % count
        connect(
          index, target, target % 4 == 3 ? .read : dice.roll(4) == 0 ? .event : .call,
          dice.roll(3) == 0 ? "calls · grpc" : "")
      }
      if dice.roll(6) == 0 { connect(index, 0, .call) }
    }
    return Diagram(
      kind: .applications, title: "Generated system", subtitle: "\(count) cards",
      members: groups.enumerated().map { index, nodes in
        .group(
          Group(id: "g\(index)", kind: .system, title: "System \(index)", members: nodes.map { .node($0) }))
      }, edges: edges)
  }

  /// A database of `count` tables: hubs with many children, chains, join tables and tables that stand alone.
  package static func generatedTables(_ count: Int) -> Diagram {
    var dice = Dice(UInt64(count) &* 104_729)
    let nouns = [
      "account", "invoice", "product", "contract", "employee", "address", "payment", "shipment", "warehouse",
      "price",
      "customer", "ticket", "project", "task", "comment", "document",
    ]
    let columns = [
      ("name", "text"), ("created_at", "timestamptz"), ("status", "varchar(20)"),
      ("amount", "numeric(12, 2)"),
      ("is_active", "boolean"), ("note", "text"), ("quantity", "int"), ("valid_until", "date"),
      ("code", "varchar(40)"),
      ("updated_at", "timestamptz"),
    ]
    func name(_ index: Int) -> String {
      index < nouns.count
        ? nouns[index]
        : "\(nouns[index % nouns.count])_\(nouns[(index * 7 + index / 16) % nouns.count])_\(index)"
    }
    var members: [Member] = []
    var edges: [Edge] = []
    for index in 0..<count {
      let table = name(index)
      var rows = [Row(id: "db.\(table).id", name: "id", type: "bigint", keys: [.primary])]
      let isAlone = dice.roll(8) == 0
      if index > 0, !isAlone {
        var used: Set<Int> = []
        for _ in 0..<(1 + dice.roll(3)) {
          let target =
            dice.roll(3) == 0 ? dice.roll(min(index, 4)) : max(0, index - 1 - dice.roll(min(index, 12)))
          if !used.insert(target).inserted { continue }
          let column = "\(name(target))_id"
          let isNullable = dice.roll(4) == 0
          rows.append(
            Row(
              id: "db.\(table).\(column)", name: column, type: "bigint", isNullable: isNullable,
              keys: [.foreign]))
          edges.append(
            Edge(
              id: "db.\(table).\(column)->db.\(name(target)).id",
              source: Edge.End("db.\(table)", row: "db.\(table).\(column)", marker: .zeroOrMany),
              target: Edge.End(
                "db.\(name(target))", row: "db.\(name(target)).id", marker: isNullable ? .zeroOrOne : .one),
              style: .relation))
        }
      }
      for column in 0..<(2 + dice.roll(8)) {
        let (title, type) = columns[column]
        rows.append(Row(id: "db.\(table).\(title)", name: title, type: type, isNullable: column % 3 == 2))
      }
      members.append(.node(Node(id: "db.\(table)", glyph: .table, title: table, rows: rows)))
    }
    return Diagram(
      kind: .erd, title: "Generated database", subtitle: "\(count) tables", members: members, edges: edges)
  }
}
