import DesignCompiler
import DesignContract
import DesignModel
import DesignSource
import Foundation
import TestSupport
import Testing

/// Lock files: what they say, that they read back, and that nobody changes them unseen.
@Suite struct AgreementTests {
  static func model(_ text: String) throws -> Model {
    let compilation = compile([SourceFile(path: "a.design", text: text)])
    #expect(compilation.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    return compilation.model
  }

  static let shop = """
    design shop
    application catalog: service owner "Back end" {
      api products: rest v1 base "/api" auth bearer {
        GET /products (page: int = 1, q: string("^[a-z: >]+$")?) -> [Product]
        GET /products/{id: uuid} -> Product | 404 Problem
        POST /products (body: NewProduct) -> 201 Product auth oauth2("write")
        DELETE /products/{id: uuid} -> 204 deprecated until 2027-01-01 replaced by GET /products
      }
      api live: websocket { receives NewProduct  sends Product }
    }
    application web: web owner "Front end" {
      screen product "Product" { uses catalog.products GET /products/{id} }
      calls catalog.products GET /products
      reads stock.level
    }
    type Product { id: uuid  kind: Kind  price: decimal(12, 2)  parent: Product?  any: string | int(0..9)  map: [string: float] }
    type NewProduct { name: string(1..200) = " a > b: c " }
    type Problem { title: string read-only }
    enum Kind { a, `b > c` }
    database stock: postgresql 17 owned by catalog {
      table level { id: bigint primary key identity  product: uuid  amount: int?  kind: varchar(10) default "x" }
      table secret { id: int primary key }
    }
    broker events: kafka { topic changed: Product key id owned by catalog }
    application search: worker { consumes events.changed }
    """

  private static func agreement(_ path: String, _ text: String = shop) throws -> Agreement {
    let model = try model(text)
    let element = try #require(model.agreeable.first { $0.path == path })
    let contract = try #require(ContractMaker.contract(of: element.id, in: model))
    return Agreement(
      path: path, version: element.version, date: "2026-10-01", signers: ["Front end", "Back \"end\""],
      contract: contract)
  }

  @Test(arguments: ["catalog.products", "catalog.live", "stock", "events.changed"])
  func readsBack(_ path: String) throws {
    let agreement = try Self.agreement(path)
    #expect(agreement.contract.hasContent)
    let read = try Agreement.read(Array(agreement.text.utf8))
    #expect(read == agreement)
    #expect(read.text == agreement.text)
  }

  /// Every contract that the enumeration makes can be kept.
  @Test func everyDocumentReadsBack() throws {
    for one in ComparisonTests.cases("interfaces.yaml") {
      let text = "{\"openapi\": \"3.1.0\", \(one.document["base"]?.json.dropFirst().dropLast() ?? "")}"
      let contract = OpenAPIReader.read(SourceFile(path: "a.json", text: text)).contract
      let agreement = Agreement(
        path: "a", version: nil, date: "2026-10-01", signers: ["A"], contract: contract)
      #expect(try Agreement.read(Array(agreement.text.utf8)) == agreement, "\(one.name)")
    }
  }

  @Test func theOrderOfTheTextIsNoMatter() throws {
    let other = """
      type Problem { title: string read-only }
      type NewProduct { name: string(1..200) = " a > b: c " }
      """
    var reordered = Self.shop
    for line in other.split(separator: "\n") { reordered.replace("\(line)\n", with: "") }
    reordered += "\n" + other
    #expect(try Self.agreement("catalog.products").text == Self.agreement("catalog.products", reordered).text)
  }

