import DesignModel

/// How many replicas an application needs so that it uses no more of its processors than its target, in the good case and
/// in bad ones.
package struct ReplicaNeed: Sendable {
  /// When all of them run.
  package let healthy: Answer
  /// When one machine is lost; one replica where no machines are named.
  package let nodeLost: Answer
  /// When one zone is lost.
  package let zoneLost: Answer

  static func unknown(_ lacks: [Lack]) -> ReplicaNeed {
    ReplicaNeed(healthy: .unknown(lacks), nodeLost: .unknown(lacks), zoneLost: .unknown(lacks))
  }

  /// The greatest of the three that are known.
  package var most: Double? { [healthy, nodeLost, zoneLost].compactMap(\.value).max() }
}

extension SizedDesign {
  /// - Parameter growth: how many times as great the traffic is.
  func need(_ load: Load, target: Double, targetInputs: [Input], growth: Double) -> ReplicaNeed {
    let inputs = load.peak.inputs + load.inputs + targetInputs
    let needed = load.replicas(at: target, growth: growth)
    let offered = Written.number(load.offered * growth)
    let unit = load.service == nil ? "replicas busy" : "cores"
    let bound = load.peak.bound
    func figure(_ count: Int, _ formula: String, _ more: [Input] = []) -> Answer {
      .known(
        Figure(Double(count), .replicas, formula, inputs + more, bound: bound, lacks: load.peak.lacks))
    }
    let healthy = figure(
      needed,
      "ceil(\(offered) \(unit) ÷ (\(Written.percent(target * 100)) × \(Written.number(load.each)) per replica)) = \(needed)"
    )
    let spread = spread(of: load.deployments)
    return ReplicaNeed(
      healthy: healthy,
      nodeLost: nodeLost(needed, spread, figure),
      zoneLost: zoneLost(needed, spread, figure))
  }

  private func nodeLost(_ needed: Int, _ spread: Spread, _ figure: (Int, String, [Input]) -> Answer) -> Answer
  {
    guard spread.nodeLacks.isEmpty else { return .unknown(spread.nodeLacks) }
    guard let nodes = spread.nodes else {
      return figure(needed + 1, "\(needed) + 1 replica = \(needed + 1)", [])
    }
    guard let count = Replicas.surviving(needed, lossOfOneOf: nodes) else {
      return .impossible("there is one machine")
    }
    return figure(
      count, "\(count) on \(nodes) machines: \(count) − ceil(\(count) ÷ \(nodes)) ≥ \(needed)", spread.inputs)
  }

  private func zoneLost(_ needed: Int, _ spread: Spread, _ figure: (Int, String, [Input]) -> Answer) -> Answer
  {
    guard let zones = spread.zones else { return .unknown(spread.zoneLacks) }
    guard let count = Replicas.surviving(needed, lossOfOneOfEqual: zones) else {
      return .impossible("there is one zone")
    }
    return figure(count, "\(zones) zones × ceil(\(needed) ÷ \(zones - 1)) = \(count)", spread.inputs)
  }
}
