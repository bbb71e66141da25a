import DesignModel

/// What a finding is about, and so what an `accept` must stand on to accept it.
enum Subject: Sendable, Hashable {
  case element(ElementID)
  /// A place in `Model.connections`.
  case connection(Int)
  /// A place in `Review.deployments`.
  case deployment(Int)
  /// A place in `Review.places`.
  case place(Int)
}
