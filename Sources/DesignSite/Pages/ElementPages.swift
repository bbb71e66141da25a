import DesignModel
import DesignView

/// A page for each element that has one.
extension SiteModel {
  /// - Parameter pictures: the picture that each page shows, by the page's address.
  func elementPages(_ pictures: [String: String]) -> [Page] {
    let flows = Dictionary(model.flows.map { ($0.element, $0) }, uniquingKeysWith: { first, _ in first })
    let environments = Dictionary(
      model.environments.map { ($0.element, $0) }, uniquingKeysWith: { first, _ in first })
    return model.ownElements.compactMap { element in
      guard var page = emptyPage(of: element) else { return nil }
      page.picture = pictures[page.address]
      addFacts(element.facts, to: &page)
      switch element.kind {
      case .api: addEndpoints(of: element, to: &page)
      case .database, .schema:
        addTables(of: element.id, to: &page)
        addParts("Triggers", .trigger, of: element, to: &page)
      case .table, .sqlView: if let table = model.table(element.id) { addTable(table, to: &page) }
      case .topic, .queue: addMessage(of: element, to: &page)
      case .environment:
        if let environment = environments[element.id] { addPlaces(of: environment, to: &page) }
      case .flow: if let flow = flows[element.id] { addSteps(of: flow, to: &page) }
      case .pipeline: addParts("Stages", .stage, of: element, to: &page)
      case .application: addParts("Secrets", .secret, of: element, to: &page)
      case .milestone: addFeatures(of: element, to: &page)
      case .feature: addFlows(of: element, to: &page)
      case .type, .enumeration, .domain: addFields(of: element, to: &page)
      default: break
      }
      let withTables = ElementKinds(.database, .schema).contains(element.kind)
      addChildren(element.id, to: &page, except: withTables ? ElementKinds(.table, .sqlView) : [])
      addConnections(element.id, to: &page)
      addDeployments(element.id, to: &page)
      addBehaviour(element.id, to: &page)
      addFindings(to: &page)
      return page
    }
  }

  /// The head of an element's page.
  private func emptyPage(of element: Element) -> Page? {
    guard let address = addresses.page(of: element.id) else { return nil }
    var page = Page(address: address, title: element.title)
    page.kind = element.kind == .api ? "API" : Self.sentenceStart(element.kind.noun)
    page.tags = [
      element.kind == .person ? element.subtype ?? "" : names.technology(element),
      element.isExternal ? "external" : "", element.label == nil ? "" : element.name,
    ].filter { !$0.isEmpty }
    let around = model.ancestry(element.id).dropFirst().filter { $0.kind != .design }
    page.trail = around.reversed().map { link($0.id) }
    page.description = element.summary ?? ""
    return page
  }

  private func addFields(of element: Element, to page: inout Page) {
    var blocks = blocks(ofType: element.id, isOwnPage: true)
    if model.fields[element.id] != nil {
      blocks.append(.listing(examples.json(declared: element.id), caption: "Example"))
    }
    guard !blocks.isEmpty else { return }
    let title = element.kind == .enumeration ? "Cases" : element.kind == .domain ? "Definition" : "Fields"
    page.sections.append(.init(title, anchor: title.lowercased(), blocks))
    let users = model.endpoints.filter { endpoint in
      let types = endpoint.parameters.compactMap(\.type) + endpoint.responses.compactMap(\.type)
      return declaredTypes(in: types).contains(element.id)
    }
    page.add(
      "Used by", anchor: "used-by", ["Endpoint", "API"],
      users.map { .init(cells: [[link($0.element)], [link($0.api)]]) })
  }
}
