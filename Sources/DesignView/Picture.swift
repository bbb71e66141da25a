package import DesignDiagram
package import DesignModel

/// A picture of a design, with the name of the file it is written to.
package struct Picture: Sendable {
  /// The file's name without its extension: `deployment-production`.
  package let name: String
  package let content: Content

  /// What the picture shows.
  package enum Content: Sendable {
    /// Elements and what runs between them.
    case diagram(Diagram)
    /// What happens, step by step.
    case sequence(SequenceDiagram)
  }
}

/// The pictures that a design yields without any `view`, in the order in which people look at them.
package func pictures(of model: Model) -> [Picture] {
  let names = ElementNames(model)
  var out: [Picture] = []
  var taken: Set<String> = []
  func add(_ name: String, _ content: Picture.Content?) {
    guard let content else { return }
    var unique = FileName.safe(name)
    var number = 2
    while !taken.insert(unique).inserted {
      unique = "\(FileName.safe(name))-\(number)"
      number += 1
    }
    out.append(Picture(name: unique, content: content))
  }
  add("applications", ApplicationsView(model, names).diagram().map(Picture.Content.diagram))
  for environment in model.environments {
    let element = model[environment.element]
    add(
      "deployment-\(element.name)",
      DeploymentView(model, names, environment).diagram().map(Picture.Content.diagram))
  }
  for database in model.elements(ElementKinds(.database)) {
    add(
      "erd-\(names.short(database))",
      TablesView(model, names, database).diagram().map(Picture.Content.diagram))
  }
  for flow in model.flows {
    add(
      "flow-\(model[flow.element].name)", FlowView(model, names, flow).diagram().map(Picture.Content.sequence)
    )
  }
  return out
}
