import DesignCompiler
import DesignContract
import DesignModel
import DesignSource
import Testing

/// What the mock of an api answers.
@Suite struct MockTests {
  private static let text = """
    design d "D"
    application a: service {
      api b: rest base "/v1" auth bearer cors "http://shop.example" credentials {
        GET /items (page: int(1..) = 1, limit: int(1..)?, state: State?, ids: [int]?) -> [Item] | 400 Problem | 401 Problem paginated at most 50
        GET /items/{id: uuid} -> Item | 404 Problem
        GET /items/top -> Item auth none
        POST /items (body: NewItem) -> 201 Item | 422 Problem
        PUT /items/{id: uuid}/picture (body: binary) -> 204
        GET /keyed -> Item auth api-key("X-Key") in header
        GET /scoped -> Item auth oauth2("items:read")
        GET /broken -> 5xx Problem
        GET /old -> Item auth none deprecated until 2027-06-30
      }
      api open: rest auth none { GET /x (header X-Trace: uuid) -> Item }
    }
    enum State { open, closed }
    type Item { id: uuid  name: string example "Lamp" }
    type NewItem { name: string(1..40)  lines: [Line] }
    type Line { count: int(1..9) }
    type Problem { title: string  status: int  detail: string? }
    """

  private static func mock(_ name: String = "a.b") throws -> MockAPI {
    let compilation = compile([SourceFile(path: "a.design", text: text)])
    #expect(compilation.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    let api = try #require(compilation.model.elements(ElementKinds(.api)).first { $0.path == name })
    let contract = try #require(ContractMaker.contract(of: api.id, in: compilation.model))
    let sharing = MockAPI.Sharing(origins: ["http://shop.example"], allowsCredentials: true)
    return MockAPI(contract, name: name, sharing: name == "a.b" ? sharing : nil)
  }

  private static let signedIn = ("Authorization", "Bearer anything")

  private static func ask(
    _ request: String, _ headers: [(String, String)] = [signedIn], body: String = "", of name: String = "a.b"
  ) throws -> MockAnswer {
    let words = request.split(separator: " ").map(String.init)
    let parts = words[1].split(separator: "?", maxSplits: 1).map(String.init)
    return try mock(name).answer(
      MockRequest(
        method: words[0], path: parts[0], query: parts.count > 1 ? parts[1] : "",
        headers: headers.map { (name: $0.0, value: $0.1) }, body: Array(body.utf8)))
  }

  private static func header(_ name: String, of answer: MockAnswer) -> String? {
    answer.headers.first { $0.name == name }?.value
  }

  private static func text(_ answer: MockAnswer) -> String { String(decoding: answer.body, as: UTF8.self) }

  private static let id = "7d444840-9dc0-11d1-b245-5ffdce74fadf"

