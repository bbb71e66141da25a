import DesignDiagram
import DesignModel

/// Pictures whose files bear different names.
struct PictureList {
  private(set) var pictures: [Picture] = []
  private var taken: Set<String> = []

  /// More tables than these are unreadable on one sheet.
  private static let tables = Division.Limits(most: 60, wanted: 40)
  /// More applications and stores than these are, or more lines between them.
  private static let applications = Division.Limits(most: 80, lines: 120, wanted: 40)

  mutating func add(
    _ name: String, _ diagram: Diagram?, of subject: ElementID? = nil, instances: [String: ElementID] = [:]
  ) {
    guard let diagram else { return }
    append(unique(name), .diagram(diagram), subject, instances)
  }

  mutating func add(_ name: String, _ diagram: SequenceDiagram?, of subject: ElementID? = nil) {
    guard let diagram else { return }
    append(unique(name), .sequence(diagram), subject)
  }

  private mutating func append(
    _ name: String, _ content: Picture.Content, _ subject: ElementID? = nil,
    _ instances: [String: ElementID] = [:]
  ) {
    pictures.append(Picture(name: name, content: content, subject: subject, instances: instances))
  }

  mutating func addApplications(_ name: String, _ diagram: Diagram?) {
    guard let diagram, let division = Division(diagram, Self.applications, keepsLoose: true) else {
      return add(name, diagram)
    }
    let overview = unique(name)
    let sheets = Sheets(division, overview: overview) { unique($0) }
    append(overview, .diagram(sheets.partsOverview()))
    for sheet in sheets.sheets(isMutual: true) { append(sheet.name, .diagram(sheet.diagram)) }
  }

  mutating func addTables(
    _ name: String, _ diagram: Diagram?, of subject: ElementID, owner: (String) -> String?
  ) {
    guard let diagram, let division = Division(diagram, Self.tables, keepsLoose: false, belongsTo: owner)
    else { return add(name, diagram, of: subject) }
    let overview = unique(name)
    let sheets = Sheets(division, overview: overview) { unique($0) }
    append(overview, .diagram(sheets.tablesOverview()), subject)
    for sheet in sheets.sheets(isMutual: false) { append(sheet.name, .diagram(sheet.diagram)) }
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
