import DesignModel
import DesignSyntax

/// What rules about capacity ask of deployments.
extension Review {
  /// The flows with a wanted availability of at least so many percent that an element takes part in.
  func flows(wanting availability: Double, through id: ElementID) -> [Element] {
    (flowsThrough[id] ?? []).map { model[model.flows[$0].element] }.filter {
      ($0.wantedAvailability ?? 0) >= availability
    }
  }

  /// The share of success in percent that is wanted of an element: its own, or that of a flow it takes part in.
  func wantedAvailability(of id: ElementID) -> Double? {
    let element = model[id]
    guard !element.states("optional") else { return element.wantedAvailability }
    let flows = (flowsThrough[id] ?? []).compactMap { model[model.flows[$0].element].wantedAvailability }
    return ([element.wantedAvailability].compactMap { $0 } + flows).max()
  }
}

extension Facts {
  /// The availability in percent that is wanted (`slo availability 99.9%`).
  var wantedAvailability: Double? { fact("slo")?.fact("availability")?.percent }

  /// The availability in percent that is promised or measured, also by whoever manages it.
  var statedAvailability: Double? {
    fact("availability")?.percent ?? fact("managed")?.fact("availability")?.percent
  }
}
