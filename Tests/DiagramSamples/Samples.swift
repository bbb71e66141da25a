package import DesignDiagram

/// A diagram with a name for files and messages.
package struct DiagramSample: Sendable, CustomStringConvertible {
  /// The name, fit for a file.
  package let name: String
  /// The diagram.
  package let diagram: Diagram

  /// The name: a log of tests is no place for a whole diagram.
  package var description: String { name }

  /// Every sample, small ones first.
  package static let all: [DiagramSample] = [
    DiagramSample(name: "empty", diagram: Diagram(kind: .applications, title: "Nothing yet")),
    DiagramSample(name: "shop", diagram: .shop), DiagramSample(name: "production", diagram: .production),
    DiagramSample(name: "shop-tables", diagram: .shopTables),
    DiagramSample(name: "hostile", diagram: .hostile), DiagramSample(name: "hub", diagram: .hub),
    DiagramSample(name: "tickets", diagram: .tickets),
    DiagramSample(name: "system-20", diagram: .generatedSystem(20)),
    DiagramSample(name: "tables-20", diagram: .generatedTables(20)),
    DiagramSample(name: "tables-60", diagram: .generatedTables(60)),
    DiagramSample(name: "system-100", diagram: .generatedSystem(100)),
    DiagramSample(name: "tables-100", diagram: .generatedTables(100)),
    DiagramSample(name: "system-500", diagram: .generatedSystem(500)),
    DiagramSample(name: "tables-500", diagram: .generatedTables(500)),
  ]

  /// The sample of a name; `system-` or `tables-` and a number generates one of any size.
  package static func named(_ name: String) -> DiagramSample? {
    if let known = all.first(where: { $0.name == name }) { return known }
    let parts = name.split(separator: "-")
    guard parts.count == 2, let count = Int(parts[1]), count > 0 else { return nil }
    switch parts[0] {
    case "system": return DiagramSample(name: name, diagram: .generatedSystem(count))
    case "tables": return DiagramSample(name: name, diagram: .generatedTables(count))
    default: return nil
    }
  }
}
