import Foundation
import TestSupport
import Testing

/// A file of the repository that is written from the keyword table. `RECORD=1 swift test` writes it anew, and fails so that
/// nobody records by accident.
func expectCurrent(_ path: String, _ text: String) throws {
  let file = TestFiles.root.appending(path: path)
  if ProcessInfo.processInfo.environment["RECORD"] != nil {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(path)")
    return
  }
  let recorded = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
  // Compared outside of the macro, which would print both texts whole.
  let isCurrent = recorded == text
  #expect(isCurrent, "\(path) is not what the keyword table says: RECORD=1 swift test writes it anew")
}
