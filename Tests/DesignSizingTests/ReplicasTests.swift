import Testing

@testable import DesignSizing

@Suite struct ReplicasTests {
  /// The least number that leaves enough, found by trying.
  @Test func survivesTheLossOfOneUnit() {
    for units in 2...9 {
      for needed in 1...60 {
        let least = (needed...1000).first { $0 - ($0 + units - 1) / units >= needed }
        #expect(Replicas.surviving(needed, lossOfOneOf: units) == least, "\(needed) on \(units)")
        let even = stride(from: units, through: 1000, by: units).first { $0 - $0 / units >= needed }
        #expect(Replicas.surviving(needed, lossOfOneOfEqual: units) == even, "\(needed) in \(units)")
      }
    }
    #expect(Replicas.surviving(3, lossOfOneOf: 1) == nil)
    #expect(Replicas.surviving(3, lossOfOneOfEqual: 1) == nil)
  }

  @Test func forgivesRounding() {
    #expect(Replicas.rounded(24.000_000_000_01) == 24)
    #expect(Replicas.rounded(24.01) == 25)
    #expect(Replicas.rounded(0) == 1)
  }
}
