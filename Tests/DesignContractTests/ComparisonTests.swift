import DesignContract
import DesignSource
import Foundation
import TestSupport
import Testing

/// Pairs of documents, with the changes that must be found.
@Suite struct ComparisonTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let document: Document
    var name: String { document["name"]?.word ?? "?" }
    var testDescription: String { name }

    func words(_ key: String) -> [String] { (document[key]?.items.compactMap(\.word) ?? []).sorted() }
  }

  static func cases(_ name: String) -> [Case] {
    let url = TestFiles.root.appending(path: "Tests/DesignContractTests/Cases/\(name)")
    guard let data = try? Data(contentsOf: url),
      case .success(let list) = DocumentReader.read(
        SourceFile(path: name, bytes: [UInt8](data)), file: FileID(0))
    else { return [] }
    return list.items.map { Case(document: $0) }
  }

  private static func contract(_ body: String, version: String = "3.1.0") throws -> Contract {
    let text = "{\"openapi\": \"\(version)\", \"info\": {\"title\": \"t\", \"version\": \"1\"}, \(body)}"
    let result = OpenAPIReader.read(SourceFile(path: "a.json", text: text))
    #expect(result.diagnostics.filter { $0.severity == .error }.isEmpty)
    return result.contract
  }

  private static func told(_ changes: [Change]) -> [String] {
    changes.map { ($0.changeClass == .breaking ? "!" : "") + $0.id }.sorted()
  }

  @Test func theCasesAreThere() {
    #expect(Self.cases("shapes.yaml").count > 40)
    #expect(Self.cases("interfaces.yaml").count > 25)
  }

  @Test(arguments: cases("shapes.yaml"))
  func shape(_ one: Case) throws {
    for direction in ["request", "response"] {
      let pair = try ["base", "revision"].map { side in
        let content = "{\"application/json\": {\"schema\": \(one.document[side]?.json ?? "{}")}}"
        let operation =
          direction == "request"
          ? "{\"requestBody\": {\"content\": \(content)}, \"responses\": {}}"
          : "{\"responses\": {\"200\": {\"content\": \(content)}}}"
        return try Self.contract("\"paths\": {\"/a\": {\"post\": \(operation)}}")
      }
      let expected = one.words(direction).map { word in
        word.hasPrefix("!") ? "!\(direction)-\(word.dropFirst())" : "\(direction)-\(word)"
      }
      #expect(Self.told(changes(from: pair[0], to: pair[1])) == expected.sorted(), "\(one.name)")
    }
  }

  @Test(arguments: cases("interfaces.yaml"))
  func interface(_ one: Case) throws {
    let pair = try ["base", "revision"].map { side in
      try Self.contract(String(one.document[side]?.json.dropFirst().dropLast() ?? ""))
    }
    let found = changes(from: pair[0], to: pair[1], today: "2026-06-01")
    #expect(Self.told(found) == one.words("expect"), "\(one.name)")
  }

  @Test func theOrderOfAChangeIsItsPlace() throws {
    let base = try Self.contract(
      "\"paths\": {\"/b\": {\"get\": {\"responses\": {}}}, \"/a\": {\"get\": {\"responses\": {}}}}")
    let found = changes(from: base, to: try Self.contract("\"paths\": {}"))
    #expect(found.map(\.part) == ["GET /a", "GET /b"])
  }

  @Test(arguments: [
    ("", "the file is empty"), ("[]", "not a mapping"), ("{", "neither YAML nor JSON"),
    ("a: [1\nb: 2", "neither YAML nor JSON"),
    ("a: 1\na: 2", "stands twice"), ("swagger: '2.0'", "Swagger 2.0"), ("openapi: 2.9.0", "OpenAPI 2.9.0"),
    ("asyncapi: 3.0.0", "AsyncAPI"), ("title: x", "no OpenAPI document"), ("a: *b", "neither YAML nor JSON"),
    ("openapi: 3.1.0\npaths: {/a: {$ref: '#/nowhere'}}", "leads nowhere"),
    ("openapi: 3.1.0\npaths: {/a: {$ref: 'b.yaml#/x'}}", "in another file"),
    ("openapi: 3.1.0\npaths: {/a: {$ref: '#/paths/~1a'}}", "leads back to itself"),
    (String(repeating: "[", count: 100_000), "neither YAML nor JSON"),
  ])
  func whatCannotBeReadIsTold(_ text: String, _ fragment: String) {
    let errors = OpenAPIReader.read(SourceFile(path: "a.yaml", text: text)).diagnostics.filter {
      $0.severity == .error
    }
    #expect(errors.contains { $0.message.contains(fragment) }, "\(errors.map(\.message))")
  }

  @Test func aCharacterOfTwoEscapesIsOne() throws {
    let source = SourceFile(path: "a.json", text: #"{"a": "\ud83d\ude00 \\ud83d"}"#)
    let document = try DocumentReader.read(source, file: FileID(0)).get()
    #expect(document["a"]?.text == "😀 \\ud83d")
  }

  @Test func thePublishedTableIsUpToDate() throws {
    let url = TestFiles.root.appending(path: "docs/breaking-changes.md")
    #expect(try String(contentsOf: url, encoding: .utf8) == ChangeTable.markdown, "run scripts/record.sh")
  }
}
