import DesignDiagram
import DesignLayout
import DesignPaint
import DiagramSamples
import Foundation
import Testing

/// Pictures and graphs as they were approved. `RECORD=1 swift test` writes them anew, and fails so that nobody records by
/// accident.
@Suite struct SnapshotTests {
  @Test(arguments: ["shop", "production", "shop-tables", "hostile"], ["svg", "txt", "dot"])
  func matches(name: String, format: String) throws {
    let diagram = try #require(DiagramSample.all.first { $0.name == name }).diagram
    let bytes =
      switch format {
      case "svg": paintSVG(try layout(diagram))
      case "txt": paintText(try layout(diagram))
      default: paintDOT(diagram)
      }
    try check("\(name).\(format)", bytes)
  }

  @Test(arguments: SequenceSample.all)
  func matches(sample: SequenceSample) throws {
    try check("\(sample.name).svg", paintSVG(layout(sample.sequence)))
    try check("\(sample.name).txt", paintText(layout(sample.sequence)))
  }

  private func check(_ name: String, _ bytes: [UInt8]) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Snapshots/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
      Issue.record("recorded \(file.lastPathComponent)")
      return
    }
    #expect(try Data(contentsOf: file) == Data(bytes), "\(name) changed; look at it, then record it")
  }
}
