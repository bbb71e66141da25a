import DesignModel
import DesignSizing

/// The figures of a sizing by name, as the explanation and JSON have them.
enum SizingEntries {
  /// A thing that is sized, with its figures in order.
  struct Subject {
    let name: String
    let figures: [(name: String, answer: Answer)]
    /// Lines of arithmetic that the figures rest on.
    var notes: [String] = []
  }

  static func all(_ sizing: EnvironmentSizing, _ model: Model) -> [Subject] {
    var out = [Subject(name: "design", figures: [("growth of traffic", sizing.outlook.growth)])]
    out += sizing.applications.map { one in
      Subject(
        name: model[one.element].path,
        figures: [
          ("traffic", one.traffic), ("demand", one.demand), ("busy", one.offered), ("used", one.utilisation),
          ("used later", one.laterUtilisation), ("replicas needed", one.need.healthy),
          ("with a node lost", one.need.nodeLost), ("with a zone lost", one.need.zoneLost),
          ("replicas needed later", one.laterNeed.healthy),
          ("later, with a node lost", one.laterNeed.nodeLost),
          ("later, with a zone lost", one.laterNeed.zoneLost),
        ])
    }
    out += sizing.machines.map {
      Subject(
        name: $0.path,
        figures: [
          ("cpu promised", $0.cpu), ("memory promised", $0.memory), ("memory of one", $0.memoryPerNode),
          ("nodes needed", $0.nodesNeeded),
        ])
    }
    out += sizing.databases.map {
      Subject(name: model[$0.element].path, figures: [("connections", $0.connections)])
    }
    out += sizing.topics.map {
      Subject(
        name: "\(model[$0.topic].path) for \(model[$0.consumer].path)", figures: [("partitions", $0.needed)])
    }
    out += sizing.disks.map {
      Subject(
        name: "disk of \($0.name)",
        figures: [("now", $0.now), ("later", $0.later)] + ($0.fullAfter.map { [("full", $0)] } ?? []),
        notes: $0.terms)
    }
    out += sizing.costs.map {
      Subject(name: "cost in \($0.currency)", figures: [("month", .known($0.month))])
    }
    return out
  }
}
