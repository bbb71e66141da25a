import Foundation
import TestSupport
import Testing

/// `designc build`, as a user runs it.
@Suite struct BuildTests {
  static let shop = """
    design shop "Shop"
    person customer
    application storefront: web { calls catalog over https }
    application catalog: service { reads shop-db.product }
    database shop-db: postgresql 17 { table product { id: uuid primary key  name: text } }
    environment production { node one { deploy storefront, catalog, shop-db } }
    customer -> storefront
    flow browse "A customer looks round" {
      customer -> storefront "Opens the shop"
      storefront calls catalog
      alternative "Not seen yet" { catalog reads shop-db.product } else { note "Kept for a minute" }
    }
    """

  @Test func writesEveryPicture() throws {
    let command = try Command()
    try command.write("shop.design", Self.shop)
    let result = try command.run("build")
    #expect(result.status == 0)
    let names = ["applications.svg", "deployment-production.svg", "erd-shop-db.svg", "flow-browse.svg"]
    #expect(result.output == names.map { "output/\($0)\n" }.joined())
    #expect(result.error == "")
    #expect(command.files(in: "output") == names)
  }

  @Test func givesTheSameBytesTwice() throws {
    let command = try Command()
    try command.write("shop.design", Self.shop)
    _ = try command.run("build", "--output", "one", "--format", "svg,dot,json")
    _ = try command.run("build", "--output", "two", "--format", "svg,dot,json")
    let names = command.files(in: "one")
    #expect(names.count == 8 && names == command.files(in: "two"))
    for name in names { #expect(try command.read("one/\(name)") == command.read("two/\(name)")) }
  }

  @Test func flowsAreSequences() throws {
    let command = try Command()
    try command.write("shop.design", Self.shop)
    _ = try command.run("build")
    let picture = try command.read("output/flow-browse.svg")
    for text in [
      "Flow · A customer looks round", "Opens the shop", ">calls<", "reads product", "Not seen yet", ">else<",
      "Kept for a minute", "4 participants, 3 messages",
    ] {
      #expect(picture.contains(text), "\(text)")
    }
    // The table's database stands for it, and a tooltip holds the text of the design.
    #expect(picture.contains("data-to=\"shop-db\""))
    #expect(picture.contains("<title>catalog reads shop-db.product</title>"))
  }

  /// A flow is no graph: with DOT alone, a design of flows yields nothing, and says so.
  @Test func flowsHaveNoGraph() throws {
    let command = try Command()
    try command.write("a.design", "flow again \"Again\" { loop \"daily\" { note \"nothing\" } }")
    let empty = try command.run("build")
    #expect(empty.status == 0 && empty.output == "")
    try command.write("a.design", Self.shop)
    let result = try command.run("build", "--format", "dot")
    #expect(!result.output.contains("flow-browse"))
    #expect(result.status == 0)
  }

  @Test func checksWithoutWriting() throws {
    let command = try Command()
    try command.write("shop.design", Self.shop)
    let before = try command.run("build", "--check")
    #expect(before.status == 1)
    #expect(before.output.contains("output/applications.svg: missing"))
    #expect(command.files(in: "output") == [])
    _ = try command.run("build")
    #expect(try command.run("build", "--check").status == 0)
    try command.write("output/applications.svg", "<svg/>")
    let after = try command.run("build", "--check")
    #expect(after.status == 1)
    #expect(after.output == "output/applications.svg: out of date\n")
    #expect(try command.read("output/applications.svg") == "<svg/>")
  }

  @Test func writesNothingForADesignWithErrors() throws {
    let command = try Command()
    try command.write("shop.design", Self.shop + "\napplication orders { calls catlog }\n")
    let result = try command.run("build")
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.error.contains("shop.design:13:28"))
    #expect(result.error.contains("did you mean `catalog`?"))
    #expect(command.files(in: "output") == [])
  }

  /// What is wrong with a view is told once by every command, and nothing is written.
  @Test(arguments: ["build", "check", "lint"]) func tellsOfViewsThatShowNothing(name: String) throws {
    let command = try Command()
    try command.write("shop.design", Self.shop + "\nview v: applications { exclude tag nope }\n")
    let result = try command.run(name)
    #expect(result.status == 2)
    #expect(result.error.components(separatedBy: "error[clause-without-effect]").count == 2)
    #expect(result.error.contains("shop.design:13:24"))
    #expect(command.files(in: "output") == [])
  }

  @Test func drawsViews() throws {
    let command = try Command()
    try command.write("shop.design", Self.shop + "\nview near: applications { focus catalog }\n")
    #expect(try command.run("build").status == 0)
    #expect(try command.read("output/view-near.svg").contains("id=\"catalog\""))
  }

  @Test func readsADirectoryInPathOrder() throws {
    let command = try Command()
    try command.write("design/b/tables.design", "extend shop-db { table price { id: uuid primary key } }")
    try command.write("design/a.design", Self.shop)
    try command.write("design/.hidden/x.design", "nonsense")
    try command.write("design/notes.txt", "nonsense")
    let result = try command.run("build", "design")
    #expect(result.status == 0, "\(result.error)")
    #expect(try command.read("output/erd-shop-db.svg").contains("shop-db.price"))
  }

  static let samples = ["samples/first", "samples/shop", "samples/train-ticket", "samples/legacy-shop"]

  @Test(arguments: samples) func samplesAreCanonical(sample: String) throws {
    let result = try Command(folder: TestFiles.root).run("fmt", "--check", sample)
    #expect(result.status == 0, "run `designc fmt samples`: \(result.output)")
  }

  /// The committed pictures of the samples are what the compiler draws now.
  @Test(arguments: samples) func picturesOfSamplesAreUpToDate(sample: String) throws {
    let command = try Command()
    let path = TestFiles.root.appending(path: sample).path(percentEncoded: false)
    let result = try command.run("build", path, "--check", "--output", "\(path)/output")
    #expect(result.status == 0, "run `make record`: \(result.output)\(result.error)")
  }

  /// The review says of the samples what is committed, and their READMEs name every rule that speaks.
  @Test(arguments: samples) func reviewsOfSamplesAreUpToDate(sample: String) throws {
    let result = try Command(folder: TestFiles.root).run(
      "lint", sample, "--today", "2026-11-01", "--format", "markdown")
    let recorded = String(decoding: try TestFiles.bytes("\(sample)/output/review.md"), as: UTF8.self)
    #expect(result.output == recorded, "run `make record`, and read what changed")
    let readme = String(decoding: try TestFiles.bytes("\(sample)/README.md"), as: UTF8.self)
    for line in recorded.split(separator: "\n") where line.hasPrefix("| error") || line.hasPrefix("| warning")
    {
      let rule = line.split(separator: "|")[1].filter { $0 != " " }
      #expect(readme.contains(rule), "\(sample)/README.md does not explain \(rule)")
    }
  }
}
