import Foundation
import Testing

@testable import DesignLint

/// The registry is a list, and lists what the folder holds.
@Suite struct RegistryTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
      "Sources/DesignLint/Rules")

  private static let folders = [
    "API": "API", "DAT": "Data", "INF": "Infrastructure", "MOD": "ModelHygiene", "MSG": "Messaging",
    "OPS": "Operations", "SEC": "Security", "WEB": "FrontEnd",
  ]

  @Test func isSortedAndUnique() {
    let ids = Rule.all.map(\.id)
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
    #expect(Set(Rule.all.map(\.name)).count == ids.count)
  }

  @Test func listsWhatTheFolderHolds() throws {
    var files: Set<String> = []
    for folder in Self.folders.values {
      let path = Self.folder.appendingPathComponent(folder).path
      for file in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
        files.insert("\(folder)/\(file)")
      }
    }
    let listed = Rule.all.map { "\(Self.folders[$0.prefix] ?? "?")/\(Self.typeName($0.name)).swift" }
    #expect(files == Set(listed))
  }

  /// `weak-password-hash` → `WeakPasswordHash`
  private static func typeName(_ name: String) -> String {
    name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
