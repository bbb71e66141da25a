package import DesignDiagram
package import DesignModel
package import DesignSource

/// A picture of a design, with the name of the file it is written to.
package struct Picture: Sendable {
  /// The file's name without its extension: `deployment-production`.
  package let name: String
  package let content: Content
  /// What the picture is of: an environment, a database, a broker, a flow, or the view that asks for it; nil for pictures of
  /// the whole and for the sheets of a divided one.
  package let subject: ElementID?
  /// The elements that cards stand for, where a card's id is not the element's path: what is deployed.
  package let instances: [String: ElementID]

  /// What the picture shows.
  package enum Content: Sendable, Hashable, Encodable {
    /// Elements and what runs between them.
    case diagram(Diagram)
    /// What happens, step by step.
    case sequence(SequenceDiagram)
  }

  package init(
    name: String, content: Content, subject: ElementID? = nil, instances: [String: ElementID] = [:]
  ) {
    self.name = name
    self.content = content
    self.subject = subject
    self.instances = instances
  }
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
    let view = DeploymentView(model, names, environment)
    out.add(
      "deployment-\(element.name)", view.diagram(), of: environment.element, instances: view.subjects)
  }
  for database in model.elements(ElementKinds(.database)) {
    let view = TablesView(model, names, database)
    out.addTables("erd-\(names.short(database))", view.diagram(), of: database.id, owner: view.owner)
  }
  for flow in model.flows {
    out.add("flow-\(model[flow.element].name)", FlowView(model, names, flow).diagram(), of: flow.element)
  }
  for broker in model.elements(ElementKinds(.broker)) {
    out.add("events-\(names.short(broker))", EventsView(model, names, broker).diagram(), of: broker.id)
  }
  for view in model.elements(ElementKinds(.view)) {
    if let id = view.fact("of")?.references.first, let flow = model.flows.first(where: { $0.element == id }) {
      out.add("view-\(view.name)", FlowView(model, names, flow).diagram(), of: view.id)
    } else {
      let made = StatedView(model, names, view).made()
      out.add("view-\(view.name)", made.diagram, of: view.id, instances: made.subjects)
    }
  }
  return out.pictures
}

/// What is wrong with the `view` statements of a design: those that would be empty, and clauses without an effect.
package func viewProblems(of model: Model) -> [Diagnostic] {
  let views = model.elements(ElementKinds(.view))
  guard !views.isEmpty else { return [] }
  let names = ElementNames(model)
  return views.flatMap { StatedView(model, names, $0).made().problems }
}
