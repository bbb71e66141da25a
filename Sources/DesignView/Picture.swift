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
/// views.
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
  add("landscape", LandscapeView(model, names).worthwhile())
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
  for view in model.elements(ElementKinds(.view)) {
    add("view-\(view.name)", StatedView(model, names, view).made().diagram)
  }
  return out
}

/// What is wrong with the `view` statements of a design: those that would be empty, and clauses without an effect.
package func viewProblems(of model: Model) -> [Diagnostic] {
  let names = ElementNames(model)
  return model.elements(ElementKinds(.view)).flatMap { StatedView(model, names, $0).made().problems }
}
