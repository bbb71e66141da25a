package import DesignModel

/// How many partitions a consumer needs of a topic: a partition is read by one replica of a group at a time.
package struct PartitionNeed: Sendable {
  package let topic: ElementID
  package let consumer: ElementID
  /// The place in `Model.connections` of how it consumes.
  package let connection: Int
  package let partitions: Int
  /// Messages per second at peak.
  package let rate: Figure
  /// Messages per second that one replica handles.
  package let handled: Double
  package let inputs: [Input]

  package var needed: Int { Replicas.rounded(rate.value / handled) }
}

/// A need, or what keeps it from being known.
package enum PartitionAnswer: Sendable {
  case known(PartitionNeed)
  case unknown(connection: Int, [Lack])
}

extension SizedDesign {
  /// What each consumer of a topic needs; empty for what has no partitions.
  ///
  /// (Confluent, how to choose the number of topics/partitions in a Kafka cluster, 2015-03: max(t/p, t/c))
  package func partitionNeeds(of topic: Element) -> [PartitionAnswer] {
    guard let fact = topic.fact("partitions"), let partitions = fact.count else { return [] }
    let rate = peak(of: topic.id)
    return (reaching[topic.id] ?? []).filter { model.connections[$0].verb == .consumes }.map { index in
      let consumer = model[owner(model.connections[index].source)]
      let load = consumer.fact("handles-load")
      guard let figure = rate.figure, let load, let handled = load.perSecond, handled > 0 else {
        let lack = load == nil ? [Lack("handles-load …", of: consumer)] : []
        return .unknown(connection: index, (rate.figure == nil ? rate.lacks : []) + lack)
      }
      return .known(
        PartitionNeed(
          topic: topic.id, consumer: consumer.id, connection: index, partitions: partitions, rate: figure,
          handled: handled,
          inputs: figure.inputs + [
            Input("\(consumer.path) handles-load", load.range), Input("\(topic.path) partitions", fact.range),
          ]))
    }
  }
}
