import DesignModel
import DesignSource
import DesignSyntax

/// Works out the figures of one environment.
struct Sizer {
  private let review: Review
  private let environment: Int
  private let name: String

  init(_ review: Review, _ environment: Int) {
    self.review = review
    self.environment = environment
    name = review.model[review.model.environments[environment].element].name
  }

  // MARK: Applications

  func applications() -> [Sizing.Subject] {
    review.elements(.application).compactMap { application in
      let placed = (review.deploymentsOf[application.id] ?? []).filter {
        review.deployments[$0].environment == environment
      }
      guard !placed.isEmpty else { return nil }
      var figures: [Sizing.Figure] = []
      let peak = review.peak(of: application)
      if let peak {
        figures.append(
          figure(.traffic, peak.rate, written: "\(Written.number(peak.rate)) req/s", "stated", [peak.range]))
      }
      let (loads, gaps) = lacking { review.loads(of: application, &$0) }
      if let load = loads.first(where: { $0.environment == name }) {
        figures += self.figures(load, of: application)
      }
      if let cost = cost(of: placed.map { review.deployments[$0].deployment }) { figures.append(cost) }
      // What nobody calls by a stated rate has no size to tell.
      let missing = peak == nil ? [Sizing.Gap(clause: "traffic … peak …", path: application.path)] : gaps
      return Sizing.Subject(kind: .application, path: application.path, figures: figures, gaps: missing)
    }
  }

  private func figures(_ load: Load, of application: Element) -> [Sizing.Figure] {
    let target = review.targetUtilisation(of: application)
    let needed = load.replicas(at: target)
    let percent = Written.percent(target * 100)
    let unit = load.service == nil ? "replicas" : "cores"
    let offered = Written.number(load.offered)
    var out = [
      figure(
        .demand, load.offered, written: "\(offered) \(unit)",
        load.service == nil
          ? "\(Written.number(load.peak)) req/s ÷ \(Written.number(load.peak / load.offered)) req/s each = \(offered)"
          : load.arithmetic[0], [load.peakRange]),
      figure(.replicas, Double(load.replicas), written: "\(load.replicas)", "stated", [load.range]),
      figure(
        .utilisation, load.utilisation * 100, limit: target * 100,
        written: Written.percent(load.utilisation * 100, digits: 1), load.arithmetic.last ?? "",
        [load.peakRange, load.range]),
      figure(
        .replicasNeeded, Double(needed), limit: Double(load.replicas), written: "\(needed)",
        "\(offered) ÷ (\(percent) × \(Written.number(load.each)) each), rounded up = \(needed)", [load.range]),
      figure(
        .replicasNodeLost, Double(needed + 1), limit: Double(load.replicas), written: "\(needed + 1)",
        "\(needed) + 1 = \(needed + 1)", [load.range]),
    ]
    let zones = Set(load.deployments.compactMap { review.place(.zone, around: review.deployments[$0]) }).count
    if zones > 1 {
      let perZone = (needed + zones - 2) / (zones - 1)
      out.append(
        figure(
          .replicasZoneLost, Double(zones * perZone), limit: Double(load.replicas),
          written: "\(zones * perZone)",
          "\(zones) zones × (\(needed) ÷ \(zones - 1), rounded up) = \(zones * perZone)", [load.range]))
    }
    return out
  }

  // MARK: Machines

