import Testing

@Suite struct FmtTests {
  private static let untidy = "application a:service {stateless}\n"
  private static let tidy = "application a: service { stateless }\n"

  @Test func rewritesWhatIsNotCanonical() throws {
    let command = try Command()
    try command.write("a.design", Self.untidy)
    try command.write("b.design", Self.tidy)
    let result = try command.run("fmt")
    #expect(result.status == 0)
    #expect(result.output == "a.design\n")
    #expect(try command.read("a.design") == Self.tidy)
    #expect(command.files(in: ".") == ["a.design", "b.design"])
  }

  @Test func checkWritesNothing() throws {
    let command = try Command()
    try command.write("a.design", Self.untidy)
    let result = try command.run("fmt", "--check")
    #expect(result.status == 1)
    #expect(result.output == "a.design\n")
    #expect(try command.read("a.design") == Self.untidy)
    try command.write("a.design", Self.tidy)
    #expect(try command.run("fmt", "--check").status == 0)
  }

  @Test func writesNothingWhenOneFileDoesNotParse() throws {
    let command = try Command()
    try command.write("a.design", Self.untidy)
    try command.write("b.design", "aplication b: service\n")
    let result = try command.run("fmt")
    #expect(result.status == 2)
    #expect(result.error.contains("error[unknown-word]"))
    #expect(try command.read("a.design") == Self.untidy)
  }

  @Test func missingFile() throws {
    let result = try Command().run("fmt", "none.design")
    #expect(result.status == 74)
    #expect(result.error.contains("none.design"))
  }
}
