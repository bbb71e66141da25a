/// All places and deployments of a design's environments in flat lists, each place after the one around it.
package struct Placement: Sendable {
  package let places: [PlacedPlace]
  package let deployments: [PlacedDeployment]
  /// Places in `deployments`, by what is deployed.
  package let deploymentsOf: [ElementID: [Int]]

  /// - Parameter judged: kinds of environment whose places are judged as those of production are.
  package init(_ model: Model, judged: Set<String> = ["production"]) {
    var flat = Flattening()
    for (index, environment) in model.environments.enumerated() {
      flat.add(environment, index, environment.kind.map(judged.contains) ?? false)
    }
    places = flat.places
    deployments = flat.deployments
    deploymentsOf = Dictionary(grouping: deployments.indices) { flat.deployments[$0].target }
  }

  /// The cluster or node that a deployment runs on, as a place in `places`; nil when it stands in neither.
  package func machines(of placed: PlacedDeployment) -> Int? {
    innermost(around: placed) { $0 == .cluster || $0 == .node }
  }

  /// The innermost place of a kind around a deployment.
  package func place(_ kind: Place.Kind, around placed: PlacedDeployment) -> Int? {
    innermost(around: placed) { $0 == kind }
  }

  private func innermost(around placed: PlacedDeployment, where isWanted: (Place.Kind) -> Bool) -> Int? {
    var next = placed.place
    while let index = next {
      if isWanted(places[index].place.kind) { return index }
      next = places[index].parent
    }
    return nil
  }
}

/// A place of an environment, with what it lies in.
package struct PlacedPlace: Sendable {
  package let place: Place
  /// The place in `Placement.places` of the one around it.
  package let parent: Int?
  /// The place in `Model.environments`.
  package let environment: Int
  /// Whether what is there is judged as in production.
  package let isProduction: Bool
}

/// A deployment, with where it is.
package struct PlacedDeployment: Sendable {
  package let deployment: Deployment
  /// The innermost place, as a place in `Placement.places`.
  package let place: Int?
  /// The place in `Model.environments`.
  package let environment: Int
  /// Whether what is there is judged as in production.
  package let isProduction: Bool

  package var target: ElementID { deployment.target }
}

/// Makes one list of nested places, each after the one around it.
private struct Flattening {
  var places: [PlacedPlace] = []
  var deployments: [PlacedDeployment] = []

  mutating func add(_ environment: Environment, _ index: Int, _ isProduction: Bool) {
    add(environment.deployments, in: nil, index, isProduction)
    for place in environment.places { add(place, in: nil, index, isProduction) }
  }

  private mutating func add(_ place: Place, in parent: Int?, _ index: Int, _ isProduction: Bool) {
    let own = places.count
    places.append(.init(place: place, parent: parent, environment: index, isProduction: isProduction))
    add(place.deployments, in: own, index, isProduction)
    for inner in place.places { add(inner, in: own, index, isProduction) }
  }

  private mutating func add(_ list: [Deployment], in place: Int?, _ environment: Int, _ isProduction: Bool) {
    for deployment in list {
      deployments.append(
        .init(deployment: deployment, place: place, environment: environment, isProduction: isProduction))
    }
  }
}
