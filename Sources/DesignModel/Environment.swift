package import DesignSource
import DesignSyntax

/// A place in which the whole system runs, after `like` and `every deploy` have been applied.
package struct Environment: Sendable {
  package let element: ElementID
  /// `production`, `staging`, `qa`, `dev`, `sandbox`; what the text says after the colon, else a name that is one.
  package let kind: String?
  package var places: [Place]
  /// What is deployed in no place.
  package var deployments: [Deployment]

  /// All deployments, places first to last, from the outside in.
  package var allDeployments: [Deployment] {
    deployments + places.flatMap(\.allDeployments)
  }

  /// All places with those inside of them, each after the one that holds it.
  package var allPlaces: [Place] { places.flatMap { [$0] + $0.allPlaces } }

  package var isProduction: Bool { kind == "production" }
}

/// A region, zone, network, cluster or node.
package struct Place: Sendable, Facts {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case region, zone, network, cluster, node
  }

  package let kind: Kind
  package let name: String
  /// Names from the environment on, joined with dots.
  package let path: String
  package var label: String?
  package var technology: String?
  package var version: String?
  package var facts: [Fact]
  package let range: SourceRange
  package let nameRange: SourceRange
  package var places: [Place]
  package var deployments: [Deployment]

  package var title: String { label ?? name }

  /// How many machines: those stated; one for a node; unknown for a cluster that does not say.
  package var nodeCount: ClosedRange<Int>? {
    guard let bounds = fact("nodes")?.bounds else { return kind == .node ? 1...1 : nil }
    func count(_ quantity: Quantity?) -> Int? { if case .count(let n)? = quantity { n } else { nil } }
    let low = count(bounds.low) ?? 0
    let high = bounds.high == nil ? Int.max : count(bounds.high) ?? low
    return low <= high ? low...high : high...low
  }

  package var allDeployments: [Deployment] { deployments + places.flatMap(\.allDeployments) }

  package var allPlaces: [Place] { places.flatMap { [$0] + $0.allPlaces } }
}

/// That an application or store runs in a place.
package struct Deployment: Sendable, Facts {
  package let target: ElementID
  package var label: String?
  package var facts: [Fact]
  /// The path of the place, or of the environment.
  package let place: String
  package let range: SourceRange
  package let targetRange: SourceRange

  /// `primary`, `replica`, …
  package var role: String? { fact("as")?.word }

  /// The least and most instances; nil when unstated. An open upper bound is as high as can be.
  package var replicas: ClosedRange<Int>? {
    guard let bounds = fact("replicas")?.bounds else { return nil }
    func count(_ quantity: Quantity?) -> Int? { if case .count(let n)? = quantity { n } else { nil } }
    let low = count(bounds.low) ?? 0
    let high = bounds.high == nil ? Int.max : count(bounds.high) ?? low
    return low <= high ? low...high : high...low
  }
}
