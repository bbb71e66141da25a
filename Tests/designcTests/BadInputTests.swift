import Foundation
import FoundationXML
import Testing

/// What goes wrong is told in words; nothing crashes, hangs or leaves half a file.
@Suite struct BadInputTests {
  @Test func emptyFile() throws {
    let command = try Command()
    try command.write("empty.design", "")
    let result = try command.run("build", "empty.design")
    #expect(result.status == 0)
    #expect(result.error.contains("declares nothing that could be drawn"))
    #expect(command.files(in: "output") == [])
  }

  @Test func directoryWithoutDesigns() throws {
    let command = try Command()
    try command.write("docs/readme.txt", "")
    let result = try command.run("build", "docs")
    #expect(result.status == 74)
    #expect(result.error.contains("docs: no .design file is in this directory"))
  }

  @Test func missingPathsAreToldAtOnce() throws {
    let command = try Command()
    let result = try command.run("build", "one.design", "two.design")
    #expect(result.status == 74)
    #expect(result.error.contains("one.design: there is no such file or directory"))
    #expect(result.error.contains("two.design: there is no such file or directory"))
  }

  @Test func fileNamedInSeveralWaysIsReadOnce() throws {
    let command = try Command()
    try command.write("a.design", "application a: service\n")
    let whole = command.folder.appending(path: "a.design").path
    let result = try command.run(
      "check", "a.design", "./a.design", "../\(command.folder.lastPathComponent)/a.design", whole)
    #expect(result.status == 0, "\(result.error)")
  }

  @Test func invalidUTF8() throws {
    let command = try Command()
    try command.write("x.design", Array("application a { ".utf8) + [0xFF, 0xFE] + Array(" }".utf8))
    let result = try command.run("build")
    #expect(result.status == 2)
    #expect(result.error.contains("error[invalid-utf8]"))
  }

  @Test func fileOfFiftyMegabytes() throws {
    let command = try Command()
    try command.write("big.design", [UInt8](repeating: UInt8(ascii: "a"), count: 50_000_000))
    let result = try command.run("build")
    #expect(result.status == 74)
    #expect(result.error.contains("big.design: the file has 47 MiB"))
  }

  @Test func tenThousandNestedBraces() throws {
    let command = try Command()
    try command.write("x.design", String(repeating: "system s { ", count: 10_000))
    let result = try command.run("build")
    #expect(result.status == 2)
    #expect(result.error.contains("error[nested-too-deeply]"))
  }

  @Test func unterminatedText() throws {
    let command = try Command()
    try command.write("x.design", "application a \"A\napplication b\n")
    let result = try command.run("build")
    #expect(result.status == 2)
    #expect(result.error.contains("error[unterminated-text]"))
    #expect(result.error.contains("1 error,"))
  }

  @Test func everyKeywordMisspelt() throws {
    let command = try Command()
    try command.write(
      "x.design",
      """
      desing shop
      aplication catalog: service { ownr "Team" }
      databse db: postgresql { tabel product { id: uuid primry key } }
      enviroment production { nod one { deply catalog replcas 2 } }
      """)
    let result = try command.run("build")
    #expect(result.status == 2)
    #expect(result.error.contains("10 errors"), "\(result.error)")
    for word in [
      "design", "application", "owner", "database", "table", "primary", "environment", "node", "deploy",
    ] {
      #expect(result.error.contains("did you mean `\(word)`?"), "\(word)")
    }
  }

  @Test func hostileNames() throws {
    let command = try Command()
    let long = String(repeating: "long ", count: 60)
    try command.write(
      "x.design",
      """
      design `<&">` "A <b>&\\"quoted\\"</b> 'design' 🙂"
      application `<script>alert(1)</script>`: service "]]> <&\\">"
      application متجر: web "متجر إلكتروني"
      application `../../etc/passwd` "\(long)"
      database `../db`: postgresql 17 { table `t"&<` { `c<>&"`: text primary key } }
      متجر -> `<script>alert(1)</script>` "<&>\\"'"
      environment `../../up` { node `n<` { deploy متجر } }
      """)
    let result = try command.run("build", "--format", "svg,dot,json")
    #expect(result.status == 0, "\(result.error)")
    for name in command.files(in: "output") where name.hasSuffix(".svg") {
      let text = try command.read("output/\(name)")
      #expect(!text.contains("<script"))
      let parser = XMLParser(data: Data(text.utf8))
      #expect(parser.parse(), "\(name): \(String(describing: parser.parserError))")
    }
    #expect(command.files(in: "..").contains("up") == false)
  }

  @Test func outputThatCannotBeWritten() throws {
    let command = try Command()
    try command.write("shop.design", BuildTests.shop)
    try command.write("output", "a file in the way")
    let result = try command.run("build")
    #expect(result.status == 74)
    #expect(result.error.contains("output: cannot write here"))
    #expect(try command.read("output") == "a file in the way")
    let inside = try command.run("build", "--output", "/proc/designc")
    #expect(inside.status == 74)
  }

  @Test func wrongUsage() throws {
    let command = try Command()
    #expect(try command.run("biuld").status == 64)
    #expect(try command.run("build", "--colour").status == 64)
    let format = try command.run("build", "--format", "bmp")
    #expect(format.status == 64)
    #expect(format.error.contains("svg"))
  }
}
