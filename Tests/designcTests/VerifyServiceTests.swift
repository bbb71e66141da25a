import DesignModel
import Foundation
import TestSupport
import Testing

/// `designc verify API --http`, against a service on loopback.
@Suite(.enabled(if: LoopbackService.isAvailable, "\(LoopbackService.remedy)"))
struct VerifyServiceTests {
  private static let design = """
    application shop: service {
      api items: rest base "/api" {
        GET /items (page: int = 1, sort: string?) -> [Item] | 400 Problem
        GET /items/{id: uuid} -> Item | 404 Problem
        GET /items/{id: uuid}/images/{image_id: int} -> Image
        HEAD /items -> 200
        POST /items (body: Item) -> 201 Item
        DELETE /items/{id: uuid} -> 204
      }
      type Item { id: uuid  name: string(1..20)  price: decimal(8, 2)  note: string?  state: State }
      type Image { id: int  link: url }
      type Problem { title: string }
      enum State { draft, listed }
    }
    """

  private static let id = "0f8fad5b-d9cb-469f-a165-70867728950e"
  private static let item = """
    {"id": "\(id)", "name": "Shoe", "price": 19.99, "state": "listed"}
    """
  private static let unsafe =
    "VER035 info `DELETE /api/items/{id}`, `POST /api/items` were not tried: only GET and HEAD are sent"
  private static let noImage =
    "VER035 info `GET /api/items/{id}/images/{image_id}` was not tried: the path parameter `image_id` has no default or example; give one with --value image_id=…"

  /// A service that answers as agreed.
  private static func good() -> [String: LoopbackService.Route] {
    [
      "GET /api/items": .init(body: "[\(item)]"), "HEAD /api/items": .init(),
      "GET /api/items/\(id)": .init(body: item),
      "GET /api/items/\(id)/images/7": .init(body: #"{"id": 7, "link": "https://a.example/7.png"}"#),
    ]
  }

  private static func verify(
    _ routes: [String: LoopbackService.Route], _ design: String = design, _ more: String...
  ) throws -> (result: Command.Result, asked: [String]) {
    let command = try Command()
    try command.write("a.design", design)
    let service = try LoopbackService(routes, in: command)
    let result = try command.run(
      ["verify", "shop.items", "--http", service.address, "--format", "json", "--timeout", "1"] + more)
    return (result, service.asked)
  }

  @Test func asksWhatItMay() throws {
    let (result, asked) = try Self.verify(Self.good(), Self.design, "--value", "image_id=7")
    try VerifyReport.expect([Self.unsafe], result)
    #expect(
      Set(asked) == [
        "GET /api/items", "HEAD /api/items", "GET /api/items/\(Self.id)",
        "GET /api/items/\(Self.id)/images/7",
      ])
    #expect(asked.count == 4)
  }

  /// How one route answers otherwise, and what is found.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout [String: LoopbackService.Route]) -> Void
    let findings: [String]

    init(
      _ name: String, _ findings: String...,
      change: @escaping @Sendable (inout [String: LoopbackService.Route]) -> Void
    ) {
      self.init(name, findings, change: change)
    }

