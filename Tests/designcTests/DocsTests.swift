import Foundation
import TestSupport
import Testing

/// `designc docs`, as a user runs it.
@Suite struct DocsTests {
  private static let shop = TestFiles.root.appending(path: "samples/shop").path(percentEncoded: false)
  private static let tools = TestFiles.root.appending(path: "Tests/designcTests/Tools").path(
    percentEncoded: false)

  /// What another program says, and how it ends.
  private func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  private func pages(of command: Command, ending: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: command.folder.path(percentEncoded: false))
      .filter { $0.hasSuffix(ending) }.sorted()
  }

  @Test func theSiteIsWhole() throws {
    let command = try Command()
    let result = try command.run("docs", Self.shop, "--output", "site")
    #expect(result.status == 0 && result.output == "site/index.html\n" && result.error == "")
    let site = command.folder.appending(path: "site").path(percentEncoded: false)
    let links = try run("/usr/bin/python3", ["\(Self.tools)/check_links.py", site])
    #expect(links.status == 0, "\(links.output)")
    let pages = try pages(of: command, ending: ".html").map {
      "\(command.folder.path(percentEncoded: false))/\($0)"
    }
    let validated = try run(
      "/usr/bin/tidy",
      ["-quiet", "-errors", "--drop-empty-elements", "no", "--warn-proprietary-attributes", "no"] + pages)
    // The picture's style sheet stands in a shadow tree, of which this validator does not know.
    let complaints = validated.output.split(separator: "\n").filter { !$0.contains("<style> tag") }
    #expect(pages.count > 100 && complaints.isEmpty, "\(complaints.prefix(9))")
    // Nothing is fetched from elsewhere: only links that a reader follows lead out.
    for page in pages {
      let text = try String(contentsOfFile: page, encoding: .utf8)
      for outside in ["src=\"http", "href=\"//", "url(", "@import"] {
        #expect(!text.contains(outside), "\(page)")
      }
    }
  }

  @Test func theMarkdownIsWhole() throws {
    let command = try Command()
    #expect(try command.run("docs", Self.shop, "--format", "markdown", "--output", "wiki").status == 0)
    let wiki = command.folder.appending(path: "wiki").path(percentEncoded: false)
    let links = try run("/usr/bin/python3", ["\(Self.tools)/check_links.py", wiki, "md"])
    #expect(links.status == 0, "\(links.output)")
    #expect(
      try command.read("wiki/flow/checkout.md").contains(
        "![A customer checks out](../pictures/flow-checkout.svg)\n"))
  }

  @Test func aReaderCanUseIt() throws {
    let command = try Command()
    #expect(try command.run("docs", Self.shop, "--output", "site").status == 0)
    let site = command.folder.appending(path: "site").path(percentEncoded: false)
    let browsed = try run(
      "/usr/bin/python3",
      ["\(Self.tools)/browse.py", site, "order_line", "picture/applications.html", "sales.orders"])
    #expect(browsed.status == 0, "\(browsed.output)")
  }

  @Test(arguments: ["html", "markdown"]) func theSameBytesTwiceAndAKnownCheck(format: String) throws {
    let command = try Command()
    try command.write("shop.design", BuildTests.shop)
    #expect(try command.run("docs", "--format", format, "--output", "out").status == 0)
    let check = ["docs", "--format", format, "--output", "out", "--check"]
    #expect(try command.run(check).status == 0)
    // A page of what is gone is told, then removed; what the user put there stays.
    try command.write("out/mine.txt", "mine")
    try command.write(
      "shop.design",
      BuildTests.shop.replacing("person customer", with: "person client")
        .replacing("customer ->", with: "client ->"))
    let outdated = try command.run(check)
    #expect(outdated.status == 1)
    let suffix = format == "html" ? "html" : "md"
    #expect(outdated.output.contains("out/person/customer.\(suffix): no longer part of it\n"))
    #expect(outdated.output.contains("out/person/client.\(suffix): missing\n"))
    #expect(try command.run("docs", "--format", format, "--output", "out").status == 0)
    #expect(command.files(in: "out/person") == ["client.\(suffix)"])
    #expect(try command.read("out/mine.txt") == "mine")
    #expect(try command.run(check).status == 0)
  }

  @Test func withAnErrorNothingIsWritten() throws {
    let command = try Command()
    try command.write("a.design", "application a: service { calls nobody }")
    let result = try command.run("docs")
    #expect(result.status == 2 && result.error.contains("nothing was written"))
    #expect(command.files(in: ".") == ["a.design"])
  }

  @Test func aListThatLeadsElsewhereIsNotBelieved() throws {
    let command = try Command()
    try command.write("shop.design", BuildTests.shop)
    try command.write("precious.txt", "precious")
    try command.write(
      "out/.designc-files", "../precious.txt\n\(command.folder.path(percentEncoded: false))/precious.txt\n")
    #expect(try command.run("docs", "shop.design", "--output", "out").status == 0)
    #expect(try command.read("precious.txt") == "precious")
  }
}
