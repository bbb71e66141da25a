import DesignModel

/// What the page of an api says, and the pages of topics and queues of their messages.
extension SiteModel {
  func addEndpoints(of api: Element, to page: inout Page) {
    let endpoints = model.endpoints.filter { $0.api == api.id }
    guard !endpoints.isEmpty else { return }
    page.sections.append(.init("Endpoints", anchor: "endpoints", endpoints.flatMap(blocks)))
    let types = endpoints.flatMap { $0.parameters.compactMap(\.type) + $0.responses.compactMap(\.type) }
    addTypes(types, to: &page)
  }

  private func blocks(_ endpoint: Endpoint) -> [Page.Block] {
    let element = model[endpoint.element]
    let base = model[endpoint.api].fact("base")?.word ?? ""
    var out: [Page.Block] = [
      .heading(
        [.tag(endpoint.method), Span(" "), .code(base + endpoint.path)]
          + (element.label.map { [Span(" \($0)", .quiet)] } ?? []), anchor: addresses.anchor(of: element.id))
    ]
    if let summary = element.summary { out.append(.markdown(summary)) }
    let facts = element.facts.filter { $0.key != "accept" }
    if !facts.isEmpty {
      out.append(.table(.init(rows: facts.map { .init(cells: [.text($0.key), line($0)]) })))
    }
    if !endpoint.parameters.isEmpty {
      out.append(
        .table(
          Page.Grid(
            headers: ["Parameter", "In", "Type", "Default"],
            rows: endpoint.parameters.map { parameter in
              .init(cells: [
                [Span(parameter.name, .strong)], .text(parameter.place.rawValue),
                parameter.type.map(line) ?? [], .code(parameter.defaultValue ?? ""),
              ])
            }
          ).compact))
    }
    if !endpoint.responses.isEmpty {
      out.append(
        .table(
          Page.Grid(
            headers: ["Answer", "Type"],
            rows: endpoint.responses.map { response in
              .init(cells: [
                [.tag(response.status ?? "success")], response.type.map(line) ?? [Span("nothing", .quiet)],
              ])
            })))
    }
    out += listings(endpoint)
    let callers = (incoming[endpoint.element] ?? []).map { model.connections[$0].source }
    var seen: Set<ElementID> = []
    let names = callers.filter { seen.insert($0).inserted }.map { [link($0)] }
    if !names.isEmpty { out.append(.paragraph([Span("Called by ")] + .joined(names))) }
    return out
  }

  /// An example of the request and of the answer when all goes well.
  private func listings(_ endpoint: Endpoint) -> [Page.Block] {
    var out: [Page.Block] = []
    if let body = endpoint.parameters.first(where: { $0.place == .body })?.type, examples.isWorthwhile(body) {
      out.append(.listing(examples.json(body, .request), caption: "Example of a request"))
    }
    let success = endpoint.responses.first { $0.status.map { $0.hasPrefix("2") } ?? true }
    if let type = success?.type, examples.isWorthwhile(type) {
      out.append(.listing(examples.json(type, .response), caption: "Example of an answer"))
    }
    return out
  }

  private func addTypes(_ types: [DataType], to page: inout Page) {
    let declared = declaredTypes(in: types)
    guard !declared.isEmpty else { return }
    page.sections.append(
      .init(
        "Types", anchor: "types",
        declared.flatMap { id in
          [.heading([link(id)], anchor: "type-\(addresses.page(of: id).map(Self.lastPart) ?? "")")]
            + blocks(ofType: id)
        }))
  }

  private static func lastPart(_ address: String) -> String {
    String(address.split(separator: "/").last ?? "")
  }

  /// The message of a topic or queue, its fields and an example.
  func addMessage(of channel: Element, to page: inout Page) {
    guard let type = model.payloads[channel.id] else { return }
    var blocks: [Page.Block] = [.paragraph(line(type))]
    if let id = type.name?.target { blocks += self.blocks(ofType: id) }
    if examples.isWorthwhile(type) { blocks.append(.listing(examples.json(type), caption: "Example")) }
    page.sections.append(.init("Message", anchor: "message", blocks))
  }
}
