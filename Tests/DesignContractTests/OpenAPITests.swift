import DesignCompiler
import DesignContract
import DesignModel
import DesignSource
import Foundation
import TestSupport
import Testing

/// OpenAPI documents out of designs, designs out of OpenAPI documents, and that nothing is lost on the way unsaid.
@Suite struct OpenAPITests {
  private static func read(_ text: String) -> OpenAPIReader.Result {
    OpenAPIReader.read(SourceFile(path: "a.yaml", text: text))
  }

  /// What every case of the comparison says is written and read back whole.
  @Test func everyDocumentIsWrittenAsItWasRead() throws {
    for one in ComparisonTests.cases("interfaces.yaml") + ComparisonTests.cases("shapes.yaml") {
      for side in ["base", "revision"] {
        let body = one.document[side]?.json ?? "{}"
        let paths =
          one.document["expect"] != nil
          ? String(body.dropFirst().dropLast())
          : "\"paths\": {\"/a\": {\"post\": {\"requestBody\": {\"content\": {\"application/json\": {\"schema\": \(body)}}}, \"responses\": {}}}}"
        let first = Self.read("{\"openapi\": \"3.1.0\", \(paths)}").contract
        for text in [
          DocumentWriter.json(OpenAPIWriter.document(first)),
          try DocumentWriter.yaml(OpenAPIWriter.document(first)),
        ] {
          let second = Self.read(text)
          #expect(second.diagnostics.filter { $0.severity == .error }.isEmpty)
          #expect(
            second.contract.withoutWords.canonical == first.withoutWords.canonical, "\(one.name) \(text)")
        }
      }
    }
  }

  /// A design with everything that the language can say of a rest api.
  private static let whole = """
    design shop "Shop"
    application catalog: service {
      /// What is sold.
      api products: rest v1 "Products API" base "/api" auth bearer {
        /// All of them,
        /// page by page.
        GET /products (page: int = 1, category: string?, header If-Match: string, cookie session: uuid?) -> [Product] "Products" tags "a", "b" property "operationId" "listProducts"
        GET /products/{id: uuid} -> Product | 404 Problem | 5xx Problem | default Problem
        POST /products (body: NewProduct) -> 201 Product auth oauth2("write admin")
        PUT /products/{id: uuid} (body: NewProduct?) -> 204 deprecated until 2027-01-01 auth api-key("X-Key") in query
        GET /health -> 200 auth none
      }
    }
    type Product "A product" {
      id: uuid read-only
      kind: Kind = book "What it is"
      price: decimal(12, 2) example 12.5
      parent: Product?
      tags: [string]
      names: [string: string(1..80)]
      size: int(1..10) | string("^[SML]$")
      secret: string write-only
      old: bool deprecated until 2027-01-01
      weight: float(0..)  length: long  seen: datetime  day: date  at: time  took: duration  page: url  mail: email  raw: binary
      more: json
    }
    enum Kind "Kinds" { book, `e-book 2`, string }
    type NewProduct { name: string(..30) = "x" }
    type Problem { title: string }
    """

  private static func contract(of text: String) throws -> Contract {
    let compilation = compile([SourceFile(path: "a.design", text: text)])
    #expect(compilation.diagnostics.filter { $0.severity == .error }.map(\.message) == [], "\(text)")
    let api = try #require(compilation.model.agreeable.first { $0.kind == .api })
    return try #require(ContractMaker.contract(of: api.id, in: compilation.model))
  }

  @Test func whatADesignSaysComesBack() throws {
    let first = try Self.contract(of: Self.whole)
    let read = Self.read(try DocumentWriter.yaml(OpenAPIWriter.document(first)))
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics.map(\.message))")
    let written = DesignWriter.design(read.contract, application: "catalog", api: "products")
    // An answer's words are the document's need, not the design's.
    #expect(
      written.leftOut.map(\.what).filter { !$0.contains("`description` of answers") && !$0.contains("flows") }
        == [])
    let second = try Self.contract(of: written.text)
    #expect(changes(from: first.withoutWords, to: second.withoutWords).map(\.message) == [])
    #expect(second.root.children(.operation).first?.text(.description) == "All of them,\npage by page.")
    #expect(second.root.children(.operation).first?.text(.name) == "listProducts")
  }

  /// For each thing that a design cannot say: the document that says it, and what is told.
  @Test(arguments: [
    (
      "paths: {/a: {get: {responses: {'200': {headers: {X-A: {schema: {}}}}}}}}",
      "the header `x-a` of answers"
    ),
    ("paths: {/a: {get: {responses: {'200': {content: {text/csv: {}}}}}}}", "the media type `text/csv`"),
    ("paths: {}\nwebhooks: {n: {post: {responses: {}}}}", "the webhook `POST n`"),
    ("paths: {}\ncomponents: {schemas: {A: {type: array, maxItems: 3, items: {}}}}", "`max-items` of shapes"),
    ("paths: {}\ncomponents: {schemas: {A: {type: number, multipleOf: 0.1}}}", "`multiple-of` of shapes"),
    (
      "paths: {}\ncomponents: {schemas: {A: {type: object, additionalProperties: false, properties: {a: {}}}}}",
      "`additional-properties` of shapes"
    ),
    (
      "paths: {}\ncomponents: {schemas: {A: {type: object, properties: {a: {type: [string, 'null']}}}}}",
      "`null` as a value of a property"
    ),
    (
      "paths: {}\ncomponents: {schemas: {A: {anyOf: [{type: string}, {type: integer}]}}}",
      "that several alternatives may hold at once (`anyOf`)"
    ),
    (
      "paths: {}\ncomponents: {schemas: {A: {type: integer, enum: [1, 2]}}}",
      "`enum` of values that are no texts"
    ),
    ("paths: {}\ncomponents: {schemas: {A: {type: string, format: password}}}", "the format `password`"),
    ("paths: {}\ncomponents: {schemas: {A: {type: string, not: {const: a}}}}", "`not` of shapes"),
    (
      "security: [{k: []}, {l: []}]\npaths: {/a: {get: {responses: {}}}}\ncomponents: {securitySchemes: {k: {type: http, scheme: basic}}}",
      "further ways to authenticate"
    ),
    (
      "servers: [{url: 'https://a.example/v1'}]\npaths: {}",
      "the server `https://a.example/v1`, but for its path"
    ),
  ])
  func whatADesignCannotSayIsTold(_ body: String, _ what: String) throws {
    let read = Self.read("openapi: 3.1.0\ninfo: {title: A, version: '1'}\n\(body)\n")
    let written = DesignWriter.design(read.contract, application: "a", api: "b")
    let told = written.leftOut.map(\.what)
    #expect(told.contains(what), "\(told)")
    let compilation = compile([SourceFile(path: "a.design", text: written.text)])
    #expect(compilation.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
  }

  /// What a contract does not hold is told by the reader.
  @Test(arguments: ["tags: [{name: a}]", "externalDocs: {url: a}", "x-a: 1"])
  func whatAContractDoesNotHoldIsTold(_ line: String) {
    let read = Self.read("openapi: 3.1.0\npaths: {}\n\(line)\n")
    let key = line.prefix { $0 != ":" }
    #expect(read.diagnostics.contains { $0.severity == .info && $0.message.contains("`\(key)`") })
  }

  @Test(arguments: [
    "yes", "1.0", "a: b", "- x", "#x", "", " a", "a\nb\n", "é", "x\u{7}", "'q'", "\"", "2026-01-01", "{a}",
  ])
  func textsComeBackFromYAML(_ text: String) throws {
    let contract = Contract(
      root: ContractNode(.contract, "", [.title: .text(text), .description: .text(text)]))
    let read = Self.read(try DocumentWriter.yaml(OpenAPIWriter.document(contract)))
    #expect(read.contract.root.text(.title) == text)
    #expect(read.contract.root.text(.description) == text)
  }

  @Test func whatIsNoPathIsToldAndLeftOut() {
    let read = Self.read("openapi: 3.1.0\npaths: {a: {get: {responses: {}}}, x-a: 1}\n")
    #expect(read.contract.root.children.isEmpty)
    #expect(read.diagnostics.map(\.message) == ["the path `a`, which does not begin with `/`, is left out"])
  }

  @Test func whatIsNoStatusIsToldAndLeftOut() {
    let read = Self.read("openapi: 3.1.0\npaths: {/a: {get: {responses: {ok: {}, 2xx: {}, '99': {}}}}}\n")
    #expect(read.contract.root.children(.operation).first?.children.map(\.key) == ["2XX"])
    #expect(read.diagnostics.map(\.message).filter { $0.contains("which is no status") }.count == 2)
  }

  /// Names that are keywords, have foreign letters, or look like something else.
  @Test func anyNameCanBeImported() throws {
    let names = [
      "table", "a.b", "x y", "1st", "-", "a-", "string", "é", "a--b", "$ref", "default", "deprecated", "like",
      "date", "", "`", "a`b", " ", "a\\nb", "x\\u0007", "\\u202e", "_",
    ]
    let properties = names.map { "\"\($0)\": {\"type\": \"string\", \"enum\": [\"\($0)\"]}" }.joined(
      separator: ", ")
    let schemas = names.filter {
      $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
    }
    .map { "\"\($0)\": {\"type\": \"object\", \"properties\": {\(properties)}}" }.joined(separator: ", ")
    let read = Self.read(
      "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"t\", \"version\": \"1\"}, \"paths\": {}, \"components\": {\"schemas\": {\(schemas)}}}"
    )
    let written = DesignWriter.design(read.contract, application: "table", api: "default")
    let compilation = compile([SourceFile(path: "a.design", text: written.text)])
    #expect(compilation.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
  }
}
