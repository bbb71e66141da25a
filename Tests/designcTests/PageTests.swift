import Foundation
import TestSupport
import Testing

/// The pages, followed step by step as a reader would: files are written, commands say what the page says they do, and its
/// pictures are those that they draw. `RECORD=1 swift test` writes what commands say and draw into the pages anew, and fails
/// so that nobody records by accident.
@Suite struct PageTests {
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD"] != nil

  @Test(arguments: Page.all) func commandsSayWhatThePageSays(path: String) throws {
    let page = try Page(path)
    let command = try Command()
    defer { try? FileManager.default.removeItem(at: command.folder) }
    var files: Set<String> = []
    var lines = page.text.components(separatedBy: "\n")
    // What was recorded before may be longer or shorter than what is recorded now.
    var shift = 0
    for part in page.parts {
      switch part {
      case .fence(let fence) where fence.isDesign:
        guard let name = fence.path else { continue }
        try command.write(name, fence.text)
        files.insert(name)
      case .fence(let fence) where fence.info == "console":
        let said = try Self.follow(fence.text, in: command)
        if said != fence.text, Self.isRecording {
          let (old, new) = (fence.lines, said.components(separatedBy: "\n").dropLast())
          let start = fence.line - 1 + shift
          lines.replaceSubrange(start..<start + old, with: new)
          shift += new.count - old
          Issue.record("recorded \(path):\(fence.line)")
        } else {
          #expect(said == fence.text, "\(path):\(fence.line)")
        }
      case .image(let image):
        try Self.compare(image, of: page, in: command)
      default: continue
      }
    }
    let text = lines.joined(separator: "\n")
    if text != page.text { try Data(text.utf8).write(to: TestFiles.root.appending(path: path)) }
    // Files that no command of the page was tried on compile nevertheless.
    for folder in Set(files.map { $0.contains("/") ? String($0.prefix { $0 != "/" }) : "." }).sorted() {
      let result = try command.run("check", folder)
      #expect(result.status == 0, "\(path): \(result.error)")
    }
  }

  /// Runs every line that begins with `$`, and gives the block with what the commands say.
  private static func follow(_ block: String, in command: Command) throws -> String {
    var out = ""
    for line in block.split(separator: "\n") where line.hasPrefix("$ ") {
      let words = line.dropFirst(2).split(separator: " ").map(String.init)
      #expect(words.first == "designc", "\(line)")
      let result = try command.run(Array(words.dropFirst()))
      if !out.isEmpty { out += "\n" }
      out += line + "\n" + result.output + result.error
    }
    return out
  }

  /// A picture in `images/` is what the commands before it drew under the same name.
  private static func compare(_ image: String, of page: Page, in command: Command) throws {
    guard image.hasPrefix("images/") else { return }
    let folder = TestFiles.root.appending(path: page.path).deletingLastPathComponent()
    let recorded = folder.appending(path: image)
    let name = recorded.lastPathComponent
    let drawn = try Data(contentsOf: command.folder.appending(path: "output/\(name)"))
    if isRecording, (try? Data(contentsOf: recorded)) != drawn {
      try FileManager.default.createDirectory(
        at: recorded.deletingLastPathComponent(), withIntermediateDirectories: true)
      try drawn.write(to: recorded)
      Issue.record("recorded \(image)")
    } else {
      let isCurrent = try Data(contentsOf: recorded) == drawn
      #expect(isCurrent, "\(page.path): \(image) is not what the page draws")
    }
  }
}
