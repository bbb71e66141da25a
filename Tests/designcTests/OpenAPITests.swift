import Foundation
import TestSupport
import Testing

/// `designc export openapi` and `designc import openapi`, and what other tools make of the documents.
@Suite struct OpenAPITests {
  private func removing<T>(_ command: Command, _ body: (Command) throws -> T) throws -> T {
    defer { try? FileManager.default.removeItem(at: command.folder) }
    return try body(command)
  }

  private static let shop = TestFiles.root.appending(path: "samples/shop").path(percentEncoded: false)

  @Test(.enabled(if: Judge.isInstalled, "\(Judge.remedy)"))
  func theValidatorTakesWhatIsExported() throws {
    try removing(try Command()) { command in
      for name in ["api.yaml", "api.json"] {
        let result = try command.run(
          "export", "openapi", "catalog.products", "--design", Self.shop, "-o", name)
        #expect(result.status == 0, "\(result.error)")
        #expect(try Judge.complaints(.openapi, about: command.folder.appending(path: name)) == "")
      }
    }
  }

  @Test(.enabled(if: Judge.isInstalled, "\(Judge.remedy)"), arguments: ["events", "events.order_placed"])
  func theValidatorTakesTopics(_ name: String) throws {
    try removing(try Command()) { command in
      let result = try command.run("export", "asyncapi", name, "--design", Self.shop, "-o", "a.json")
      #expect(result.status == 0, "\(result.error)")
      #expect(try Judge.complaints(.asyncapi, about: command.folder.appending(path: "a.json")) == "")
      // So that the judge is known to judge.
      try command.write("bad.json", try command.read("a.json").replacing("\"channels\"", with: "\"chanels\""))
      #expect(try Judge.complaints(.asyncapi, about: command.folder.appending(path: "bad.json")) != "")
    }
  }

  @Test func whatIsExportedIsImportedAndTheSame() throws {
    try removing(try Command()) { command in
      let exported = try command.run("export", "openapi", "catalog.products", "--design", Self.shop)
      #expect(exported.status == 0)
      try command.write("api.yaml", exported.output)
      let imported = try command.run(
        "import", "openapi", "api.yaml", "-o", "shop.design", "--as", "catalog.products")
      #expect(imported.status == 0, "\(imported.error)")
      #expect(try command.run("fmt", "--check").status == 0)
      #expect(try command.run("export", "openapi", "products", "-o", "again.yaml").status == 0)
      let same = try command.run("breaking", "--openapi", "api.yaml", "again.yaml", "--format", "json")
      #expect(
        same.output.contains("\"breaking\" : 0") && same.output.contains("\"compatible\" : 0"),
        "\(same.output)")
    }
  }

  @Test func wrongUsageIsTold() throws {
    try removing(try Command()) { command in
      try command.write("a.yaml", "swagger: '2.0'\n")
      let old = try command.run("import", "openapi", "a.yaml")
      #expect(old.status == 2)
      #expect(old.error.contains("this is Swagger 2.0") && old.error.contains("convert it"))
      #expect(try command.run("import", "openapi", "b.yaml").status == 74)
      try command.write("c.yaml", "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\n")
      #expect(try command.run("import", "openapi", "c.yaml", "--as", "a").status == 64)
      #expect(try command.run("import", "openapi", "c.yaml", "-o", "c.yaml").status == 74)
      #expect(try command.read("c.yaml").hasPrefix("openapi"))
      #expect(
        try command.run("export", "openapi", "nothing", "--design", Self.shop).error.contains(
          "There is no api"))
      try command.write("g.design", "application a: service { api b: grpc { rpc C (int) -> int } }\n")
      #expect(try command.run("export", "openapi", "b").error.contains("OpenAPI describes rest apis only"))
    }
  }
}
