import DesignModel

/// What rules about messages ask of topics, queues and exchanges.
extension Review {
  /// Topics and queues that this design answers for.
  var channels: [Element] {
    [ElementKind.topic, .queue, .exchange].flatMap { kind in elements(kind).filter { !$0.isExternal } }
  }

  /// Where messages of other channels go that nobody could handle.
  var deadLetterChannels: Set<ElementID> {
    Set(channels.flatMap { $0.facts("dead-letter").flatMap(\.references) })
  }

  /// Whether somebody does this to a channel, or to its broker as a whole, in a connection or in a flow.
  func isUsed(_ verb: Connection.Verb, _ channel: Element) -> Bool {
    let ids = [channel.id] + [channel.parent].compactMap { $0 }
    return ids.contains { id in
      (reaching[id] ?? []).contains {
        model.connections[$0].verb == verb || model.connections[$0].verb == .connects
      }
        || (messagesTo[id] ?? []).contains { $0.verb == verb.rawValue || $0.verb == "connects" }
    }
  }

  /// Whether people outside of the design may be at its other end.
  func isForOthers(_ channel: Element) -> Bool {
    ["public", "partner"].contains(channel.fact("audience")?.word)
  }
}
