package import DesignModel
import DesignSource
import DesignSyntax

/// What a disk holds, and when it is full.
package struct DiskUse: Sendable {
  /// Rows of a table, or messages of a topic, as they grow.
  package struct Term: Sendable {
    package let element: ElementID
    package let name: String
    /// What is there now.
    package let start: Double
    /// How many are added in a second.
    package let growth: Double
    /// Seconds that they are kept; nil for ever.
    package let kept: Double?
    /// Bytes of one.
    package let size: Double
    /// What indexes or copies multiply them by.
    package let factor: Double
    package let bound: Figure.Bound
    package let inputs: [Input]
    package let lacks: [Lack]

    /// Bytes after so many seconds. What is there now goes little by little while it is kept.
    package func bytes(after seconds: Double) -> Double {
      guard let kept, growth > 0 else { return (start + growth * seconds) * size * factor }
      let left = kept > 0 ? max(0, 1 - seconds / kept) : 0
      return (start * left + growth * min(seconds, kept)) * size * factor
    }

    /// The formula with the numbers in it.
    package func arithmetic(_ horizon: Double) -> String {
      let overhead = factor != 1 ? " × \(Written.number(factor))" : ""
      let bytes = Written.bytes(bytes(after: horizon))
      let rows = Written.number(growth * Quantity.day)
      let time = min(horizon, kept ?? horizon)
      let stays = kept.map { $0 <= horizon } ?? false
      let old = start > 0 && (!stays || growth == 0) ? "\(Written.number(start)) rows" : ""
      let new = growth > 0 ? "\(rows) rows/d × \(Written.duration(time))" : ""
      let both = [old, new].filter { !$0.isEmpty }.joined(separator: " + ")
      let sum = !old.isEmpty && !new.isEmpty ? "(\(both))" : both
      return "\(name): \(sum.isEmpty ? "0 rows" : sum) × \(Written.bytes(size))\(overhead) = \(bytes)"
    }
  }

  /// The deployments that write to it, as places in `Placement.deployments`.
  package let deployments: [Int]
  /// The path of the machine, or of what has a disk of its own.
  package let name: String
  /// Bytes.
  package let size: Double
  package let sizeInput: Input
  package let terms: [Term]

  /// The same disk with only these on it.
  package func keeping(_ terms: [Term]) -> DiskUse {
    DiskUse(deployments: deployments, name: name, size: size, sizeInput: sizeInput, terms: terms)
  }

  package func bytes(after seconds: Double) -> Double { terms.reduce(0) { $0 + $1.bytes(after: seconds) } }

  /// The day, counted from now, on which more than `share` of it is full; nil when that is not before the horizon.
  package func day(filling share: Double = 1, before horizon: Double) -> Int? {
    let limit = size * share
    guard bytes(after: 0) < limit else { return 0 }
    guard bytes(after: horizon) > limit else { return nil }
    var (early, late) = (0.0, horizon)
    for _ in 0..<60 {
      let middle = (early + late) / 2
      if bytes(after: middle) > limit { late = middle } else { early = middle }
    }
    return Int(min(late / Quantity.day, 1e9))
  }
}

extension SizedDesign {
  /// The disks of an environment on which databases and brokers write, and what keeps others from being known.
  package func disks(in environment: Int) -> (disks: [DiskUse], lacks: [Lack]) {
    var disks: [DiskUse] = []
    var places: [SourceRange: Int] = [:]
    var lacks: [Lack] = []
    var known: [ElementID: [DiskUse.Term]] = [:]
    for index in placement.deployments.indices where placement.deployments[index].environment == environment {
      let placed = placement.deployments[index]
      let element = model[placed.target]
      guard element.kind == .database || element.kind == .broker else { continue }
      let terms =
        known[element.id]
        ?? (element.kind == .database ? tables(of: element) : topics(of: element, environment))
      known[element.id] = terms
      guard !terms.isEmpty else { continue }
      let machines = placement.machines(of: placed).map { placement.places[$0].place }
      guard let fact = placed.deployment.fact("storage") ?? machines?.fact("storage"), let size = fact.bytes,
        size > 0
      else {
        lacks.append(
          Lack("deploy … storage …", of: element.path, element: element.id, at: placed.deployment.range))
        continue
      }
      if let place = places[fact.range] {
        let disk = disks[place]
        let isThere = disk.deployments.contains { placement.deployments[$0].target == element.id }
        disks[place] = DiskUse(
          deployments: disk.deployments + [index], name: disk.name, size: size, sizeInput: disk.sizeInput,
          terms: disk.terms + (isThere ? [] : terms))
      } else {
        places[fact.range] = disks.count
        let name = placed.deployment.fact("storage") == nil ? machines?.path ?? element.path : element.path
        disks.append(
          DiskUse(
            deployments: [index], name: name, size: size, sizeInput: Input("\(name) storage", fact.range),
            terms: terms))
      }
    }
    return (disks, lacks)
  }

