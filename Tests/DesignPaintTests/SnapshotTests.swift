import DesignDiagram
import DesignLayout
import DesignPaint
import DiagramSamples
import Foundation
import Testing

/// Pictures and graphs as they were approved. `RECORD=1 swift test` writes them anew, and fails so that nobody records by
/// accident.
@Suite struct SnapshotTests {
  @Test(arguments: ["shop", "production", "shop-tables", "hostile"], ["svg", "dot"])
  func matches(name: String, format: String) throws {
    let sample = try #require(DiagramSample.all.first { $0.name == name })
    let bytes = Data(format == "svg" ? paintSVG(try layout(sample.diagram)) : paintDOT(sample.diagram))
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Snapshots/\(name).\(format)")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: file)
      Issue.record("recorded \(file.lastPathComponent)")
      return
    }
    #expect(try Data(contentsOf: file) == bytes, "\(name).\(format) changed; look at it, then record it")
  }
}
