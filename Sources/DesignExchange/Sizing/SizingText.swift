package import DesignModel
package import DesignSizing
import DesignSyntax

/// A sizing as tables for a terminal.
package enum SizingText {
  /// One environment: what each thing carries and needs, what is reached first, what it costs, and what to state.
  package static func write(_ sizing: EnvironmentSizing, _ model: Model) -> String {
    let environment = model[sizing.environment].name
    var out = "\(environment): \(outlook(sizing.outlook))\n"
    let names = ShortNames(sizing, model)
    let parts = [
      applications(sizing, names), machines(sizing, names), databases(sizing, names), topics(sizing, names),
      disks(sizing, names),
    ]
    for part in parts where !part.isEmpty { out += "\n" + part }
    out += "\n" + closing(sizing)
    if !sizing.lacks.isEmpty { out += "\n" + toState(sizing.lacks) }
    return out
  }

  private static func outlook(_ outlook: Outlook) -> String {
    let start = outlook.asOf.map { "at peak, as of \($0)" } ?? "at peak"
    guard let horizon = outlook.horizon else { return start + "; no horizon is stated" }
    let end = outlook.day(after: Int(horizon / Quantity.day)).map { " (\($0))" } ?? ""
    let growth =
      outlook.growth.value.map { "traffic × \(Written.number($0))" } ?? "growth of traffic unstated"
    return "\(start), and in \(time(horizon))\(end), \(growth)"
  }

  /// `3 y`, `18 mo`, `45 d`
  static func time(_ seconds: Double) -> String {
    let days = seconds / Quantity.day
    if days >= 365 { return "\(Written.number(days / 365, digits: 1)) y" }
    return days >= 60 ? "\(Written.number(days / 30, digits: 1)) mo" : Written.duration(seconds)
  }

  private static func applications(_ sizing: EnvironmentSizing, _ names: ShortNames) -> String {
    var table = TextTable([
      "application", "req/s", "busy", "replicas", "used", "later", "need", "-node", "-zone", "limit",
    ])
    for one in sizing.applications {
      table.add([
        names[one.element], cell(one.traffic), cell(one.offered), replicas(one.replicas),
        cell(one.utilisation), cell(one.laterUtilisation), cell(one.need.healthy), cell(one.need.nodeLost),
        cell(one.need.zoneLost), one.binding?.kind.rawValue ?? "?",
      ])
    }
    return table.isEmpty ? "" : table.text(left: [0, 9])
  }

  private static func replicas(_ range: ClosedRange<Int>?) -> String {
    guard let range else { return "?" }
    let high = range.upperBound == Int.max ? "" : "\(range.upperBound)"
    return range.lowerBound == range.upperBound ? high : "\(range.lowerBound)..\(high)"
  }

  private static func machines(_ sizing: EnvironmentSizing, _ names: ShortNames) -> String {
    var table = TextTable(["machines", "nodes", "need", "of one", "cpu", "memory", "memory of one"])
    for one in sizing.machines {
      let size = [
        one.cpuEach.map { "\(Written.number($0)) cores" }, one.memoryEach.map { Written.bytes($0) },
      ].compactMap { $0 }
      table.add([
        names.place(one.path), one.nodes.map { "\($0)" } ?? "?", cell(one.nodesNeeded),
        size.isEmpty ? "?" : size.joined(separator: ", "), cell(one.cpu), cell(one.memory),
        cell(one.memoryPerNode),
      ])
    }
    return table.isEmpty ? "" : table.text()
  }

  private static func databases(_ sizing: EnvironmentSizing, _ names: ShortNames) -> String {
    var table = TextTable(["database", "connections", "accepted", "used"])
    for one in sizing.databases {
      let share = zip(one.connections.value, one.accepted).flatMap { used, accepted in
        accepted > 0 ? Written.percent(used / Double(accepted) * 100, digits: 0) : nil
      }
      table.add([
        names[one.element], cell(one.connections), one.accepted.map { "\($0)" } ?? "?", share ?? "?",
      ])
    }
    return table.isEmpty ? "" : table.text()
  }

  private static func zip<A, B>(_ a: A?, _ b: B?) -> (A, B)? {
    guard let a, let b else { return nil }
    return (a, b)
  }

  private static func topics(_ sizing: EnvironmentSizing, _ names: ShortNames) -> String {
    var table = TextTable(["topic", "consumer", "partitions", "need"])
    for one in sizing.topics {
      table.add([names[one.topic], names[one.consumer], "\(one.partitions)", cell(one.needed)])
    }
    return table.isEmpty ? "" : table.text(left: [0, 1])
  }

  private static func disks(_ sizing: EnvironmentSizing, _ names: ShortNames) -> String {
    var table = TextTable(["disk of", "holds", "size", "now", "later", "full"])
    for one in sizing.disks {
      let first = one.contents.first ?? ""
      let others = one.contents.count > 1 ? " and \(one.contents.count - 1) more" : ""
      table.add([
        names.place(one.name), first + others, Written.bytes(one.size), cell(one.now), cell(one.later),
        full(one, sizing.outlook),
      ])
    }
    return table.isEmpty ? "" : table.text(left: [0, 1, 5])
  }

  private static func full(_ disk: DiskSizing, _ outlook: Outlook) -> String {
    guard let after = disk.fullAfter?.value else { return outlook.horizon == nil ? "?" : "not by then" }
    return outlook.day(after: Int(after)).map { "\($0)" } ?? "in \(Written.grouped(Int(after))) days"
  }

  private static func closing(_ sizing: EnvironmentSizing) -> String {
    var out = ""
    if let binding = sizing.binding {
      out += "Reached first: \(binding.title), \(share(binding.share)) of what may be used.\n"
    }
    if sizing.costs.isEmpty { out += "Cost: unknown; no `cost` is stated.\n" }
    for cost in sizing.costs {
      out += "Cost: \(bounded(cost.month, Written.number(cost.month.value))) \(cost.currency) a month.\n"
    }
    return out
  }

  /// What is lacking, by fact, so that each is read once.
  static func toState(_ lacks: [Lack]) -> String {
    var facts: [String] = []
    var subjects: [String: [String]] = [:]
    for lack in lacks {
      if subjects[lack.fact] == nil { facts.append(lack.fact) }
      if subjects[lack.fact]?.contains(lack.subject) != true {
        subjects[lack.fact, default: []].append(lack.subject)
      }
    }
    var out = "To know more (?, ≥), state:\n"
    for fact in facts {
      let line = "`\(fact)` of \((subjects[fact] ?? []).joined(separator: ", "))"
      out += wrapped(line) + "\n"
    }
    return out
  }

  /// In lines of 80 columns, those after the first further in.
  private static func wrapped(_ text: String) -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = "  " + word
      } else if line.count + word.count < 80 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append("      " + word)
      }
    }
    return lines.joined(separator: "\n")
  }

  // MARK: Cells

  static func cell(_ answer: Answer) -> String {
    switch answer {
    case .unknown: "?"
    case .impossible: "none"
    case .known(let figure): bounded(figure, number(figure))
    }
  }

  private static func bounded(_ figure: Figure, _ text: String) -> String {
    switch figure.bound {
    case .exact: text
    case .atLeast: "≥" + text
    case .atMost: "≤" + text
    }
  }

  private static func number(_ figure: Figure) -> String {
    switch figure.unit {
    case .share: share(figure.value)
    case .bytes: Written.bytes(Written.rounded(figure.value))
    case .seconds: Written.duration(figure.value)
    case .perSecond: Written.number(figure.value, digits: figure.value < 10 ? 2 : 0)
    case .cores, .replicas, .money: Written.number(figure.value, digits: 1)
    case .connections, .partitions, .nodes, .days: Written.number(figure.value, digits: 0)
    }
  }

  private static func share(_ value: Double) -> String { Written.percent(value * 100, digits: 0) }
}

/// Names for tables: as short as they can be and still name one thing.
private struct ShortNames {
  private let model: Model
  private let several: Set<String>

  init(_ sizing: EnvironmentSizing, _ model: Model) {
    self.model = model
    var seen: Set<String> = []
    var several: Set<String> = []
    var things = sizing.applications.map(\.element) + sizing.databases.map(\.element)
    things += sizing.topics.flatMap { [$0.topic, $0.consumer] }
    for name in Set(things).map({ model[$0].name }) + sizing.machines.map({ Self.last($0.path) })
    where !seen.insert(name).inserted {
      several.insert(name)
    }
    self.several = several
  }

  subscript(id: ElementID) -> String { several.contains(model[id].name) ? model[id].path : model[id].name }

  func place(_ path: String) -> String { several.contains(Self.last(path)) ? path : Self.last(path) }

  private static func last(_ path: String) -> String {
    path.split(separator: ".").last.map(String.init) ?? path
  }
}
