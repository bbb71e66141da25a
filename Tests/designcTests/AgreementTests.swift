import Foundation
import Testing

/// `designc agree` and `designc breaking`, from the design to the exit status.
@Suite struct AgreementTests {
  private static let design = """
    design shop
    application catalog: service owner "Back end" {
      api products: rest v1 { GET /products -> [Product] }
    }
    application web: web owner "Front end" { screen list "List" { uses catalog.products GET /products } }
    type Product { id: uuid  name: string }

    """

  private func agreed() throws -> Command {
    let command = try Command()
    try command.write("shop.design", Self.design)
    let result = try command.run(
      "agree", "products", "--by", "Front end", "--by", "Back end", "--date", "2026-10-01")
    #expect(result.status == 0, "\(result.error)")
    return command
  }

  private func removing<T>(_ command: Command, _ body: (Command) throws -> T) throws -> T {
    defer { try? FileManager.default.removeItem(at: command.folder) }
    return try body(command)
  }

  @Test func isRefusedUntilEverybodyHasSigned() throws {
    try removing(try Command()) { command in
      try command.write("shop.design", Self.design)
      let result = try command.run("agree", "catalog.products", "--by", "Back end", "--date", "2026-10-01")
      #expect(result.status == 1)
      #expect(result.error.contains("Front end uses it with `web`, and has not signed"))
      #expect(
        try command.run("agree", "products", "--by", "Front end", "--by", "Back end").error.contains(
          "no day is stated"))
      #expect(command.files(in: ".") == ["shop.design"])
    }
  }

  @Test func wrongUsageIsTold() throws {
    try removing(try Command()) { command in
      try command.write("shop.design", Self.design)
      #expect(try command.run("agree").status == 64)
      let unknown = try command.run("agree", "catalog.product", "--by", "A")
      #expect(unknown.status == 64)
      #expect(unknown.error.contains("did you mean 'catalog.products'?"))
      #expect(try command.run("agree", "--status", "--by", "A").status == 64)
      #expect(try command.run("breaking", "--openapi", "a").status == 64)
      #expect(try command.run("breaking", "--openapi", "a", "b").status == 74)
      #expect(try command.run("breaking").error.contains("nothing is agreed yet"))
      #expect(try command.run("breaking", "--against", "nothing").status == 74)
    }
  }

  @Test func whatIsAgreedHolds() throws {
    try removing(try agreed()) { command in
      #expect(
        try command.run("agree", "--status").output
          == "catalog.products v1: agreed on 2026-10-01 by Back end, Front end\n")
      #expect(try command.run("breaking").output == "no changes\n")
      #expect(try command.run("lint", "--only", "API001").status == 0)

      try command.write(
        "shop.design", Self.design.replacingOccurrences(of: "name: string", with: "name: string?"))
      let lint = try command.run("lint", "--only", "API001")
      #expect(lint.status == 1)
      #expect(lint.output.contains("in a way that breaks web, screen list"))
      let breaking = try command.run("breaking", "--format", "json")
      #expect(breaking.status == 1)
      #expect(breaking.output.contains("\"response-property-required-removed\""))
      #expect(breaking.output.contains("\"web, screen list\""))
      #expect(
        try command.run("breaking", "--format", "markdown").output.contains(
          "| breaking | `response-property-required-removed` |"))
      let status = try command.run("agree", "--status")
      #expect(status.output.contains("changed since: 1 breaking"))

      // The words of the old agreement are none for a new one.
      let again = try command.run("agree", "products", "--by", "Front end", "--by", "Back end")
      #expect(again.error.contains("it has changed since it was agreed on 2026-10-01"))
      #expect(
        try command.run("agree", "products", "--by", "Front end", "--by", "Back end", "--date", "2026-11-01")
          .status == 0)
      #expect(try command.run("breaking").status == 0)
    }
  }

  @Test func aLockThatWasChangedByHandIsAnError() throws {
    try removing(try agreed()) { command in
      let lock = "agreements/catalog.products.lock"
      let text = try command.read(lock)
      try command.write(lock, text.replacingOccurrences(of: "property name: required\n", with: ""))
      for arguments in [["lint", "--only", "API001"], ["breaking"], ["agree", "--status"]] {
        let result = try command.run(arguments)
        #expect(result.status != 0)
        #expect((result.output + result.error).contains("was changed by hand"), "\(arguments)")
      }
    }
  }

  @Test func anotherDesignAndARevisionAreComparedWith() throws {
    try removing(try Command()) { command in
      try command.write("old/shop.design", Self.design)
      try command.write(
        "new/shop.design", Self.design.replacingOccurrences(of: "GET /products", with: "GET /goods"))
      let result = try command.run("breaking", "new", "--against", "old")
      #expect(result.status == 1)
      #expect(
        result.output.contains("operation-removed") && result.output.contains("used by web, screen list"))
      for arguments in [
        ["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"],
      ] {
        let git = Process()
        git.executableURL = URL(filePath: "/usr/bin/git")
        git.arguments = arguments
        git.currentDirectoryURL = command.folder
        try git.run()
        git.waitUntilExit()
        #expect(git.terminationStatus == 0)
      }
      #expect(try command.run("breaking", "old", "--against", "HEAD").output == "no changes\n")
      try command.write(
        "old/shop.design", Self.design.replacingOccurrences(of: "GET /products", with: "GET /goods"))
      #expect(try command.run("breaking", "old", "--against", "HEAD").status == 1)
    }
  }

  @Test func twoDocumentsNeedNoDesign() throws {
    try removing(try Command()) { command in
      let document =
        "openapi: 3.0.3\ninfo: {title: a, version: '1'}\npaths:\n  /a:\n    get: {responses: {'200': {description: ok}}}\n"
      try command.write("a.yaml", document)
      try command.write(
        "b.json", #"{"openapi": "3.1.0", "info": {"title": "a", "version": "1"}, "paths": {}}"#)
      let result = try command.run("breaking", "--openapi", "a.yaml", "b.json")
      #expect(result.status == 1)
      #expect(result.output.contains("operation-removed"))
      #expect(try command.run("breaking", "--openapi", "b.json", "a.yaml").status == 0)
      try command.write("c.yaml", "openapi: 3.0.3\npaths: {/a: {$ref: '#/x'}}\n")
      let wrong = try command.run("breaking", "--openapi", "a.yaml", "c.yaml")
      #expect(wrong.status == 2)
      #expect(wrong.error.contains("c.yaml:2:") && wrong.error.contains("`#/x` leads nowhere"))
    }
  }
}
