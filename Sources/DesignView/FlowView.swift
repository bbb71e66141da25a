import DesignDiagram
import DesignModel

/// What happens in a flow, step by step: its participants from left to right in the order in which they first act.
struct FlowView {
  private let model: Model
  private let flow: Flow
  private let names: ElementNames
  private let cards: ElementCards
  private let text: FactText
  /// The calls for which nobody waits.
  private let asynchronous: [Connection]

  init(_ model: Model, _ names: ElementNames, _ flow: Flow) {
    self.model = model
    self.flow = flow
    self.names = names
    cards = ElementCards(model, names)
    text = FactText(model)
    asynchronous = model.connections.filter {
      ($0.verb == .calls || $0.verb == .connects) && !$0.isSynchronous
    }
  }

  /// Nil when nothing happens in the flow.
  func diagram() -> SequenceDiagram? {
    var participants = Participants()
    let steps = steps(flow.steps, &participants)
    guard !participants.order.isEmpty else { return nil }
    let element = model[flow.element]
    let targets = element.facts.filter { $0.key == "slo" }.map { text.source($0.range) }
    return SequenceDiagram(
      title: names.design, subtitle: (["Flow · \(element.title)"] + targets).joined(separator: " · "),
      summary: element.summary ?? "", participants: participants.order.map(card),
      steps: steps)
  }

  /// The card of a participant. Columns stand close, so its kind is left to the glyph where a technology is stated.
  private func card(_ id: ElementID) -> Node {
    var card = cards.card(model[id])
    if let stated = model[id].fact("technology")?.word { card.technology = stated }
    return card
  }

  /// Who takes part, and how often each message was sent.
  private struct Participants {
    private(set) var order: [ElementID] = []
    private var known: Set<ElementID> = []
    private var count: [String: Int] = [:]

    mutating func add(_ participant: ElementID) {
      if known.insert(participant).inserted { order.append(participant) }
    }

    /// The id of a message between two elements: a step more elsewhere does not change it.
    mutating func messageID(_ source: String, _ target: String) -> String {
      let base = "\(source)->\(target)"
      count[base, default: 0] += 1
      let number = count[base] ?? 1
      return number == 1 ? base : "\(base)-\(number)"
    }
  }

  private func steps(_ steps: [Flow.Step], _ participants: inout Participants) -> [SequenceDiagram.Step] {
    var out: [SequenceDiagram.Step] = []
    for step in steps {
      switch step {
      case .message(let message):
        if let edge = edge(message, &participants) { out.append(.message(edge)) }
      case .alternative(let cases):
        let sections = cases.map {
          SequenceDiagram.Section($0.condition, self.steps($0.steps, &participants))
        }
        out.append(.fragment(.init(.alternative, sections)))
      case .parallel(let title, let branches):
        let sections = branches.enumerated().map { index, branch in
          SequenceDiagram.Section(index == 0 ? title : "", self.steps(branch, &participants))
        }
        out.append(.fragment(.init(.parallel, sections)))
      case .loop(let condition, let inner):
        out.append(.fragment(.init(.loop, [.init(condition, self.steps(inner, &participants))])))
      case .note(let text): out.append(.note(text))
      }
    }
    return out
  }

  private func edge(_ message: Flow.Message, _ participants: inout Participants) -> Edge? {
    guard let source = message.source, let target = message.target else { return nil }
    // What is consumed runs from the broker to the consumer.
    let isConsumed = message.verb == "consumes"
    let from = participant(isConsumed ? target : source)
    let to = participant(isConsumed ? source : target)
    participants.add(from)
    participants.add(to)
    let (fromPath, toPath) = (model[from].path, model[to].path)
    return Edge(
      id: participants.messageID(fromPath, toPath), from: fromPath, to: toPath, style: style(message),
      labels: labels(message, target),
      tooltip: text.tooltip(message.endpoint.flatMap { model[$0].summary }, [])
        + ["\(model[source].path) \(text.source(message.range))"])
  }

  /// Who acts for an element: the application, store or broker that it lies in, so that a broker's topics or a database's
  /// tables share one lifeline.
  private func participant(_ id: ElementID) -> ElementID {
    let acting = [
      ElementKinds.deployable.union(ElementKinds(.person)), .channels, ElementKinds(.system),
      ElementKinds(.group),
    ]
    for kinds in acting {
      if let element = model.enclosing(id, kinds) { return element.id }
    }
    return id
  }

  private func style(_ message: Flow.Message) -> Edge.Style {
    switch message.verb {
    case "replies": .reply
    case "reads": .read
    case "writes": .write
    case "publishes", "consumes": .event
    default: isAsynchronous(message) ? .event : .call
    }
  }

  /// Whether the design says of this call that nobody waits for it.
  private func isAsynchronous(_ message: Flow.Message) -> Bool {
    guard let source = message.source, let target = message.target else { return false }
    return asynchronous.contains {
      $0.verb.rawValue == message.verb && $0.endpoint == message.endpoint
        && participant($0.source) == participant(source) && $0.target.map(participant) == participant(target)
    }
  }

  /// What the text says, then the endpoint, table or topic; where there is neither, the verb.
  private func labels(_ message: Flow.Message, _ target: ElementID) -> [String] {
    let technical: String? =
      if let endpoint = message.endpoint.flatMap(model.endpoint) {
        "\(endpoint.method) \(endpoint.path)"
      } else if message.verb == "reads" || message.verb == "writes" {
        participant(target) == target ? nil : "\(message.verb) \(model[target].name)"
      } else if message.verb == "publishes" || message.verb == "consumes" {
        participant(target) == target ? nil : model[target].name
      } else {
        nil
      }
    let labels = [message.label, technical].compactMap { $0 }
    return labels.isEmpty ? [message.verb == "connects" ? "uses" : message.verb] : labels
  }
}
