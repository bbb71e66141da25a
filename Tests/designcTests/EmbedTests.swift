import Foundation
import TestSupport
import Testing

/// `designc embed` and `designc draw`, as a user runs them.
@Suite struct EmbedTests {
  private static let markdown = """
    # A page

    ```design
    application web: web { calls catalog }
    application catalog: service
    ```

    Below it, one of a design on disk:

    ```design from=../design picture=erd-shop-db name=tables
    ```
    """

  @Test func embedsAndChecks() throws {
    let command = try Command()
    try command.write("design/shop.design", BuildTests.shop)
    try command.write("docs/page.md", Self.markdown)
    #expect(try command.run("embed", "docs/page.md", "--check").status == 1)
    #expect(try command.read("docs/page.md") == Self.markdown)
    let result = try command.run("embed", "docs/page.md")
    #expect(result.status == 0 && result.error == "")
    #expect(result.output == "docs/pictures/page-1.svg\ndocs/pictures/tables.svg\ndocs/page.md\n")
    let page = try command.read("docs/page.md")
    #expect(page.contains("```\n\n![Design · Applications](pictures/page-1.svg)\n\nBelow"), "\(page)")
    #expect(page.hasSuffix("```\n\n![Shop · Tables · shop-db · postgresql 17](pictures/tables.svg)\n"))
    #expect(try command.read("docs/pictures/tables.svg").contains(">product<"))
    let again = try command.run("embed", "docs/page.md")
    #expect(again.status == 0 && again.output == "")
    #expect(try command.run("embed", "docs/page.md", "--check").status == 0)
    try command.write("design/shop.design", BuildTests.shop.replacing("name: text", with: "title: text"))
    let outdated = try command.run("embed", "docs/page.md", "--check")
    #expect(outdated.status == 1 && outdated.output == "docs/pictures/tables.svg: out of date\n")
  }

  /// Everything that is wrong is told at once, at its line of the Markdown file, and nothing is written.
  @Test func tellsAllMistakes() throws {
    let command = try Command()
    try command.write(
      "a.md",
      """
      Fine:
      ```design
      application fine: service
      ```
      ```design
      application a: service {
        calls nobody
      }
      ```
      ```design form=x
      ```
      ```design from=nowhere
      ```
      ```design picture=aplications
      application a: service
      ```
      ```design name=a-1
      application a: service
      ```
      """)
    try command.write("b.md", [0x60, 0xFF, 0x0A])
    let result = try command.run("embed", "a.md", "b.md")
    #expect(result.status == 2)
    for part in [
      "a.md:7:9", "`nobody`", "a.md:10:1", "write `from=…`", "a.md:12:1", "no design at `nowhere`",
      "a.md:14:1",
      "did you mean 'applications'?", "a.md:17:1", "has the name `a-1`", "b.md:1:1", "not UTF-8", "6 errors",
    ] {
      #expect(result.error.contains(part), "\(part): \(result.error)")
    }
    #expect(command.files(in: ".") == ["a.md", "b.md"])
    #expect(try command.run("embed", "none.md").status == 74)
    #expect(try command.run("embed").status == 64)
    #expect(try command.run("embed", "a.md", "--folder", "../elsewhere").status == 64)
  }

  @Test func drawsOnePicture() throws {
    let command = try Command()
    try command.write("shop.design", BuildTests.shop)
    _ = try command.run("build")
    for name in ["applications", "erd-shop-db", "flow-browse"] {
      let drawn = try command.run("draw", "--picture", name)
      #expect(try drawn.status == 0 && drawn.output == command.read("output/\(name).svg"))
    }
    #expect(try command.run("draw").output == command.read("output/applications.svg"))
    #expect(try command.run("draw", "--format", "dot").output.hasPrefix("digraph"))
    #expect(try command.run("build", "--format", "txt", "--output", "text").status == 0)
    let text = try command.run("draw", "--format", "txt").output
    #expect(try text == command.read("text/applications.txt") && text.contains("─▶"))
    let plain = try command.run("draw", "--ascii")
    #expect(plain.status == 0 && plain.output.allSatisfy(\.isASCII))
    #expect(plain.output.split(separator: "\n").map(\.count) == text.split(separator: "\n").map(\.count))
    #expect(try command.run("draw", "--ascii", "--format", "svg").status == 64)
    let unknown = try command.run("draw", "--picture", "erd-shopdb")
    #expect(unknown.status == 64 && unknown.error.contains("did you mean 'erd-shop-db'?"))
    let sequence = try command.run("draw", "--picture", "flow-browse", "--format", "dot")
    #expect(sequence.status == 64 && sequence.output == "")
  }
}
