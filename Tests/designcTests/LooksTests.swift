import Foundation
import TestSupport
import Testing

/// Pictures as a browser shows them: every text measured there stays in its box and stands out, in light and dark, in every
/// theme.
@Suite(.serialized, .enabled(if: Browser.isExpected, "Chromium is missing: run scripts/setup.sh --test"))
struct LooksTests {
  private static let tools = TestFiles.root.appending(path: "Tests/designcTests/Tools")

  private static let samples = ["first", "shop", "legacy-shop", "train-ticket"]

  /// What the browser complains of about the pictures in a folder.
  private func complaints(about folder: URL) throws -> (isClean: Bool, text: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [Self.tools.appending(path: "measure.py"), folder].map {
      $0.path(percentEncoded: false)
    }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus == 0, String(decoding: said, as: UTF8.self))
  }

  private func sample(_ name: String) -> String {
    TestFiles.root.appending(path: "samples/\(name)").path(percentEncoded: false)
  }

  @Test(arguments: ["default", "contrast", "print"])
  func everyTextIsInItsBoxAndStandsOut(theme: String) throws {
    let command = try Command()
    for name in Self.samples {
      // Signs of findings are part of what must fit.
      let made = try command.run(
        "build", sample(name), "--findings", "--theme", theme, "--jobs", "2", "--output", "out/\(name)")
      #expect(made.status == 0, "\(made.error)")
    }
    let sizing = try command.run("size", sample("shop"), "--format", "svg", "--theme", theme)
    try command.write("out/sizing.svg", sizing.output)
    let found = try complaints(about: command.folder.appending(path: "out"))
    #expect(found.isClean, "\(found.text)")
    for name in Self.samples {
      for file in command.files(in: "out/\(name)") {
        #expect(
          try command.tool("rsvg-convert", ["out/\(name)/\(file)", "-o", "picture.png"]) == 0, "\(file)")
      }
    }
  }

  @Test(arguments: [
    ("DejaVu Sans", "compact", 0), ("Liberation Serif", "roomy", 16), ("Liberation Mono", "normal", 8),
  ])
  func otherFontsFitToo(font: String, density: String, corner: Int) throws {
    let command = try Command()
    try FileManager.default.copyItem(
      atPath: sample("shop"), toPath: command.folder.appending(path: "shop").path(percentEncoded: false))
    try command.write(
      "shop/designc.yml", "theme: { font: \(font), density: \(density), corner: \(corner) }\n")
    #expect(try command.run("build", "shop", "--output", "out").status == 0)
    #expect(try command.read("out/applications.svg").contains("font-family:'\(font)',"))
    let found = try complaints(about: command.folder.appending(path: "out"))
    #expect(found.isClean, "\(found.text)")
  }

  /// The measuring itself can fail: each thing that may go wrong is found in a picture in which it does.
  @Test func whatIsBrokenIsFound() throws {
    let command = try Command()
    #expect(try command.run("build", sample("shop"), "--output", "out").status == 0)
    let picture = try command.read("out/applications.svg")
    let broken: [(name: String, from: String, to: String, complaint: String)] = [
      ("wide", ">Orders DB<", ">Orders DB of the whole of the company<", "leaves its box by"),
      ("faint", "fill:#566274", "fill:#a6b2c4", "light: "),
      ("dark", "fill:#a3afbf", "fill:#434f5f", "dark: "),
      ("still", ":hover) [data-", ":hover) [data-no", "under a pointer"),
      ("lost", " data-to=\"", " data-to=\"no", "leads to no card"),
      ("unnamed", " role=\"img\"", "", "has no role"),
      ("untold", "<desc>", "<desc></desc><metadata>", "has no desc"),
    ]
    for one in broken {
      var text = picture.replacingOccurrences(of: one.from, with: one.to)
      if one.name == "untold" {
        text = text.replacingOccurrences(of: "</desc>\n<style>", with: "</metadata>\n<style>")
      }
      #expect(text != picture, "\(one.name) changes nothing")
      try command.write("broken/\(one.name).svg", text)
    }
    // A label is moved onto the first card.
    let card = try #require(picture.firstMatch(of: #/class="frame" x="([\d.]+)" y="([\d.]+)"/#))
    let covering = picture.replacing(
      #/<rect class="pill" x="[\d.]+" y="[\d.]+"/#,
      with: { _ in "<rect class=\"pill\" x=\"\(card.1)\" y=\"\(card.2)\"" })
    try command.write("broken/covering.svg", covering)
    let found = try complaints(about: command.folder.appending(path: "broken"))
    #expect(!found.isClean)
    let lines = found.text.split(separator: "\n")
    for one in broken {
      let own = lines.filter { $0.hasPrefix("\(one.name).svg: ") }
      let fits = own.contains { $0.contains(one.complaint) }
      #expect(fits, "\(one.name): \(own)")
    }
    for complaint in ["a label covers the card", "a label covers another label"] {
      #expect(lines.contains { $0.hasPrefix("covering.svg: ") && $0.contains(complaint) }, "\(complaint)")
    }
  }
}

private enum Browser {
  /// On a server that builds every change the browser is installed, so that a missing one is a failure there.
  static let isExpected =
    ProcessInfo.processInfo.environment["CI"] != nil
    || ["/usr/bin/chromium", "/usr/bin/chromedriver"].allSatisfy(FileManager.default.isExecutableFile)
}
