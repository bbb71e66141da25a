import Foundation
import TestSupport
import Testing

/// What we write is accepted by the tools that people give it to.
@Suite struct PeerTests {
  /// The path of a tool of the system; nil when it is not installed.
  static func tool(_ name: String) -> URL? {
    let path = "/usr/bin/\(name)"
    return FileManager.default.isExecutableFile(atPath: path) ? URL(filePath: path) : nil
  }

  private func built(_ format: String) throws -> Command {
    let command = try Command()
    let shop = TestFiles.root.appending(path: "samples/shop").path(percentEncoded: false)
    let result = try command.run("build", shop, "--format", format)
    #expect(result.status == 0, "\(result.error)")
    return command
  }

  @Test(.enabled(if: tool("dot") != nil, "Debian's package graphviz is not installed"))
  func graphvizReadsOurDOT() throws {
    let command = try built("dot")
    let names = command.files(in: "output")
    #expect(!names.isEmpty)
    for name in names {
      #expect(try command.tool("dot", ["-Tcanon", "output/\(name)"]) == 0, "\(name)")
    }
  }

  @Test(.enabled(if: tool("rsvg-convert") != nil, "Debian's package librsvg2-bin is not installed"))
  func librsvgRendersOurSVG() throws {
    let command = try built("svg")
    let names = command.files(in: "output")
    #expect(!names.isEmpty)
    for name in names {
      #expect(
        try command.tool("rsvg-convert", ["output/\(name)", "-o", "out.png"]) == 0, "\(name)")
    }
  }

  @Test(
    .enabled(if: Judge.isInstalled, "\(Judge.remedy)"),
    arguments: ["samples/shop", "samples/train-ticket"])
  func documentsFitTheirSchemas(sample: String) throws {
    let command = try Command()
    let path = TestFiles.root.appending(path: sample).path(percentEncoded: false)
    #expect(try command.run("build", path, "--format", "json").status == 0)
    try command.write("output/review.json", try command.run("lint", path, "--format", "json").output)
    try command.write("output/sizing.json", try command.run("size", path, "--format", "json").output)
    try command.write("output/decisions.json", try command.run("decisions", path, "--format", "json").output)
    for name in ["model", "review", "sizing", "decisions"] {
      let schema = TestFiles.root.appending(path: "docs/schemas/\(name).schema.json")
      #expect(
        try Judge.complaints(.schema, about: command.folder.appending(path: "output/\(name).json"), schema)
          == "")
    }
  }
}
