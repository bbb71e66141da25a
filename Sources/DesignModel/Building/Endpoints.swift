import DesignSource
import DesignSyntax

/// Endpoints with their parameters and answers.
extension ModelBuilder {
  mutating func resolveEndpoints() {
    for index in model.elements.indices where model.elements[index].kind == .endpoint {
      let element = model.elements[index]
      guard let api = element.parent else { continue }
      let node = node(of: element.id)
      let method = node.tree.text(node.head)
      let path = node.child(.endpointPath).map { EndpointPath.template($0) } ?? element.name
      model.endpointIndex[element.id] = model.endpoints.count
      model.endpoints.append(
        Endpoint(
          element: element.id, api: api, method: method, path: path,
          parameters: parameters(node, in: element.id),
          responses: responses(node, in: element.id)))
    }
  }

  private mutating func parameters(_ node: Node, in scope: ElementID) -> [Endpoint.Parameter] {
    var out: [Endpoint.Parameter] = []
    for parameter in node.child(.endpointPath)?.children.filter({ $0.kind == .parameter }) ?? [] {
      let type = parameter.child(.type).flatMap { dataType($0, in: scope, inColumn: false) }
      let name = parameter.child(.name).map { Texts.name(of: $0) } ?? ""
      out.append(.init(name: name, place: .path, type: type, defaultValue: nil, range: parameter.range))
    }
    for parameter in node.child(.parameters)?.children.filter({ $0.kind == .parameter }) ?? [] {
      let typeNode = parameter.child(.type)
      let type = typeNode.flatMap { dataType($0, in: scope, inColumn: false) }
      let name = parameter.child(.name).map { Texts.name(of: $0) } ?? "body"
      let prefix = parameter.children.first {
        $0.kind == .word && $0.range.start < (typeNode?.range.start ?? 0)
      }
      let place: Endpoint.Parameter.Place =
        switch prefix?.sourceText {
        case "header": .header
        case "cookie": .cookie
        default: name == "body" ? .body : .query
        }
      let value = parameter.children.first { child in
        typeNode.map { child.range.start >= $0.range.end } ?? false
      }
      out.append(
        .init(name: name, place: place, type: type, defaultValue: value?.sourceText, range: parameter.range))
    }
    return out
  }

  private mutating func responses(_ node: Node, in scope: ElementID) -> [Endpoint.Response] {
    let responses = node.child(.responses)?.children.filter { $0.kind == .response } ?? []
    return responses.map { response in
      let type = response.child(.type).flatMap { dataType($0, in: scope, inColumn: false) }
      return .init(status: response.child(.value)?.sourceText, type: type, range: response.range)
    }
  }
}