  @Test(arguments: [
    ("GET /v1/items", 200, "Lamp"), ("GET /v1/items/\(id)", 200, id), ("GET /v1/items/top", 200, "Lamp"),
    ("GET /v1/items?state=closed&ids=1&ids=2", 200, "Lamp"), ("DELETE /v1/items", 405, "GET, HEAD"),
    ("GET /v1/items?page=x", 400, "`page` is a text, not a whole number"),
    ("GET /v1/items?page=0", 400, "`page` is 0, less than 1"), ("GET /v1/items?ids=a", 400, "`ids`"),
    ("GET /v1/items?limit=51", 400, "a page has at most 50"),
    ("GET /v1/items?state=lost", 400, "none of"), ("GET /v1/items/5", 400, "which is no UUID"),
    ("GET /v1/items/%37d444840-9dc0-11d1-b245-5ffdce74fadf", 200, id),
    ("GET /v1/nothing", 404, "/v1/nothing"),
    ("GET /items", 404, "nothing is agreed on"), ("GET /v1/broken", 500, "\"title\""),
    ("GET /v1/items/%ff", 400, "no UUID"), ("GET /v1/items/", 404, "nothing"),
  ])
  func answers(_ request: String, _ status: Int, _ fragment: String) throws {
    let answer = try Self.ask(request)
    #expect(
      answer.status == status && Self.text(answer).contains(fragment), "\(answer.status) \(Self.text(answer))"
    )
    #expect(try Self.ask(request).body == answer.body)
  }

  @Test(arguments: [
    ("{\"name\": \"x\", \"lines\": []}", "application/json", 201, "Lamp"),
    ("{\"name\": \"x\", \"lines\": []}", "application/json; charset=utf-8", 201, "Lamp"),
    (
      "{\"name\": \"\", \"lines\": [{\"count\": 10}]}", "application/json", 422,
      "`/lines/0/count` of the body"
    ),
    ("{\"name\": 1}", "application/json", 422, "is a number, not a text"),
    ("", "application/json", 422, "missing"),
    ("{", "application/json", 422, "is no JSON"), ("a=b", "text/plain", 415, "`text/plain` is not agreed on"),
  ])
  func bodies(_ body: String, _ type: String, _ status: Int, _ fragment: String) throws {
    let answer = try Self.ask("POST /v1/items", [Self.signedIn, ("Content-Type", type)], body: body)
    #expect(
      answer.status == status && Self.text(answer).contains(fragment), "\(answer.status) \(Self.text(answer))"
    )
  }

  /// What is wrong stands in the agreed type where it has room, else beside it as RFC 9457 has it.
  @Test func refusalsAreTheAgreedOnes() throws {
    let agreed = try Self.ask("GET /v1/items?page=x")
    #expect(Self.header("Content-Type", of: agreed) == "application/json")
    #expect(
      Self.text(agreed).contains("\"status\": 400")
        && Self.text(agreed).contains("\"title\": \"Bad Request\""))
    let own = try Self.ask("GET /v1/items/5")
    #expect(Self.header("Content-Type", of: own) == "application/problem+json")
    #expect(Self.text(own).contains("\"in\": \"path\"") && Self.text(own).contains("\"name\": \"id\""))
    let missing = try Self.ask("GET /x", [], of: "a.open")
    #expect(missing.status == 400 && Self.text(missing).contains("`X-Trace` is missing"))
  }

  @Test(arguments: [
    ("GET /v1/items", [("X-Key", "a")], 401), ("GET /v1/items", [("Authorization", "Basic abc")], 401),
    ("GET /v1/items", [("authorization", "bearer abc")], 200), ("GET /v1/keyed", [("X-Key", "a")], 200),
    ("GET /v1/keyed", [("Authorization", "Bearer a")], 401), ("GET /v1/items/top", [], 200),
  ])
  func whoAsks(_ request: String, _ headers: [(String, String)], _ status: Int) throws {
    let answer = try Self.ask(request, headers)
    #expect(answer.status == status)
    #expect((Self.header("WWW-Authenticate", of: answer) != nil) == (status == 401))
  }

  @Test func whoMustSignInIsToldHow() throws {
    #expect(
      Self.header("WWW-Authenticate", of: try Self.ask("GET /v1/scoped", []))
        == "Bearer realm=\"a.b\", scope=\"items:read\"")
    #expect(Self.header("WWW-Authenticate", of: try Self.ask("GET /v1/keyed", [])) == "ApiKey realm=\"a.b\"")
  }

  @Test(arguments: [
    ("status=404", 404), ("code=404", 404), ("status=500", 400), ("status=x", 400), ("wait=1", 200),
  ])
  func callersMayPrefer(_ preference: String, _ status: Int) throws {
    let answer = try Self.ask("GET /v1/items/\(Self.id)", [Self.signedIn, ("Prefer", preference)])
    #expect(answer.status == status)
    #expect((Self.header("Preference-Applied", of: answer) != nil) == (status == 404))
  }

  @Test func pagesAreTurned() throws {
    func ids(_ query: String) throws -> Int {
      Self.text(try Self.ask("GET /v1/items?\(query)")).split(separator: "\"id\"").count - 1
    }
    #expect(try ids("page=1") == 2 && ids("page=3") == 1 && ids("page=4") == 0 && ids("limit=50") == 5)
    let first = try Self.ask("GET /v1/items?page=1&limit=3")
    #expect(Self.header("Link", of: first) == "</v1/items?limit=3&page=2>; rel=\"next\"")
    let last = try Self.ask("GET /v1/items?page=2&limit=3")
    #expect(Self.header("Link", of: last) == "</v1/items?limit=3&page=1>; rel=\"prev\"")
    #expect(first.body != last.body)
    #expect(try ids("page=9223372036854775807&limit=50") == 0)
  }

  @Test func otherMethodsOfHTTP() throws {
    let head = try Self.ask("HEAD /v1/items/top")
    let get = try Self.ask("GET /v1/items/top")
    #expect(head.status == 200 && head.body.isEmpty && head.contentLength == get.body.count)
    #expect(Self.header("Allow", of: try Self.ask("OPTIONS /v1/items")) == "GET, HEAD, OPTIONS, POST")
    #expect(Self.header("Allow", of: try Self.ask("TRACE /v1/items")) == "GET, HEAD, OPTIONS, POST")
    #expect(Self.header("Sunset", of: try Self.ask("GET /v1/old")) == "Wed, 30 Jun 2027 00:00:00 GMT")
    let picture = try Self.ask(
      "PUT /v1/items/\(Self.id)/picture", [Self.signedIn, ("Content-Type", "application/octet-stream")],
      body: "x")
    #expect(picture.status == 204 && picture.body.isEmpty)
  }

  @Test func originsThatTheDesignNames() throws {
    let own = try Self.ask("GET /v1/items/top", [("Origin", "http://shop.example")])
    #expect(Self.header("Access-Control-Allow-Origin", of: own) == "http://shop.example")
    #expect(Self.header("Access-Control-Allow-Credentials", of: own) == "true")
    let other = try Self.ask("GET /v1/items/top", [("Origin", "http://evil.example")])
    #expect(Self.header("Access-Control-Allow-Origin", of: other) == nil)
    #expect(Self.header("Vary", of: other) == "Origin")
    let preflight = try Self.ask(
      "OPTIONS /v1/items",
      [
        ("Origin", "http://shop.example"), ("Access-Control-Request-Method", "POST"),
        ("Access-Control-Request-Headers", "content-type"),
      ])
    #expect(preflight.status == 204)
    #expect(Self.header("Access-Control-Allow-Methods", of: preflight) == "GET, HEAD, OPTIONS, POST")
    #expect(Self.header("Access-Control-Allow-Headers", of: preflight) == "content-type")
    let silent = try Self.ask("GET /x", [("Origin", "http://shop.example")], of: "a.open")
    #expect(Self.header("Access-Control-Allow-Origin", of: silent) == nil)
  }
}
