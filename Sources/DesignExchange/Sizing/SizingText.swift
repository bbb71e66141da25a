package import DesignLint

/// What an environment needs, for a terminal.
package struct SizingText: Sendable {
  private let sizing: Sizing
  private let places: Places
  /// Whether each number is followed by its formula and places.
  private let explains: Bool

  package init(_ sizing: Sizing, _ places: Places, explains: Bool) {
    self.sizing = sizing
    self.places = places
    self.explains = explains
  }

  /// A table for applications, machines and databases; the limit that is reached first; what must be stated for the rest.
  package var text: String {
    var out = "\(sizing.environment)\n"
    for (kind, title, columns) in Self.tables {
      let subjects = sizing.subjects.filter { $0.kind == kind && !$0.figures.isEmpty }
      guard !subjects.isEmpty else { continue }
      let rows = subjects.map { subject in
        [subject.path] + columns.map { subject.figure($0.0)?.written ?? "–" }
      }
      out += "\n" + Self.table([title] + columns.map(\.1), rows)
      if explains { out += "\n" + subjects.map(explanation).joined() }
    }
    if let binding = sizing.binding {
      let share = Int(((binding.figure.share ?? 0) * 100).rounded())
      out +=
        "\nReached first: \(binding.figure.kind.noun) of \(binding.subject.path), \(binding.figure.written), \(share) % of what may be used\n"
    }
    var clauses: [(clause: String, paths: [String])] = []
    for gap in sizing.subjects.flatMap(\.gaps) {
      if let index = clauses.firstIndex(where: { $0.clause == gap.clause }) {
        if !clauses[index].paths.contains(gap.path) { clauses[index].paths.append(gap.path) }
      } else {
        clauses.append((gap.clause, [gap.path]))
      }
    }
    if !clauses.isEmpty {
      out += "\nNot known; state\n"
      for (clause, paths) in clauses { out += "  `\(clause)` of\n" + Self.wrapped(paths) }
    }
    return out
  }

  private typealias Column = (Sizing.Figure.Kind, String)

  private static let tables: [(Sizing.Subject.Kind, String, [Column])] = [
    (
      .application, "application",
      [
        (.traffic, "peak"), (.demand, "busy"), (.replicas, "runs"), (.utilisation, "used"),
        (.replicasNeeded, "needs"), (.replicasNodeLost, "less one"), (.replicasZoneLost, "less a zone"),
        (.cost, "cost"),
      ]
    ),
    (.machine, "machines", [(.cpu, "processors"), (.memory, "memory"), (.cost, "cost")]),
    (.database, "database", [(.connections, "connections"), (.disk, "disk at the horizon")]),
  ]

  /// Columns as wide as their widest cell; those that are empty throughout are left out.
  private static func table(_ head: [String], _ rows: [[String]]) -> String {
    let shown = head.indices.filter { column in column == 0 || rows.contains { $0[column] != "–" } }
    let all = [head] + rows
    let widths = head.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      let cells = shown.map { column in
        row[column] + String(repeating: " ", count: widths[column] - row[column].count)
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  /// Paths in lines of at most 80 columns.
  private static func wrapped(_ paths: [String]) -> String {
    var lines = [""]
    for (index, path) in paths.enumerated() {
      let word = path + (index < paths.count - 1 ? "," : "")
      let line = lines[lines.count - 1]
      if !line.isEmpty, line.count + word.count > 74 {
        lines.append(word)
      } else {
        lines[lines.count - 1] = line.isEmpty ? word : "\(line) \(word)"
      }
    }
    return lines.map { "    \($0)\n" }.joined()
  }

  private func explanation(_ subject: Sizing.Subject) -> String {
    "  \(subject.path)\n"
      + subject.figures.map { figure in
        let inputs = figure.inputs.map(places.written).filter { !$0.isEmpty }.joined(separator: ", ")
        return
          "    \(figure.kind.noun): \(figure.formula == "stated" ? figure.written : figure.formula)  (\(inputs))\n"
      }.joined()
  }
}

extension Sizing.Figure.Kind {
  /// As people name it.
  package var noun: String {
    switch self {
    case .traffic: "requests at peak"
    case .demand: "what the peak keeps busy"
    case .replicas: "replicas"
    case .utilisation: "utilisation at peak"
    case .replicasNeeded: "replicas needed"
    case .replicasNodeLost: "replicas needed when one is lost"
    case .replicasZoneLost: "replicas needed when a zone is lost"
    case .cpu: "processors"
    case .memory: "memory"
    case .connections: "connections"
    case .disk: "disk at the horizon"
    case .cost: "cost"
    }
  }
}
