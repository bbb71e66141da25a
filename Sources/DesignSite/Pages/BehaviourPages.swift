import DesignModel

/// What pages of flows, environments and pipelines say.
extension SiteModel {
  /// The steps in words, for those who cannot see the picture.
  func addSteps(of flow: Flow, to page: inout Page) {
    page.add("Steps", anchor: "steps", ["From", "To", "What"], rows(flow.steps))
  }

  private func rows(_ steps: [Flow.Step]) -> [Page.Grid.Row] {
    steps.flatMap { step -> [Page.Grid.Row] in
      switch step {
      case .message(let message): return [row(message)]
      case .note(let text): return [.init(cells: [[], [], [Span("Note: \(text)", .quiet)]])]
      case .alternative(let cases):
        return cases.enumerated().flatMap { index, section in
          [frame(index == 0 ? "Alternative" : "Else", section.condition)] + rows(section.steps)
        } + [frame("End of the alternative")]
      case .parallel(let title, let branches):
        return branches.enumerated().flatMap { index, branch in
          [frame(index == 0 ? "At once" : "And", index == 0 ? title : "")] + rows(branch)
        } + [frame("End of what happens at once")]
      case .loop(let condition, let inner):
        return [frame("Loop", condition)] + rows(inner) + [frame("End of the loop")]
      }
    }
  }

  /// The border of a frame: what it is, and when it happens.
  private func frame(_ kind: String, _ condition: String = "") -> Page.Grid.Row {
    .init(cells: [[Span(kind, .strong)], [], .text(condition)])
  }

  private func row(_ message: Flow.Message) -> Page.Grid.Row {
    var what: Line = []
    if let endpoint = message.endpoint { what.append(link(endpoint)) }
    if let label = message.label { what += (what.isEmpty ? [] : [Span(" ")]) + [Span(label)] }
    if what.isEmpty { what = [Span(message.verb)] }
    return .init(cells: [
      message.source.map { [link($0)] } ?? [], message.target.map { [link($0)] } ?? [], what,
    ])
  }

  func addPlaces(of environment: Environment, to page: inout Page) {
    page.add(
      "Places", anchor: "places", ["Place", "Kind", "As stated"],
      environment.allPlaces.map { place in
        let inside = place.path.split(separator: ".").dropFirst().joined(separator: ".")
        let technology = [place.technology, place.version].compactMap { $0 }.joined(separator: " ")
        return .init(cells: [
          [Span(inside, .strong)],
          .text([place.kind.rawValue, technology].filter { !$0.isEmpty }.joined(separator: " · ")),
          facts(place.facts),
        ])
      })
    page.add(
      "What runs", anchor: "deployments", ["What", "Place", "As stated"],
      environment.allDeployments.map { deployment in
        let inside = deployment.place.split(separator: ".").dropFirst().joined(separator: ".")
        return .init(cells: [[link(deployment.target)], .text(inside), facts(deployment.facts)])
      })
  }

  func addFeatures(of milestone: Element, to page: inout Page) {
    let features = model.elements(ElementKinds(.feature)).filter {
      $0.facts("in").flatMap(\.references).contains(milestone.id)
    }
    page.add(
      "Features", anchor: "features", ["Feature", "What it is"],
      features.map { .init(cells: [[link($0.id)], summary($0)]) })
  }

  /// Flows that show a feature.
  func addFlows(of feature: Element, to page: inout Page) {
    let flows = model.flows.map { model[$0.element] }.filter {
      $0.facts("for feature").flatMap(\.references).contains(feature.id)
    }
    page.add(
      "Shown by", anchor: "shown-by", ["Flow", "What it is"],
      flows.map { .init(cells: [[link($0.id)], summary($0)]) })
  }
}
