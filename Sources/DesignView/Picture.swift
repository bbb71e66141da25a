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

  init(name: String, diagram: Diagram) {
    self.name = name
    content = .diagram(diagram)
  }

  init(name: String, sequence: SequenceDiagram) {
    self.name = name
    content = .sequence(sequence)
  }
}

/// The pictures that a design yields without any `view`, in the order in which people look at them.
package func pictures(of model: Model) -> [Picture] {
  let names = ElementNames(model)
  var out: [Picture] = []
  var taken: Set<String> = []
  func unique(_ name: String) -> String {
    var unique = FileName.safe(name)
    var number = 2
    while !taken.insert(unique).inserted {
      unique = "\(FileName.safe(name))-\(number)"
      number += 1
    }
    return unique
  }
  func add(_ name: String, _ diagram: Diagram?) {
    if let diagram { out.append(Picture(name: unique(name), diagram: diagram)) }
  }
  add("applications", ApplicationsView(model, names).diagram())
  for environment in model.environments {
    let element = model[environment.element]
    add("deployment-\(element.name)", DeploymentView(model, names, environment).diagram())
  }
  for database in model.elements(ElementKinds(.database)) {
    add("erd-\(names.short(database))", TablesView(model, names, database).diagram())
  }
  for flow in model.flows {
    guard let sequence = FlowView(model, names, flow).diagram() else { continue }
    out.append(Picture(name: unique("flow-\(model[flow.element].name)"), sequence: sequence))
  }
  return out
}
