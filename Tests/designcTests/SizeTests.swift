import Foundation
import TestSupport
import Testing

/// `designc size` and `designc decisions`, as people use them.
@Suite struct SizeTests {
  private let root = Command(folder: TestFiles.root)

  /// The command, and what it writes, as a page shows them.
  private func shown(_ arguments: String) throws -> String {
    "$ designc \(arguments)\n" + (try output(arguments.split(separator: " ").map(String.init)))
  }

  private func output(_ arguments: [String]) throws -> String {
    let result =
      switch arguments.count {
      case 2: try root.run(arguments[0], arguments[1])
      case 3: try root.run(arguments[0], arguments[1], arguments[2])
      default: try root.run(arguments[0], arguments[1], arguments[2], arguments[3])
      }
    #expect(result.status == 0, "\(result.error)")
    return result.output
  }

  @Test(arguments: [("docs/sizing.md", "size samples/shop"), ("docs/decisions.md", "decisions samples/shop")])
  func pagesShowWhatTheCommandWrites(page: String, arguments: String) throws {
    let text = try root.read(page)
    #expect(text.contains("```\n\(try shown(arguments))```\n"), "\(page) is out of date; write it anew")
  }

  @Test(arguments: [
    ("samples/shop/output/sizing.svg", ["size", "samples/shop", "--format", "svg"]),
    ("samples/shop/output/decisions.md", ["decisions", "samples/shop", "--format", "markdown"]),
    (
      "samples/train-ticket/output/decisions.md",
      ["decisions", "samples/train-ticket", "--format", "markdown"]
    ),
  ])
  func samplesAreCurrent(file: String, arguments: [String]) throws {
    #expect(try root.read(file) == output(arguments), "\(file) is out of date; run make record")
  }

  @Test func tablesFitATerminal() throws {
    let lines = try output(["size", "samples/shop"]).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 }, "\(lines.filter { $0.count > 80 })")
    // The shop states all that a sizing takes.
    #expect(!lines.contains { $0.hasPrefix("To know more") })
  }

  @Test func explainsWithPlaces() throws {
    let text = try output(["size", "samples/shop", "--explain"])
    #expect(text.contains("  replicas needed: ceil("))
    #expect(text.contains("    sales.orders handles-load  samples/shop/orders.design:9:5\n"))
    #expect(text.contains("  month: "))
  }

  @Test func saysWhatIsMissing() throws {
    let command = try Command()
    defer { try? FileManager.default.removeItem(at: command.folder) }
    try command.write(
      "d.design",
      """
      application api: service { traffic 10 rps }
      environment production { cluster c nodes 2 cpu 4 { deploy api replicas 2 cpu 1 } }
      environment staging like production
      """)
    let result = try command.run("size")
    #expect(result.status == 0)
    #expect(result.output.contains("`cpu-time … per request` of api"))
    #expect(result.output.contains("`zones …` of production.c"))
    #expect(result.output.contains("Cost: unknown"))
    let staging = try command.run("size", "--environment", "staging")
    #expect(staging.output.hasPrefix("staging: "))
    #expect(try command.run("size", "--format", "svg").output.hasPrefix("<svg"))
  }

  @Test(arguments: [
    (
      ["--environment", "prodction"], "There is no environment called 'prodction'; did you mean 'production'?"
    ),
    (["--horizon", "soon"], "'soon'"), (["--horizon", "5ms"], "'5ms'"),
    (["--horizon", "2030-01-01"], "state `as of DATE`"), (["--format", "pdf"], "'pdf'"),
    (["--explain", "--format", "json"], "JSON holds every formula"),
  ])
  func refusesWhatMakesNoSense(arguments: [String], message: String) throws {
    let command = try Command()
    defer { try? FileManager.default.removeItem(at: command.folder) }
    try command.write(
      "d.design", "application api: service\nenvironment production { deploy api replicas 1 }\n")
    let result =
      arguments.count == 2
      ? try command.run("size", arguments[0], arguments[1])
      : try command.run("size", arguments[0], arguments[1], arguments[2])
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.error.contains(message), "\(result.error)")
  }

  @Test func needsAnEnvironment() throws {
    let command = try Command()
    defer { try? FileManager.default.removeItem(at: command.folder) }
    try command.write("d.design", "application api: service\n")
    let result = try command.run("size")
    #expect(result.status == 64)
    #expect(result.error.contains("declare `environment production { … }`"))
  }
}
