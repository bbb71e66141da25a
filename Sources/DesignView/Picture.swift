package import DesignDiagram
package import DesignModel
package import DesignSource

/// A picture of a design, with the name of the file it is written to.
package struct Picture: Sendable {
  /// The file's name without its extension: `deployment-production`.
  package let name: String
  package let diagram: Diagram
}

/// The pictures that a design yields without any `view`, in the order in which people look at them, then those of its
/// views. A picture of many cards is an overview, followed by its sheets.
package func pictures(of model: Model) -> [Picture] {
  let names = ElementNames(model)
  var out = PictureList()
  out.add("landscape", LandscapeView(model, names).worthwhile())
  out.addApplications("applications", ApplicationsView(model, names).diagram())
  for environment in model.environments {
    let element = model[environment.element]
    out.add("deployment-\(element.name)", DeploymentView(model, names, environment).diagram())
  }
  for database in model.elements(ElementKinds(.database)) {
    let view = TablesView(model, names, database)
    out.addTables("erd-\(names.short(database))", view.diagram(), owner: view.owner)
  }
  for broker in model.elements(ElementKinds(.broker)) {
    out.add("events-\(names.short(broker))", EventsView(model, names, broker).diagram())
  }
  for view in model.elements(ElementKinds(.view)) {
    out.add("view-\(view.name)", StatedView(model, names, view).made().diagram)
  }
  return out.pictures
}

/// What is wrong with the `view` statements of a design: those that would be empty, and clauses without an effect.
package func viewProblems(of model: Model) -> [Diagnostic] {
  let names = ElementNames(model)
  return model.elements(ElementKinds(.view)).flatMap { StatedView(model, names, $0).made().problems }
}

/// Pictures whose files bear different names.
private struct PictureList {
  private(set) var pictures: [Picture] = []
  private var taken: Set<String> = []

  /// More tables than these are unreadable on one sheet.
  private static let tables = Division.Limits(most: 60, wanted: 40)
  /// More applications and stores than these are.
  private static let applications = Division.Limits(most: 80, wanted: 40)

  mutating func add(_ name: String, _ diagram: Diagram?) {
    guard let diagram else { return }
    pictures.append(Picture(name: unique(name), diagram: diagram))
  }

  mutating func addApplications(_ name: String, _ diagram: Diagram?) {
    guard let diagram, let division = Division(diagram, Self.applications, keepsLoose: true) else {
      return add(name, diagram)
    }
    let overview = unique(name)
    let sheets = Sheets(division, overview: overview) { unique($0) }
    pictures.append(Picture(name: overview, diagram: sheets.partsOverview()))
    pictures += sheets.sheets(isMutual: true).map { Picture(name: $0.name, diagram: $0.diagram) }
  }

  mutating func addTables(_ name: String, _ diagram: Diagram?, owner: (String) -> String?) {
    guard let diagram, let division = Division(diagram, Self.tables, keepsLoose: false, belongsTo: owner)
    else { return add(name, diagram) }
    let overview = unique(name)
    let sheets = Sheets(division, overview: overview) { unique($0) }
    pictures.append(Picture(name: overview, diagram: sheets.tablesOverview()))
    pictures += sheets.sheets(isMutual: false).map { Picture(name: $0.name, diagram: $0.diagram) }
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
