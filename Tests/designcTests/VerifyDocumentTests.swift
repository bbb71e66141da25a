import DesignModel
import Foundation
import TestSupport
import Testing

/// `designc verify API --openapi`
@Suite struct VerifyDocumentTests {
  private static let design = """
    application shop: service owner "Back end" {
      api items: rest base "/api" auth bearer {
        GET /items (page: int = 1) -> [Item] | 400 Problem
        GET /items/{id: uuid} -> Item | 404 Problem
        POST /items (body: Item) -> 201 Item
      }
      api other: rest base "/api" { GET /health -> string }
      type Item { id: uuid  name: string(1..200)  note: string? }
      type Problem { title: string }
    }
    application web: web owner "Front end" { calls shop.items GET /items }
    """

  /// A change to the document that was agreed, and what is found.
  struct Case: Sendable, CustomTestStringConvertible {
    let from: String
    let to: String
    let findings: [String]

    init(_ from: String, _ to: String, _ findings: String...) {
      self.from = from
      self.to = to
      self.findings = findings
    }

    var testDescription: String { "\(from) → \(to)" }
  }

  static let cases: [Case] = [
    Case("title: items", "title: Another title"),
    Case("/api/items/{id}:", "/api/items/{item}:"),
    Case(
      "/api/items/{id}:", "/api/products/{id}:",
      "VER020 error the service does not describe `GET /api/items/{id}` of `shop.items`",
      "VER021 warning the service describes `GET /api/products/{id}`, which `shop.items` does not have"),
    Case(
      "/api/items/{id}:",
      "/api/health: {get: {responses: {\"200\": {description: well}}}}\n  /api/items/{id}:"),
    Case(
      "        note:\n", "        hint:\n",
      "VER020 error `GET /api/items / response 200 / application/json / items / note`: the property `note` is missing",
      "VER021 warning `GET /api/items / response 200 / application/json / items / hint`: the property `hint` was not agreed",
      "VER020 error `GET /api/items/{id} / response 200 / application/json / note`: the property `note` is missing",
      "VER021 warning `GET /api/items/{id} / response 200 / application/json / hint`",
      "VER020 error `POST /api/items / response 201 / application/json / note`: the property `note` is missing",
      "VER021 warning `POST /api/items / response 201 / application/json / hint`",
      "VER020 warning `POST /api/items / request body / application/json / note`: the property `note` is missing",
      "VER021 warning `POST /api/items / request body / application/json / hint`"),
    Case(
      "maxLength: 200", "maxLength: 100",
      "VER022 warning `GET /api/items / response 200 / application/json / items / name`: the max length of `name` is `100`, not `200`",
      "VER022 warning `GET /api/items/{id} / response 200 / application/json / name`",
      "VER022 warning `POST /api/items / response 201 / application/json / name`",
      "VER022 error `POST /api/items / request body / application/json / name`"),
    Case(
      "name: page\n        in: query", "name: page\n        in: query\n        required: true",
      "VER022 error `GET /api/items / parameter query page`: `query page` is required, which was not agreed"),
    Case(
      "\"404\":", "\"410\":",
      "VER020 warning `GET /api/items/{id} / response 404`: the answer `404` is missing",
      "VER021 warning `GET /api/items/{id} / response 410`: the answer `410` was not agreed"),
    Case(
      "\"201\":", "\"200\":", "VER020 error `POST /api/items / response 201`",
      "VER021 warning `POST /api/items / response 200`"),
  ]

  private static func exported() throws -> (command: Command, text: String) {
    let command = try Command()
    try command.write("a.design", design)
    let result = try command.run("export", "openapi", "shop.items")
    try #require(result.status == 0)
    return (command, result.output)
  }

  @Test(arguments: cases) func tellsDifferences(_ one: Case) throws {
    let (command, text) = try Self.exported()
    try #require(text.contains(one.from), "\(text)")
    try command.write("served.yaml", text.replacing(one.from, with: one.to))
    let result = try command.run("verify", "shop.items", "--openapi", "served.yaml", "--format", "json")
    try VerifyReport.expect(one.findings, result)
  }

  /// What the samples export is what they agreed on.
  @Test func samplesAreWhatTheyExport() throws {
    let sample = TestFiles.root.appending(path: "samples/shop").path(percentEncoded: false)
    let command = try Command()
    for api in [
      "catalog.products", "catalog.stock", "catalog.editing", "accounts.profile", "orders.ordering",
    ] {
      #expect(try command.run("export", "openapi", api, "--design", sample, "-o", "a.json").status == 0)
      let result = try command.run(
        "verify", api, "--design", sample, "--openapi", "a.json", "--format", "json")
      try VerifyReport.expect([], result)
    }
  }

