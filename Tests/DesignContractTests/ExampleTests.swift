import DesignCompiler
import DesignContract
import DesignModel
import DesignSource
import TestSupport
import Testing

/// Examples of types.
@Suite struct ExampleTests {
  /// The example of a type that a field has, and whether it is one of the type.
  private static func example(_ type: String, number: Int = 0, _ more: String = "") throws -> (String, Bool) {
    let text = """
      design d "D"
      application a: service { api b: rest { GET /x -> T } }
      type T { value: \(type) }
      \(more)
      """
    let compilation = compile([SourceFile(path: "a.design", text: text)])
    #expect(compilation.diagnostics.filter { $0.severity == .error }.map(\.message) == [], "\(text)")
    let api = try #require(compilation.model.elements(ElementKinds(.api)).first)
    let contract = try #require(ContractMaker.contract(of: api.id, in: compilation.model))
    let shape = try #require(contract.definitions["T"])
    var maker = ExampleMaker(contract.definitions)
    let value = maker.example(of: shape, number: number)
    let fits = maker.fits(value, shape)
    return (value["value"]?.json ?? "none", fits)
  }

  @Test(arguments: [
    ("string", "\"text\""), ("string(3..3)", "\"tex\""), ("string(10..)", "\"text textt\""),
    ("string(\"^[A-Z]{3}-[0-9]+$\")", "\"AAA-1\""), ("string(\"^(red|blue)$\")", "\"red\""),
    ("string(\"^a{2}b*\\\\.c$\")", "\"aa.c\""), ("string(\"^\\\\d{4}$\", 4..4)", "\"1111\""),
    ("string(\"^[a-z]+$\", 12..12)", "\"aaaaaaaaaaaa\""),
    ("int", "1"), ("int(5..9)", "5"), ("int(..0)", "1"), ("int(-9..-5)", "-9"), ("decimal(3, 2)", "1"),
    ("decimal(12, 2)", "12.5"), ("bool", "true"), ("date", "\"2026-01-31\""),
    ("datetime", "\"2026-01-31T09:30:00Z\""), ("url", "\"https://example.com/\""),
    ("email", "\"person@example.com\""), ("[int(1..3)]", "[1]"), ("[string: bool]", "{\"key\": true}"),
    ("int example 7", "7"), ("int(8..) example 7", "8"), ("string = \"given\"", "\"given\""),
    ("U", "\"open\""), ("T?", "{}"), ("[T]", "[{\"value\": []}]"), ("A | B", "{\"a\": 1}"),
  ])
  func examplesFit(_ type: String, _ expected: String) throws {
    let more = "enum U { open, closed }\ntype A { a: int }\ntype B { b: int }"
    let (value, fits) = try Self.example(type, more)
    if type != "int(..0)" { #expect(value == expected) }
    #expect(fits, "\(type) gave \(value)")
  }

  @Test(arguments: ["uuid", "string", "int", "email", "date", "string(\"^[A-Z]{2}$\")"])
  func severalAreDifferent(_ type: String) throws {
    let all = try (0..<5).map { try Self.example(type, number: $0).0 }
    #expect(Set(all).count == 5, "\(all)")
  }

  /// Shapes that a design cannot say, as documents have them.
  @Test(arguments: [
    "{type: integer, multipleOf: 7, minimum: 20}", "{type: number, exclusiveMinimum: 0, exclusiveMaximum: 1}",
    "{type: array, minItems: 3, uniqueItems: true, items: {type: integer}}",
    "{allOf: [{type: object, required: [a], properties: {a: {type: string}}}, {properties: {b: {const: 4}}}]}",
    "{oneOf: [{type: string, minLength: 9}, {type: integer}], maxLength: 4}",
    "{type: object, required: [z], additionalProperties: {type: integer, minimum: 3}}",
    "{type: object, minProperties: 2, additionalProperties: {type: boolean}}",
    "{type: object, additionalProperties: false, properties: {a: {type: [string, 'null']}}}",
    "{anyOf: [{type: 'null'}, {type: string, format: ipv4}]}", "{type: string, pattern: '^[^a-z]{2}\\.x?$'}",
    "{type: array, prefixItems: [{type: string}, {type: integer}], minItems: 3, items: {type: boolean}}",
  ])
  func shapesOfDocuments(_ schema: String) throws {
    let text = """
      openapi: 3.1.0
      info: {title: t, version: '1'}
      paths: {}
      components: {schemas: {S: \(schema)}}
      """
    let contract = OpenAPIReader.read(SourceFile(path: "a.yaml", text: text)).contract
    let shape = try #require(contract.definitions["S"])
    var maker = ExampleMaker(contract.definitions)
    let value = maker.example(of: shape)
    let fits = maker.fits(value, shape)
    #expect(fits, "\(schema) gave \(value.json)")
  }

  @Test func aDiscriminatorNamesTheAlternative() throws {
    let text = """
      openapi: 3.1.0
      info: {title: t, version: '1'}
      paths: {}
      components:
        schemas:
          Pet:
            oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
            discriminator: {propertyName: kind, mapping: {feline: '#/components/schemas/Cat'}}
          Cat: {type: object, required: [kind], properties: {kind: {type: string}}}
          Dog: {type: object, required: [kind], properties: {kind: {type: string}}}
      """
    let contract = OpenAPIReader.read(SourceFile(path: "a.yaml", text: text)).contract
    var maker = ExampleMaker(contract.definitions)
    let pet = maker.example(of: try #require(contract.definitions["Pet"]))
    #expect(pet["kind"]?.text == "feline")
  }

  @Test func whatIsOnlyReadIsNotSent() throws {
    let shape = ContractNode(
      .body, "", [.type: .text("object")],
      [
        ContractNode(.property, "id", [.type: .text("integer"), .required: .flag, .readOnly: .flag]),
        ContractNode(.property, "secret", [.type: .text("string"), .writeOnly: .flag]),
      ])
    var (sent, given) = (ExampleMaker([:], direction: .request), ExampleMaker([:], direction: .response))
    let (request, answer) = (sent.example(of: shape).json, given.example(of: shape).json)
    #expect(request == "{\"secret\": \"text\"}" && answer == "{\"id\": 1}")
  }
}
