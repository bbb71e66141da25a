package import DesignModel
package import DesignSource

extension Model {
  /// The endpoint of an api that a part of its contract is; nil for other parts.
  package func endpoint(of part: String, in api: Element) -> Endpoint? {
    api.children.lazy.compactMap { endpoint($0) }.first { ContractMaker.key(of: $0, in: api) == part }
  }

  /// Where a part of a contract stands in the design: the endpoint, the table, else the whole.
  ///
  /// - Parameter location: from the part inwards, as changes have it: an answer or a parameter is found by its first step.
  package func range(of part: String, location: [String] = [], in element: Element) -> SourceRange {
    if let endpoint = endpoint(of: part, in: element) {
      let step = location.first
      let parameter = endpoint.parameters.first {
        step == "parameter \($0.place.rawValue) \($0.name)" || step == "request body" && $0.place == .body
      }
      let response = endpoint.responses.first { step == "response \(($0.status ?? "200").uppercased())" }
      return parameter?.range ?? response?.range ?? self[endpoint.element].nameRange
    }
    let table = tables(of: element.id).first {
      "table \(self[$0.element].path.dropFirst(element.path.utf8.count + 1))" == part
    }
    return table.map { self[$0.element].nameRange } ?? element.nameRange
  }
}