  @Test func anyEditIsSeen() throws {
    let text = try Self.agreement("catalog.products").text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      var changed = lines
      changed[index] = line + "0"
      #expect(throws: Agreement.Problem.self, "\(line)") {
        try Agreement.read(Array(changed.joined(separator: "\n").utf8))
      }
      changed.remove(at: index)
      #expect(throws: Agreement.Problem.self, "\(line)") {
        try Agreement.read(Array(changed.joined(separator: "\n").utf8))
      }
    }
  }

  @Test(arguments: [
    ("", "is no agreement"), ("contract a\n", "has no digest"),
    ("contract a\ndigest sha256 00\n", "changed by hand"),
    ("<<<<<<< ours\ncontract a\n", "both sides of a merge"),
  ])
  func whatIsNoLockIsTold(_ text: String, _ fragment: String) {
    let error = #expect(throws: Agreement.Problem.self) { try Agreement.read(Array(text.utf8)) }
    #expect(error?.reason.contains(fragment) ?? false, "\(error?.reason ?? "")")
  }

  /// As `sha256sum` has it of these lines without the heading and the digest's own.
  @Test func theDigestStaysTheSame() throws {
    let contract = Contract(root: ContractNode(.contract, "", [:], [ContractNode(.operation, "GET /x")]))
    let agreement = Agreement(
      path: "a.b", version: "v1", date: "2026-10-01", signers: ["A"], contract: contract)
    #expect(
      agreement.text == """
        # What was agreed; written by `designc agree`, never by hand.
        contract a.b
        digest sha256 a1417107cab31afcbb042a3cb247d92f35c4e769a4dd1af1139dbb03c2d2104f
        version v1
        agreed 2026-10-01
        signed "A"

        operation GET /x

        """)
  }

  @Test func onlyTablesThatOthersUseArePublished() throws {
    let contract = try Self.agreement("stock").contract
    #expect(contract.root.children.map(\.key) == ["level"])
    #expect(contract.root.children.first?.text(.flow) == "published")
  }

  @Test func usersAreToldByPart() throws {
    let model = try Self.model(Self.shop)
    let api = try #require(model.agreeable.first { $0.path == "catalog.products" })
    #expect(
      model.describedUsers(of: api.id) == [
        "GET /api/products/{id}": ["web, screen product"], "GET /api/products": ["web"],
      ])
    #expect(model.signatories(of: api.id).map(\.name) == ["Back end", "Front end"])
    let topic = try #require(model.agreeable.first { $0.path == "events.changed" })
    #expect(model.describedUsers(of: topic.id) == ["topic changed": ["search"]])
    #expect(model.signatories(of: topic.id).map(\.name) == ["Back end", "search"])
  }

  @Test(arguments: [
    ("page: int = 1", "page: int = 2", "request-parameter-default-changed"),
    ("page: int = 1", "page: int", "request-parameter-required-added"),
    ("auth bearer", "auth basic", "security-alternative-removed"),
    ("oauth2(\"write\")", "oauth2(\"write read\")", "scope-added"),
    ("404 Problem", "410 Problem", "response-error-status-added"),
    ("kind: Kind", "kind: Kind?", "response-property-required-removed"),
    ("decimal(12, 2)", "decimal(14, 2)", "response-property-format-changed"),
    ("enum Kind { a,", "enum Kind { a, c,", "response-property-enum-value-added"),
    ("string(1..200)", "string(1..100)", "request-property-max-length-decreased"),
    ("until 2027-01-01", "until 2026-12-01", "operation-sunset-decreased"),
    ("base \"/api\"", "base \"/v2\"", "operation-removed"),
  ])
  func aChangeOfTheDesignIsFound(_ old: String, _ new: String, _ id: String) throws {
    let agreement = try Self.agreement("catalog.products")
    let model = try Self.model(Self.shop.replacingOccurrences(of: old, with: new))
    let state = AgreementState(agreement, in: model, today: "2026-10-02")
    #expect(state.changes.contains { $0.id == id }, "\(state.changes.map(\.id))")
  }

  @Test(arguments: [
    ("amount: int?", "amount: bigint?", "published-column-type-widened"),
    ("varchar(10)", "varchar(5)", "published-column-type-narrowed"),
    ("product: uuid", "product: uuid?", "published-column-nullable-added"),
    ("  product: uuid", "", "published-column-removed"), ("owned by catalog", "", "published-table-removed"),
  ])
  func aChangeOfATableIsFound(_ old: String, _ new: String, _ id: String) throws {
    let agreement = try Self.agreement("stock")
    let model = try Self.model(Self.shop.replacingOccurrences(of: old, with: new))
    let found = AgreementState(agreement, in: model, today: nil).changes
    #expect(found.contains { $0.id == id }, "\(found.map(\.id))")
  }

  @Test func whoSendsToATopicIsNotWhoIsGivenIt() throws {
    let commands = """
      application a: service owner "A" { consumes events.go }
      application b: service owner "B" { publishes events.go }
      type Go { n: int }
      broker events: kafka { topic go: Go owned by a }
      """
    let agreement = try Self.agreement("events.go", commands)
    #expect(agreement.contract.root.children.first?.text(.flow) == "consumed")
    let model = try Self.model(commands.replacingOccurrences(of: "n: int }", with: "n: int  m: int }"))
    let found = AgreementState(agreement, in: model, today: nil).changes
    #expect(found.map(\.id) == ["consumed-property-added-required"])
    #expect(found.map(\.changeClass) == [.breaking])
  }
}
