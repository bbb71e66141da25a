import DesignModel

/// Topics, queues and exchanges: who takes from them, and where they lead.
struct Channels {
  /// Where an exchange leads, with the pattern of routing keys.
  struct Binding {
    let target: ElementID
    let key: String?
    let fact: Fact
  }

  private let model: Model
  private let direct: [ElementID: [ElementID]]

  init(_ model: Model) {
    self.model = model
    var direct: [ElementID: [ElementID]] = [:]
    for connection in model.connections where connection.verb == .consumes {
      if let target = connection.target { direct[target, default: []].append(connection.source) }
    }
    self.direct = direct
  }

  /// Who consumes from a channel, or from what an exchange feeds, each once, in the order of the text.
  func consumers(of channel: ElementID) -> [ElementID] {
    var out: [ElementID] = []
    for source in [channel] + bindings(of: channel).map(\.target) {
      for consumer in direct[source] ?? [] where !out.contains(consumer) { out.append(consumer) }
    }
    return out
  }

  /// What an exchange feeds.
  func bindings(of channel: ElementID) -> [Binding] {
    model[channel].facts("->").compactMap { fact in
      fact.references.first.map { Binding(target: $0, key: fact.fact("key")?.word, fact: fact) }
    }
  }
}
