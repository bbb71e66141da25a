import DesignModel

/// What rules ask of types.
extension Review {
  /// The table from whose columns the elements of an endpoint's list are made, when that is stated.
  func table(behind endpoint: Endpoint) -> ElementID? {
    for response in endpoint.successes {
      guard let type = response.type else { continue }
      for field in fields(of: type, depth: 1) {
        if let column = field.column { return model[column].parent }
      }
    }
    return nil
  }
}
