import DesignModel

extension Review {
  /// Everything that an element waits for and cannot do without, directly or not, itself included, each once.
  func hardDependencies(of id: ElementID) -> [ElementID] {
    var found: [ElementID] = [id]
    var seen: Set<ElementID> = [id]
    var next = 0
    while next < found.count {
      for (_, connection) in connections(outgoing[found[next]]) {
        guard connection.isSynchronous, !connection.states("optional"), let target = connection.target else {
          continue
        }
        let owner = owner(target)
        guard !owner.states("optional"), seen.insert(owner.id).inserted else { continue }
        found.append(owner.id)
      }
      next += 1
    }
    return found
  }
}
