/// Waiting in a queue with several servers, after Erlang. The figures assume random arrivals and service times, so they
/// illustrate; nothing passes or fails by them.
package enum Queueing {
  /// The share of requests that wait (Erlang C), for an offered load in erlangs and so many servers.
  ///
  /// By the recursion of Erlang B, which stays exact for many servers: B(0) = 1, B(k) = a·B(k−1) / (k + a·B(k−1)).
  package static func waitingShare(offered: Double, servers: Int) -> Double {
    guard servers > 0, offered < Double(servers) else { return 1 }
    var blocking = 1.0
    for server in 1...servers { blocking = offered * blocking / (Double(server) + offered * blocking) }
    let utilisation = offered / Double(servers)
    return blocking / (1 - utilisation * (1 - blocking))
  }

  /// The mean time in the queue, in the unit of `service`.
  package static func meanWait(offered: Double, servers: Int, service: Double) -> Double {
    let free = Double(servers) - offered
    return free > 0 ? service * waitingShare(offered: offered, servers: servers) / free : .infinity
  }
}
