/// What stands in an environment or a place, while it is put together.
struct EnvironmentContent {
  var places: [Place]
  var deployments: [Deployment]

  /// Gives everything the paths that it has under another environment.
  mutating func move(to path: String) {
    deployments = deployments.map { $0.moved(to: path) }
    places = places.map { place in
      let moved = "\(path).\(place.name)"
      var inner = EnvironmentContent(places: place.places, deployments: place.deployments)
      inner.move(to: moved)
      return Place(
        kind: place.kind, name: place.name, path: moved, label: place.label, technology: place.technology,
        version: place.version, facts: place.facts, range: place.range, nameRange: place.nameRange,
        places: inner.places, deployments: inner.deployments)
    }
  }

  /// Changes deployments, also in places; tells whether any was.
  mutating func change(_ body: (inout Deployment) -> Bool) -> Bool {
    var changed = false
    for index in deployments.indices where body(&deployments[index]) { changed = true }
    for index in places.indices {
      var inner = EnvironmentContent(places: places[index].places, deployments: places[index].deployments)
      if inner.change(body) { changed = true }
      (places[index].places, places[index].deployments) = (inner.places, inner.deployments)
    }
    return changed
  }

  /// Removes places by their path and deployments by their target.
  mutating func remove(_ isRemoved: (_ path: String?, _ target: ElementID?) -> Bool) {
    deployments.removeAll { isRemoved(nil, $0.target) }
    places.removeAll { isRemoved($0.path, nil) }
    for index in places.indices {
      var inner = EnvironmentContent(places: places[index].places, deployments: places[index].deployments)
      inner.remove(isRemoved)
      (places[index].places, places[index].deployments) = (inner.places, inner.deployments)
    }
  }
}

extension Deployment {
  fileprivate func moved(to place: String) -> Deployment {
    Deployment(
      target: target, label: label, facts: facts, place: place, range: range, targetRange: targetRange)
  }
}

extension [Fact] {
  /// These facts, with those of the same words replaced by others. What says that something is there replaces what says
  /// that it is absent, however it is spelled: `backup daily` replaces `backup every 6h`.
  func overridden(by others: [Fact]) -> [Fact] {
    func subject(_ fact: Fact) -> Substring { fact.key.prefix { $0 != " " } }
    let replaced = Set(others.map(subject))
    return filter { !replaced.contains(subject($0)) } + others
  }
}