  /// A document may put the base of all paths into the address of its server.
  @Test func takesTheBaseFromTheServer() throws {
    let (command, text) = try Self.exported()
    let served =
      "servers: [{url: \"https://shop.example/api/\"}]\n" + text.replacing("  /api/items", with: "  /items")
    try command.write("served.yaml", served)
    try VerifyReport.expect(
      [], try command.run("verify", "shop.items", "--openapi", "served.yaml", "--format", "json"))
  }

  @Test func saysWhatItIsHeldAgainst() throws {
    let (command, text) = try Self.exported()
    try command.write("served.yaml", text)
    let before = try command.run("verify", "shop.items", "--openapi", "served.yaml")
    #expect(
      before.status == 0
        && before.output.hasPrefix("shop.items: nothing is agreed yet, so the design counts\n"))
    let agreed = try command.run(
      "agree", "shop.items", "--by", "Back end", "--by", "Front end", "--date", "2026-10-01")
    #expect(agreed.status == 0)
    // The design goes on; the service is held to what was agreed.
    try command.write("a.design", Self.design.replacing("note: string?", with: "note: string?  size: int"))
    let after = try command.run("verify", "shop.items", "--openapi", "served.yaml")
    #expect(
      after.status == 0 && after.output.hasPrefix("shop.items: agreed on 2026-10-01 by Back end, Front end\n")
    )
    try command.write(
      "agreements/shop.items.lock", try command.read("agreements/shop.items.lock") + "operation GET /x\n")
    let forged = try command.run("verify", "shop.items", "--openapi", "served.yaml")
    #expect(forged.status == 2 && forged.error.contains("was changed by hand"))
  }

  @Test(arguments: ["VER020", "VER021", "VER022"]) func examplesHaveTheirFault(code: String) throws {
    let entry = try #require(DiagnosticCode.named(code))
    let command = try Command()
    try command.write("a.design", entry.right)
    try command.write("served.yaml", entry.wrong)
    let result = try command.run("verify", "shop.items", "--openapi", "served.yaml", "--format", "json")
    #expect(try VerifyReport(result).findings.map(\.rule) == [code])
  }

  @Test(.enabled(if: LoopbackService.isAvailable, "\(LoopbackService.remedy)"))
  func readsWhatAServiceServes() throws {
    let (command, text) = try Self.exported()
    let json = try command.run("export", "openapi", "shop.items", "--format", "json").output
    let service = try LoopbackService(
      [
        "GET /openapi.yaml": .init(type: "application/yaml", body: text),
        "GET /openapi.json": .init(body: json, headers: ["X-Key": "k3y"]),
        "GET /elsewhere": .init(status: 302, location: "/openapi.yaml"),
        "GET /not": .init(type: "text/html", body: "<p>hello</p>"),
        "GET /endless": .init(conduct: "endless"), "GET /gone": .init(conduct: "hang-up"),
      ], in: command)
    func verify(_ path: String, _ more: String...) throws -> Command.Result {
      try command.run(
        ["verify", "shop.items", "--openapi", service.address + path, "--format", "json"] + more)
    }
    try VerifyReport.expect([], try verify("/openapi.yaml"))
    try VerifyReport.expect([], try verify("/openapi.json", "--header", "X-Key: k3y"))
    for (path, status, part) in [
      ("/openapi.json?token=s3cret", Int32(74), "/openapi.json: answers with 401"),
      ("/elsewhere", 74, "which is not followed"), ("/not", 2, "this is no OpenAPI document"),
      ("/endless", 74, "answers with more than 32 MiB"), ("/gone", 74, "gives no whole answer"),
    ] {
      let result = try verify(path)
      #expect(result.status == status && result.error.contains(part), "\(path): \(result)")
      #expect(!result.error.contains("s3cret"))
    }
  }

  @Test func asksNobodyInTheClear() throws {
    let (command, _) = try Self.exported()
    for (arguments, part) in [
      (["--openapi", "http://shop.example/openapi.json"], "would be asked without encryption"),
      (["--http", "http://10.0.0.1"], "would be asked without encryption"),
      (["--http", "https://me:s3cret@shop.example"], "holds no user or password"),
      (["--http", "https://shop.example?key=s3cret"], "without a query"),
      (["--http", "ftp://shop.example"], "begins with `http://` or `https://`"),
      (["--http", "https://shop.example", "--header", "no colon s3cret"], "header"),
      (["--openapi", "a.yaml", "--header", "X-Key: s3cret"], "--header goes with --http"),
      (["--openapi", "a.yaml", "--value", "id=1"], "--value goes with --http"),
      (["--http", "https://shop.example", "--timeout", "0"], "--timeout is from 1 to 300 seconds"),
    ] {
      let result = try command.run(["verify", "shop.items"] + arguments)
      #expect(result.status == 64 && result.error.contains(part), "\(arguments): \(result)")
    }
  }
}
