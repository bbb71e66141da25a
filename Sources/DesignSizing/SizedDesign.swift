package import DesignModel

/// The model with what its figures need, looked up once. Cost is linear in the model.
package struct SizedDesign: Sendable {
  package let model: Model
  package let placement: Placement
  /// Places in `Model.connections`, by what runs at their beginning (an application, store or person).
  let outgoing: [ElementID: [Int]]
  /// Likewise by what runs at their end.
  let incoming: [ElementID: [Int]]
  /// Likewise by exactly what they end at.
  let reaching: [ElementID: [Int]]
  /// The peak of requests and messages that reaches each application, and each topic and queue.
  private(set) var traffic: [ElementID: Answer] = [:]
  private let owners: [ElementID]

  /// - Parameter placement: where everything stands.
  package init(_ model: Model, _ placement: Placement) {
    self.model = model
    self.placement = placement
    let running = ElementKinds.deployable.union(ElementKinds(.person))
    var owners: [ElementID] = []
    owners.reserveCapacity(model.elements.count)
    for element in model.elements {
      // What holds an element stands before it in the list.
      let outer = element.parent.map { owners[Int($0.index)] }
      let isInside = outer.map { running.contains(model[$0].kind) } ?? false
      owners.append(running.contains(element.kind) || !isInside ? element.id : outer ?? element.id)
    }
    self.owners = owners
    var outgoing: [ElementID: [Int]] = [:]
    var incoming: [ElementID: [Int]] = [:]
    var reaching: [ElementID: [Int]] = [:]
    for (index, connection) in model.connections.enumerated() {
      outgoing[owners[Int(connection.source.index)], default: []].append(index)
      guard let target = connection.target else { continue }
      incoming[owners[Int(target.index)], default: []].append(index)
      reaching[connection.endpoint ?? target, default: []].append(index)
    }
    self.outgoing = outgoing
    self.incoming = incoming
    self.reaching = reaching
    var propagation = TrafficPropagation(self)
    for element in model.elements where [.application, .topic, .queue].contains(element.kind) {
      _ = propagation.traffic(of: element.id)
    }
    traffic = propagation.found
  }

  /// The application, store, broker or person that an element is or lies in; else the element itself.
  func owner(_ id: ElementID) -> ElementID { owners[Int(id.index)] }

  func connections(_ indices: [Int]?) -> some Sequence<Connection> {
    (indices ?? []).lazy.map { model.connections[$0] }
  }

  /// The deployments of an element in an environment, as places in `Placement.deployments`.
  package func deployments(of id: ElementID, in environment: Int) -> [Int] {
    (placement.deploymentsOf[id] ?? []).filter { placement.deployments[$0].environment == environment }
  }
}
