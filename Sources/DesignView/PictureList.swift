import DesignDiagram

/// Pictures whose files bear different names.
struct PictureList {
  private(set) var pictures: [Picture] = []
  private var taken: Set<String> = []

  /// More tables than these are unreadable on one sheet.
  private static let tables = Division.Limits(most: 60, wanted: 40)
  /// More applications and stores than these are.
  private static let applications = Division.Limits(most: 80, wanted: 40)

  mutating func add(_ name: String, _ diagram: Diagram?) {
    guard let diagram else { return }
    pictures.append(Picture(name: unique(name), content: .diagram(diagram)))
  }

  mutating func add(_ name: String, _ diagram: SequenceDiagram?) {
    guard let diagram else { return }
    pictures.append(Picture(name: unique(name), content: .sequence(diagram)))
  }

  mutating func addApplications(_ name: String, _ diagram: Diagram?) {
    guard let diagram, let division = Division(diagram, Self.applications, keepsLoose: true) else {
      return add(name, diagram)
    }
    let overview = unique(name)
    let sheets = Sheets(division, overview: overview) { unique($0) }
    pictures.append(Picture(name: overview, content: .diagram(sheets.partsOverview())))
    pictures += sheets.sheets(isMutual: true).map { Picture(name: $0.name, content: .diagram($0.diagram)) }
  }

  mutating func addTables(_ name: String, _ diagram: Diagram?, owner: (String) -> String?) {
    guard let diagram, let division = Division(diagram, Self.tables, keepsLoose: false, belongsTo: owner)
    else { return add(name, diagram) }
    let overview = unique(name)
    let sheets = Sheets(division, overview: overview) { unique($0) }
    pictures.append(Picture(name: overview, content: .diagram(sheets.tablesOverview())))
    pictures += sheets.sheets(isMutual: false).map { Picture(name: $0.name, content: .diagram($0.diagram)) }
  }

  /// The name as a file may bear it, with a number where another bears it.
  private mutating func unique(_ name: String) -> String {
    let safe = FileName.safe(name)
    var unique = safe
    var number = 2
    while !taken.insert(unique).inserted {
      unique = "\(safe)-\(number)"
      number += 1
    }
    return unique
  }
}