    init(
      _ name: String, _ findings: [String],
      change: @escaping @Sendable (inout [String: LoopbackService.Route]) -> Void
    ) {
      (testDescription, self.findings, self.change) = (name, findings, change)
    }
  }

  /// Another item in the list.
  private static func list(_ name: String, _ item: String, _ findings: String...) -> Case {
    Case(name, findings) { $0["GET /api/items"]?.body = "[\(Self.item), \(item), \(item)]" }
  }

  static let cases: [Case] = [
    Case("status", "VER030 error `GET /api/items` answers with 500, and `200`, `400` was agreed") {
      $0["GET /api/items"] = .init(status: 500, type: "text/plain", body: "oops")
      $0["GET /api/items/\(id)"] = nil
      $0["GET /api/items/00000000-0000-4000-8000-000000000000"] = .init(
        status: 404, body: #"{"title": "none"}"#)
    },
    Case("unauthorized", "VER030 error `HEAD /api/items` answers with 401") {
      $0["HEAD /api/items"] = .init(status: 401)
    },
    list(
      "missing", #"{"id": "\#(id)", "price": 1, "state": "draft"}"#,
      "VER032 error `[].name` in the answer 200 of `GET /api/items` is missing"),
    list(
      "type", #"{"id": "\#(id)", "name": 5, "price": "1", "state": "draft"}"#,
      "VER032 error `[].name` in the answer 200 of `GET /api/items` is a number, not a text",
      "VER032 error `[].price` in the answer 200 of `GET /api/items` is a text, not a number"),
    list(
      "null", #"{"id": "\#(id)", "name": "a", "price": 1, "note": null, "state": "draft"}"#,
      "VER032 error `[].note` in the answer 200 of `GET /api/items` is null; it may be left out, but not be null"
    ),
    list(
      "value", #"{"id": "7", "name": "", "price": 1.005, "state": "gone"}"#,
      "VER032 error `[].id` in the answer 200 of `GET /api/items` is `\"7\"`, which is no UUID",
      "VER032 error `[].name` in the answer 200 of `GET /api/items` has 0 characters, fewer than 1",
      "VER032 error `[].price` in the answer 200 of `GET /api/items` is 1.005, with 3 digits behind the point",
      "VER032 error `[].state` in the answer 200 of `GET /api/items` is `\"gone\"`, which is none of `\"draft\"`, `\"listed\"`"
    ),
    list(
      "undeclared", #"{"id": "\#(id)", "name": "a", "price": 1, "state": "draft", "cost": 1}"#,
      "VER033 warning `[].cost` in the answer 200 of `GET /api/items` is named nowhere in the type"),
    Case("another shape", "VER032 error the answer 200 of `GET /api/items/{id}` is a list, not an object") {
      $0["GET /api/items/\(id)"] = .init(body: "[]")
    },
    Case("not JSON", "VER031 error the answer 200 of `GET /api/items/{id}` is not JSON") {
      $0["GET /api/items/\(id)"] = .init(body: "{oops")
    },
    Case(
      "HTML",
      "VER031 error the answer 200 of `GET /api/items/{id}` is `text/html`, and `application/json` was agreed"
    ) {
      $0["GET /api/items/\(id)"] = .init(type: "text/html; charset=utf-8", body: "<p>")
    },
    Case(
      "no type", "VER031 error the answer 200 of `GET /api/items/{id}` does not say of which media type it is"
    ) {
      $0["GET /api/items/\(id)"] = .init(type: nil, body: item)
    },
    Case("kinds of JSON") { $0["GET /api/items/\(id)"]?.type = "application/hal+json; charset=utf-8" },
    Case("slow", "VER034 error `GET /api/items/{id}` does not answer within 1 seconds") {
      $0["GET /api/items/\(id)"]?.conduct = "slow"
    },
    Case("endless", "VER034 error `GET /api/items/{id}` answers with more than 4 MiB") {
      $0["GET /api/items/\(id)"]?.conduct = "endless"
    },
    Case("hangs up", "VER034 error `GET /api/items/{id}` gives no whole answer") {
      $0["GET /api/items/\(id)"]?.conduct = "hang-up"
    },
    Case("sent on within") {
      $0["GET /api/moved"] = $0["GET /api/items/\(id)"]
      $0["GET /api/items/\(id)"] = .init(status: 307, location: "/api/moved")
    },
    Case(
      "sent elsewhere",
      "VER034 error `GET /api/items/{id}` sends callers to `http://other.example`, which is not followed"
    ) {
      $0["GET /api/items/\(id)"] = .init(status: 302, location: "http://other.example/x")
    },
    Case("sent round", "VER034 error `GET /api/items/{id}` sends callers on more than 3 times") {
      $0["GET /api/items/\(id)"] = .init(status: 302, location: "/api/items/\(id)")
    },
  ]

  @Test(arguments: cases) func tellsDifferences(_ one: Case) throws {
    var routes = Self.good()
    one.change(&routes)
    let (result, _) = try Self.verify(routes)
    // Without a list there is no value for the id of images either.
    let noValue =
      one.testDescription == "status"
      ? "VER035 info `GET /api/items/{id}/images/{image_id}` was not tried: the path parameter `id`"
      : Self.noImage
    try VerifyReport.expect(one.findings + [Self.unsafe, noValue], result)
  }

  @Test func saysWhatWasNotTried() throws {
    let design = """
      application shop: service {
        api items: rest auth bearer {
          GET /open -> string auth none
          GET /closed -> string
          GET /search (text: string) -> string auth none
          GET /named/{name: string} -> string auth none
        }
      }
      """
    let routes: [String: LoopbackService.Route] = [
      "GET /open": .init(body: "\"a\""),
      "GET /closed": .init(body: "\"a\"", headers: ["Authorization": "Bearer s3cret"]),
      "GET /search?text=a%20b": .init(body: "\"a\""), "GET /named/x%2Fy": .init(body: "\"a\""),
    ]
    let (result, asked) = try Self.verify(routes, design)
    try VerifyReport.expect(
      [
        "VER035 info `GET /closed` was not tried: it asks for authentication",
        "VER035 info `GET /search` was not tried: the query parameter `text` has no default or example; give one with --value text=…",
        "VER035 info `GET /named/{name}` was not tried: the path parameter `name` has no default or example",
      ], result)
    #expect(asked == ["GET /open"])

    let (whole, _) = try Self.verify(
      routes, design, "--header", "Authorization: Bearer s3cret", "--value", "text=a b", "--value", "name=x/y"
    )
    try VerifyReport.expect([], whole)
    let (refused, _) = try Self.verify(
      routes, design, "--header", "Authorization: Bearer s3cret2", "--value", "text=a b")
    #expect(refused.status == 1 && refused.output.contains("answers with 401"))
    #expect(!refused.output.contains("s3cret") && !refused.error.contains("s3cret"))
  }

  @Test func tellsOnceThatNobodyAnswers() throws {
    let command = try Command()
    try command.write("a.design", Self.design)
    let result = try command.run("verify", "shop.items", "--http", "http://127.0.0.1:1", "--format", "json")
    try VerifyReport.expect(["VER034 error the service at `http://127.0.0.1:1` cannot be reached"], result)
    let noCurl = try command.run(
      "verify", "shop.items", "--http", "http://127.0.0.1:1", environment: ["PATH": "/nonexistent"])
    #expect(noCurl.status == 74 && noCurl.error.contains("apt install curl"))
  }

  @Test(arguments: DiagnosticCode.all.map(\.code).filter { $0 >= "VER030" && $0 < "VER100" })
  func examplesHaveTheirFault(code: String) throws {
    let entry = try #require(DiagnosticCode.named(code))
    var routes: [String: LoopbackService.Route] = [:]
    if !entry.wrong.isEmpty {
      let parts = entry.wrong.split(separator: "\n\n", maxSplits: 1).map(String.init)
      let lines = parts[0].split(separator: "\n").map(String.init)
      var route = LoopbackService.Route(type: nil, body: parts.count > 1 ? parts[1] : "")
      route.status = try #require(Int(lines[0].split(separator: " ")[1]))
      for line in lines.dropFirst() {
        let header = line.split(separator: ":", maxSplits: 1).map {
          String($0).trimmingCharacters(in: .whitespaces)
        }
        if header[0] == "Content-Type" { route.type = header[1] }
        if header[0] == "Location" { route.location = header[1] }
      }
      routes["GET /items"] = route
    }
    let (result, _) = try Self.verify(routes, entry.right)
    #expect(try VerifyReport(result).findings.map(\.rule) == [code])
  }
}
