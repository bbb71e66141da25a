package import DesignDiagram
package import DesignModel

/// A picture of a design, with the name of the file it is written to.
package struct Picture: Sendable {
  /// The file's name without its extension: `deployment-production`.
  package let name: String
  package let diagram: Diagram
}

/// The pictures that a design yields without any `view`, in the order in which people look at them.
package func pictures(of model: Model) -> [Picture] {
  let names = ElementNames(model)
  var out: [Picture] = []
  var taken: Set<String> = []
  func add(_ name: String, _ diagram: Diagram?) {
    guard let diagram else { return }
    var unique = FileName.safe(name)
    var number = 2
    while !taken.insert(unique).inserted {
      unique = "\(FileName.safe(name))-\(number)"
      number += 1
    }
    out.append(Picture(name: unique, diagram: diagram))
  }
  add("landscape", LandscapeView(model, names).diagram())
  add("applications", ApplicationsView(model, names).diagram())
  for environment in model.environments {
    let element = model[environment.element]
    add("deployment-\(element.name)", DeploymentView(model, names, environment).diagram())
  }
  for database in model.elements(ElementKinds(.database)) {
    add("erd-\(names.short(database))", TablesView(model, names, database).diagram())
  }
  for broker in model.elements(ElementKinds(.broker)) {
    add("events-\(names.short(broker))", EventsView(model, names, broker).diagram())
  }
  return out
}
