package import DesignModel
package import DesignSizing

/// Sizings as JSON. `schema` counts up when a field changes its meaning or goes away.
package struct SizingDocument: Encodable {
  /// The version of this format.
  package static let schemaVersion = 1

  let schema = Self.schemaVersion
  let environments: [Entry]

  struct Entry: Encodable {
    let name: String
    let asOf: String?
    let horizonDays: Int?
    let binding: BindingEntry?
    let subjects: [SubjectEntry]
    let toState: [LackEntry]
  }

  struct BindingEntry: Encodable {
    let kind: String
    let of: String
    let share: Double

    init(_ constraint: Constraint) {
      kind = constraint.kind.rawValue
      of = constraint.of
      share = constraint.share
    }
  }

  struct SubjectEntry: Encodable {
    let kind: String
    let name: String
    let stated: [String: Double]
    let binding: BindingEntry?
    let figures: [String: AnswerEntry]
  }

  struct AnswerEntry: Encodable {
    let state: String
    let value: Double?
    let unit: String?
    let currency: String?
    let bound: String?
    let formula: String?
    let reason: String?
    let inputs: [InputEntry]
    let lacks: [LackEntry]

    init(_ answer: Answer, _ places: Places, currency: String? = nil) {
      let figure = answer.figure
      value = figure?.value
      unit = figure?.unit.rawValue
      bound = figure?.bound.rawValue
      formula = figure?.formula
      self.currency = currency
      var seen: Set<Input> = []
      inputs = (figure?.inputs ?? []).filter { seen.insert($0).inserted }.map {
        InputEntry(name: $0.name, place: places.place($0.range))
      }
      lacks = answer.lacks.map { LackEntry($0, places) }
      switch answer {
      case .known: (state, reason) = ("known", nil)
      case .unknown: (state, reason) = ("unknown", nil)
      case .impossible(let text): (state, reason) = ("impossible", text)
      }
    }
  }

  struct InputEntry: Encodable {
    let name: String
    let place: PlaceEntry?
  }

  struct LackEntry: Encodable {
    let fact: String
    let subject: String
    let place: PlaceEntry?

    init(_ lack: Lack, _ places: Places) {
      fact = lack.fact
      subject = lack.subject
      place = places.place(lack.range)
    }
  }

  package init(_ sizings: [EnvironmentSizing], _ model: Model, _ places: Places) {
    environments = sizings.map { sizing in
      Entry(
        name: model[sizing.environment].name, asOf: sizing.outlook.asOf?.description,
        horizonDays: sizing.outlook.horizon.map { Int($0 / 86_400) },
        binding: sizing.binding.map(BindingEntry.init),
        subjects: Self.subjects(sizing, model, places), toState: sizing.lacks.map { LackEntry($0, places) })
    }
  }

  /// The document's bytes: keys in alphabetical order, a line feed at the end.
  package func bytes() throws(EncodingFailure) -> [UInt8] { try encodedJSON(self) }

  private static func subjects(_ sizing: EnvironmentSizing, _ model: Model, _ places: Places)
    -> [SubjectEntry]
  {
    func answers(_ pairs: [(String, Answer)]) -> [String: AnswerEntry] {
      Dictionary(pairs.map { ($0.0, AnswerEntry($0.1, places)) }) { first, _ in first }
    }
    func entry(
      _ kind: String, _ name: String, _ stated: [String: Double?] = [:], _ binding: Constraint? = nil,
      _ figures: [(String, Answer)]
    ) -> SubjectEntry {
      SubjectEntry(
        kind: kind, name: name, stated: stated.compactMapValues { $0 },
        binding: binding.map(BindingEntry.init),
        figures: answers(figures))
    }
    var out = [entry("design", model.design?.name ?? "", [:], nil, [("growth", sizing.outlook.growth)])]
    out += sizing.applications.map { one in
      let most = one.replicas.flatMap { $0.upperBound == Int.max ? nil : Double($0.upperBound) }
      return entry(
        "application", model[one.element].path,
        [
          "fewestReplicas": one.replicas.map { Double($0.lowerBound) }, "mostReplicas": most,
          "target": one.target,
        ],
        one.binding,
        [
          ("traffic", one.traffic), ("demand", one.demand), ("busy", one.offered),
          ("utilisation", one.utilisation), ("laterUtilisation", one.laterUtilisation),
          ("replicas", one.need.healthy), ("replicasNodeLost", one.need.nodeLost),
          ("replicasZoneLost", one.need.zoneLost), ("laterReplicas", one.laterNeed.healthy),
          ("laterReplicasNodeLost", one.laterNeed.nodeLost),
          ("laterReplicasZoneLost", one.laterNeed.zoneLost),
        ])
    }
    out += sizing.machines.map {
      entry(
        "machines", $0.path,
        ["nodes": $0.nodes.map(Double.init), "cpu": $0.cpuEach, "memory": $0.memoryEach], nil,
        [
          ("cpu", $0.cpu), ("memory", $0.memory), ("memoryOfOne", $0.memoryPerNode),
          ("nodes", $0.nodesNeeded),
        ])
    }
    out += sizing.databases.map {
      entry(
        "database", model[$0.element].path, ["accepted": $0.accepted.map(Double.init)], nil,
        [("connections", $0.connections)])
    }
    out += sizing.topics.map {
      entry(
        "topic", "\(model[$0.topic].path) for \(model[$0.consumer].path)",
        ["partitions": Double($0.partitions)],
        nil, [("partitions", $0.needed)])
    }
    out += sizing.disks.map {
      entry(
        "disk", $0.name, ["size": $0.size, "limit": $0.limit], nil,
        [("now", $0.now), ("later", $0.later)] + ($0.fullAfter.map { [("fullAfter", $0)] } ?? []))
    }
    out += sizing.costs.map {
      SubjectEntry(
        kind: "cost", name: $0.currency, stated: [:], binding: nil,
        figures: ["month": AnswerEntry(.known($0.month), places, currency: $0.currency)])
    }
    return out
  }
}
