import Testing

@Suite struct ExplainTests {
  @Test func saysWhatACodeMeans() throws {
    let result = try Command().run("explain", "wrong-unit")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("error[wrong-unit]: "))
    #expect(result.output.contains("timeout 2 }") && result.output.contains("timeout 2s }"))
  }

  @Test(arguments: ["SEC001", "weak-password-hash"]) func saysWhatARuleLooksFor(name: String) throws {
    let result = try Command().run("explain", name)
    #expect(result.status == 0)
    #expect(result.output.contains("SEC001 weak-password-hash"))
    #expect(result.output.contains("Right:"))
  }

  @Test func listsAll() throws {
    let result = try Command().run("explain")
    #expect(result.output.contains("unknown-word") && result.output.contains("SEC001"))
  }

  @Test func proposesTheNearest() throws {
    let result = try Command().run("explain", "wrong-unt")
    #expect(result.status == 64)
    #expect(result.error.contains("did you mean 'wrong-unit'?"))
  }
}
