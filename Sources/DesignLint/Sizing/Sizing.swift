package import DesignModel
package import DesignSource

/// How many servers of which size: what a design says that it must carry, held against what it has. Nothing is guessed:
/// what is not stated is a gap.
package struct Sizing: Sendable {
  /// One number with its formula.
  package struct Figure: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
      /// Requests a second at peak.
      case traffic
      /// Cores that the peak keeps busy, or replicas where one's load was measured.
      case demand
      /// Replicas at most.
      case replicas
      /// Share of the capacity that is used at peak.
      case utilisation
      /// Replicas at which the utilisation keeps to its target.
      case replicasNeeded
      /// The same when one replica is lost.
      case replicasNodeLost
      /// The same when one zone is lost.
      case replicasZoneLost
      /// Cores that deployments ask of machines.
      case cpu
      /// Bytes of memory, likewise.
      case memory
      /// Connections that the clients of a database may hold.
      case connections
      /// Bytes on disk at the design's horizon.
      case disk
      /// Money a month, as stated.
      case cost
    }

    package let kind: Kind
    package let value: Double
    /// What there is of it; nil where nothing limits it.
    package let limit: Double?
    /// The value with its unit.
    package let written: String
    /// The formula with the model's numbers in it.
    package let formula: String
    /// Where the inputs are stated.
    package let inputs: [SourceRange]

    /// The share of the limit; nil without one.
    package var share: Double? { limit.map { $0 > 0 ? value / $0 : 0 } }
  }

  /// What is sized: an application, a machine, a database.
  package struct Subject: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable { case application, machine, database }

    package let kind: Kind
    package let path: String
    package let figures: [Figure]
    /// What must be stated before the rest can be told.
    package let gaps: [Gap]

    package func figure(_ kind: Figure.Kind) -> Figure? { figures.first { $0.kind == kind } }
  }

  /// A clause that is not stated.
  package struct Gap: Sendable, Hashable {
    /// As it would be written: `cpu-time … per request`.
    package let clause: String
    /// The path of what it would be stated of.
    package let path: String
  }

  package let environment: String
  package let subjects: [Subject]

  /// The limit that is reached first: the subject and figure with the greatest share.
  package var binding: (subject: Subject, figure: Figure)? {
    let all = subjects.flatMap { subject in subject.figures.map { (subject: subject, figure: $0) } }
    return all.filter { $0.figure.share != nil }.max {
      ($0.figure.share ?? 0, $1.subject.path) < ($1.figure.share ?? 0, $0.subject.path)
    }
  }

  /// The sizes of an environment of a model; nil when there is none of that name.
  package static func of(_ model: Model, environment name: String, _ options: ReviewOptions) -> Sizing? {
    guard
      let index = model.environments.firstIndex(where: {
        model[$0.element].name == name || model[$0.element].path == name
      })
    else { return nil }
    var options = options
    // Its deployments are judged as those of production are.
    if let kind = model.environments[index].kind { options.judgedEnvironments = [kind] }
    let review = Review(model, options, .builtIn)
    let sizer = Sizer(review, index)
    return Sizing(environment: name, subjects: sizer.applications() + sizer.machines() + sizer.databases())
  }

  /// The environments of a design that can be sized, those for production first.
  package static func environments(of model: Model) -> [String] {
    let all = model.environments.map { (model[$0.element].name, $0.kind == "production") }
    return all.filter(\.1).map(\.0) + all.filter { !$0.1 }.map(\.0)
  }
}
