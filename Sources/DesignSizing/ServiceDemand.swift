package import DesignModel

/// What a request costs an application.
package struct ServiceDemand: Sendable {
  /// Seconds of one core for a request; nil where only a replica's load is known.
  package let seconds: Double?
  /// Requests per second that one replica carries, where that was measured; it goes before `seconds`.
  package let measured: Double?
  package let isEstimated: Bool
  package let inputs: [Input]
}

extension SizedDesign {
  /// The demand that an application states; nil when it states none.
  package func demand(of application: Element) -> ServiceDemand? {
    let time = application.fact("cpu-time")
    let seconds = time?.seconds.flatMap { $0 > 0 ? $0 : nil }
    let load = application.fact("handles-load")
    let measured = load?.perSecond.flatMap { $0 > 0 ? $0 : nil }
    guard seconds != nil || measured != nil else { return nil }
    var inputs: [Input] = []
    if measured != nil, let load { inputs.append(Input("\(application.path) handles-load", load.range)) }
    if measured == nil, let time { inputs.append(Input("\(application.path) cpu-time", time.range)) }
    return ServiceDemand(
      seconds: seconds, measured: measured, isEstimated: time?.words.contains("estimated") ?? false,
      inputs: inputs)
  }
}
