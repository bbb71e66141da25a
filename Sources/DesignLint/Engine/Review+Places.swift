import DesignModel

/// What rules ask of places.
extension Review {
  /// The cluster or node that a deployment runs on, as a place in `places`; nil when it stands in neither.
  func machines(of placed: PlacedDeployment) -> Int? { placement.machines(of: placed) }

  /// The innermost place of a kind around a deployment.
  func place(_ kind: Place.Kind, around placed: PlacedDeployment) -> Int? {
    placement.place(kind, around: placed)
  }
}
