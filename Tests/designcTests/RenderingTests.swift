import Foundation
import TestSupport
import Testing

/// Pictures for slides and paper, by librsvg's command.
@Suite struct RenderingTests {
  private let first = TestFiles.root.appending(path: "samples/first").path(percentEncoded: false)

  @Test(
    .enabled(
      if: PeerTests.tool("rsvg-convert") != nil, "Debian's package librsvg2-bin is not installed"),
    arguments: [("png", [0x89, 0x50, 0x4E, 0x47]), ("pdf", [0x25, 0x50, 0x44, 0x46])])
  func picturesAreRendered(format: String, start: [UInt8]) throws {
    let command = try Command()
    let result = try command.run("build", first, "--format", format)
    #expect(result.status == 0, "\(result.error)")
    let names = command.files(in: "output")
    #expect(names.contains("applications.\(format)") && names.allSatisfy { $0.hasSuffix(".\(format)") })
    for name in names {
      let bytes = try Data(contentsOf: command.folder.appending(path: "output/\(name)"))
      #expect(bytes.starts(with: start), "\(name)")
    }
  }

  @Test func sayWhatIsMissing() throws {
    let command = try Command()
    let result = try command.run("build", first, "--format", "svg,png", environment: ["PATH": "/nonexistent"])
    #expect(result.status == 74)
    #expect(result.error.contains("apt install librsvg2-bin"))
    #expect(command.files(in: "output").isEmpty)
  }

  @Test func areNotComparedSinceFontsDiffer() throws {
    let result = try Command().run("build", first, "--format", "png", "--check")
    #expect(result.status == 64)
    #expect(result.error.contains("fonts of the machine"))
  }
}