  func machines() -> [Sizing.Subject] {
    let workloads = review.workloads
    return workloads.keys.sorted().filter { isHere($0) }.map { index in
      let place = review.places[index].place
      var figures: [Sizing.Figure] = []
      var gaps: [Sizing.Gap] = []
      for resource in MachineDemand.Resource.allCases {
        let (demand, lacks) = lacking { review.machineDemand(resource, index, workloads[index] ?? [], &$0) }
        guard let demand else {
          if !place.states("managed") {
            gaps.append(.init(clause: "\(resource.rawValue) …", path: place.path))
          }
          continue
        }
        // Machines that one store has to itself need no shares of it.
        guard !demand.labels.isEmpty else { continue }
        gaps += lacks
        figures.append(
          figure(
            resource == .cpu ? .cpu : .memory, demand.needed, limit: demand.capacity,
            written: "\(resource.written(demand.needed)) of \(resource.written(demand.capacity))",
            "\(demand.sum); \(demand.there)", [demand.range]))
      }
      if let cost = cost(of: place) { figures.append(cost) }
      return Sizing.Subject(kind: .machine, path: place.path, figures: figures, gaps: gaps)
    }
  }

  private func isHere(_ place: Int) -> Bool {
    review.deployments.contains { $0.environment == environment && review.machines(of: $0) == place }
  }

  // MARK: Databases

  func databases() -> [Sizing.Subject] {
    review.elements(.database).compactMap { database in
      let placed = (review.deploymentsOf[database.id] ?? []).map { review.deployments[$0] }.filter {
        $0.environment == environment
      }
      guard !placed.isEmpty, !database.isExternal else { return nil }
      var figures: [Sizing.Figure] = []
      let (connections, first) = lacking { review.connectionDemand(of: database, in: environment, &$0) }
      if let connections {
        figures.append(
          figure(
            .connections, Double(connections.total), limit: Double(connections.usable),
            written: "\(connections.total) of \(connections.usable)",
            "\(connections.sum); accepted: \(connections.accepted)", [connections.limit]))
      }
      let (disk, second) = lacking { review.diskDemand(of: database, &$0) }
      if let disk {
        let there = placed.compactMap { review.disk(of: $0)?.bytes }.first
        let limit = there.map { " of \(Written.bytes($0))" } ?? ""
        figures.append(
          figure(
            .disk, disk.end, limit: there, written: "\(Written.bytes(disk.end))\(limit)",
            disk.terms.joined(separator: "; "), disk.ranges))
      }
      return Sizing.Subject(kind: .database, path: database.path, figures: figures, gaps: first + second)
    }
  }

  // MARK: Parts

  /// What stated prices sum to.
  private func cost(of stated: [some Facts]) -> Sizing.Figure? {
    let facts = stated.compactMap { $0.fact("cost") }
    let amounts = facts.compactMap { fact -> Double? in
      if case .money(let value, _, _)? = fact.quantity { value } else { nil }
    }
    guard let fact = facts.first, !amounts.isEmpty else { return nil }
    let written = facts.compactMap { fact -> String? in
      if case .quantity(_, let written)? = fact.values.first { written } else { nil }
    }.joined(separator: " + ")
    return figure(.cost, amounts.reduce(0, +), written: written, "stated", [fact.range])
  }

  private func cost(of place: Place) -> Sizing.Figure? { cost(of: [place]) }

  private func figure(
    _ kind: Sizing.Figure.Kind, _ value: Double, limit: Double? = nil, written: String, _ formula: String,
    _ inputs: [SourceRange]
  ) -> Sizing.Figure {
    Sizing.Figure(kind: kind, value: value, limit: limit, written: written, formula: formula, inputs: inputs)
  }

  /// What a question came to, and the clauses that it lacked: only these are taken down.
  private func lacking<T>(_ ask: (inout Report) -> T) -> (T, [Sizing.Gap]) {
    var report = Report(.sizing, review.options)
    let answer = ask(&report)
    let gaps = report.lacking.keys.sorted().flatMap { id in
      (report.lacking[id] ?? []).map(\.fact).uniqued.map {
        Sizing.Gap(clause: $0, path: review.model[id].path)
      }
    }
    return (answer, gaps)
  }
}

extension Rule {
  /// Asks, and never speaks.
  fileprivate static let sizing = Rule(
    "SIZ000", "sizing", .info, what: "", why: "", silent: "", fires: "", passes: "", sources: []
  ) { _, _ in }
}