  /// The tables of a database of which rows or growth are stated.
  private func tables(of database: Element) -> [DiskUse.Term] {
    model.tables(of: database.id).filter { !$0.isView }.compactMap { table(of: $0) }
  }

  private func table(of table: Table) -> DiskUse.Term? {
    let element = model[table.element]
    let (growth, rows) = (element.fact("growth"), element.fact("rows"))
    let retention = element.fact("retention")
    guard growth != nil || rows != nil else { return nil }
    var inputs: [Input] = []
    var lacks: [Lack] = []
    for fact in [rows, growth, retention, element.fact("row-size"), element.fact("index-overhead")] {
      if let fact { inputs.append(Input("\(element.path) \(fact.key)", fact.range)) }
    }
    let limit = rows?.values.dropFirst().lazy.compactMap { value -> Int? in
      if case .quantity(.count(let count), _) = value { count } else { nil }
    }.first
    if rows == nil { lacks.append(Lack("rows …", of: element)) }
    if growth == nil, limit == nil, retention == nil { lacks.append(Lack("growth …", of: element)) }
    if element.fact("index-overhead") == nil { lacks.append(Lack("index-overhead …", of: element)) }
    var bound = lacks.isEmpty ? Figure.Bound.exact : .atLeast
    var size = element.fact("row-size")?.bytes
    if size == nil {
      switch RowWidth.of(table, model) {
      case .success(let width)?:
        size = width.bytes
        inputs.append(Input("\(element.path) columns", element.nameRange))
        if !width.isExact { bound = .atMost }
      case .failure(let unlimited)?:
        lacks.append(
          Lack(
            "row-size … (\(unlimited.columns.joined(separator: ", ")) without limit)", of: element.path,
            element: element.id, at: element.nameRange))
      case nil: lacks.append(Lack("row-size …", of: element))
      }
    }
    // Without a width it counts nothing, and says so.
    return DiskUse.Term(
      element: element.id, name: element.name, start: Double(max(rows?.count ?? 0, limit ?? 0)),
      growth: growth?.perSecond ?? 0, kept: retention?.seconds, size: size ?? 0,
      factor: 1 + (element.fact("index-overhead")?.percent ?? 0) / 100, bound: size == nil ? .atLeast : bound,
      inputs: inputs, lacks: lacks)
  }

  /// The topics of a broker, as each of its deployments keeps them: rate × size × time kept × copies ÷ deployments.
  private func topics(of broker: Element, _ environment: Int) -> [DiskUse.Term] {
    let brokers = deployments(of: broker.id, in: environment).count
    return broker.children.filter { model[$0].kind == .topic }.compactMap { id in
      let topic = model[id]
      guard let rate = topic.fact("rate"), let average = rate.perSecond, let kept = topic.fact("retention"),
        let seconds = kept.seconds
      else { return nil }
      let copies = topic.fact("replication")
      let size = topic.fact("message-size")
      var lacks: [Lack] = []
      if copies == nil { lacks.append(Lack("replication …", of: topic)) }
      if size == nil { lacks.append(Lack("message-size …", of: topic)) }
      return DiskUse.Term(
        element: id, name: topic.name, start: average * seconds, growth: 0, kept: nil, size: size?.bytes ?? 0,
        factor: Double(copies?.count ?? 1) / Double(max(1, brokers)),
        bound: lacks.isEmpty ? .exact : .atLeast,
        inputs: [rate, kept, copies, size].compactMap {
          $0.map { Input("\(topic.path) \($0.key)", $0.range) }
        },
        lacks: lacks)
    }
  }
}
