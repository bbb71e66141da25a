import Testing

@testable import DesignSizing

@Suite struct QueueingTests {
  /// Erlang C by its definition, and the figures of a worked example.
  @Test func knowsErlang() {
    #expect(abs(Queueing.waitingShare(offered: 2, servers: 3) - 0.4444) < 1e-4)
    #expect(abs(Queueing.meanWait(offered: 14.4, servers: 16, service: 0.012) * 1000 - 4.4) < 0.05)
    #expect(abs(Queueing.meanWait(offered: 14.4, servers: 18, service: 0.012) * 1000 - 0.93) < 0.01)
    #expect(Queueing.waitingShare(offered: 4, servers: 4) == 1)
  }
}
