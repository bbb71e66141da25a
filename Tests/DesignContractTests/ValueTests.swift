import DesignContract
import DesignSource
import Testing

/// Values of JSON against shapes.
@Suite struct ValueTests {
  /// A schema, a value, and what is wrong with it: `pointer kind message`; nothing for one that fits.
  struct Case: Sendable, CustomTestStringConvertible {
    let schema: String
    let value: String
    let misfits: [String]

    init(_ schema: String, _ value: String, _ misfits: String...) {
      self.schema = schema
      self.value = value
      self.misfits = misfits
    }

    var testDescription: String { "\(value) as \(schema)" }
  }

  static let scalars: [Case] = [
    Case("{type: string}", #""a""#),
    Case("{type: string}", "1", " type is a number, not a text"),
    Case("{type: integer}", "1.0"),
    Case("{type: integer}", "1.5", " type is 1.5, not a whole number"),
    Case("{type: [string, integer]}", "true", " type is true or false, not a whole number or a text"),
    Case("{type: [string, 'null']}", "null"),
    Case("{type: string}", "null", " type is null, not a text"),
    Case("{}", "null"),
    Case("{type: number, minimum: 1, maximum: 3}", "1"),
    Case("{type: number, minimum: 1, maximum: 3}", "0.5", " value is 0.5, less than 1"),
    Case("{type: number, minimum: 1, maximum: 3}", "4", " value is 4, more than 3"),
    Case("{type: number, exclusiveMinimum: 1}", "1", " value is 1, not more than 1"),
    Case("{type: number, exclusiveMaximum: 1}", "1", " value is 1, not less than 1"),
    Case("{type: number, multipleOf: 0.01}", "19.99"),
    Case("{type: number, multipleOf: 0.01}", "19.999", " value is 19.999, which is no multiple of 0.01"),
    Case("{type: integer, format: int32}", "2147483647"),
    Case("{type: integer, format: int32}", "2147483648", " value is 2147483648, which does not fit 32 bits"),
    Case("{type: integer, format: uint8}", "-1", " value is -1, which does not fit unsigned 8 bits"),
    Case("{type: number, format: 'decimal(5, 2)'}", "999.99"),
    Case(
      "{type: number, format: 'decimal(5, 2)'}", "1000.5",
      " value is 1000.5, with 4 digits before the point, and 3 are agreed"),
    Case(
      "{type: number, format: 'decimal(5, 2)'}", "0.125",
      " value is 0.125, with 3 digits behind the point, and 2 are agreed"),
    Case("{type: string, minLength: 2, maxLength: 3}", #""äö""#),
    Case("{type: string, minLength: 2}", #""a""#, " value has 1 character, fewer than 2"),
    Case("{type: string, maxLength: 1}", #""ab""#, " value has 2 characters, more than 1"),
    Case("{type: string, pattern: '^[A-Z]{3}$'}", #""EUR""#),
    Case(
      "{type: string, pattern: '^[A-Z]{3}$'}", #""eur""#,
      #" value is `"eur"`, which `^[A-Z]{3}$` does not match"#),
    Case("{type: string, pattern: '^(?=a)'}", #""b""#),
    Case("{type: string, enum: [a, b]}", #""b""#),
    Case("{type: string, enum: [a, b]}", #""c""#, #" value is `"c"`, which is none of `"a"`, `"b"`"#),
    Case("{enum: [1, 2]}", "2.0"),
    Case("{type: string, x-extensible-enum: [a]}", #""z""#),
    Case("{not: {type: string}}", "1"),
    Case("{not: {type: string}}", #""a""#, #" value is `"a"`, which is ruled out"#),
  ]

  static let formats: [Case] = [
    Case("{type: string, format: uuid}", #""0f8fad5b-d9cb-469f-a165-70867728950e""#),
    Case("{type: string, format: uuid}", #""42""#, #" value is `"42"`, which is no UUID"#),
    Case("{type: string, format: date}", #""2028-02-29""#),
    Case(
      "{type: string, format: date}", #""2027-02-29""#,
      #" value is `"2027-02-29"`, which is no date, as `2027-03-31`"#),
    Case("{type: string, format: date-time}", #""2027-03-31T09:30:00.123+02:00""#),
    Case(
      "{type: string, format: date-time}", #""2027-03-31T09:30:00""#,
      #" value is `"2027-03-31T09:30:00"`, which is no date with a time and its zone, as `2027-03-31T09:30:00Z` (RFC 3339)"#
    ),
    Case("{type: string, format: time}", #""09:30:00""#),
    Case(
      "{type: string, format: time}", #""25:30:00""#,
      #" value is `"25:30:00"`, which is no time, as `09:30:00`"#),
    Case("{type: string, format: email}", #""a@b.example""#),
    Case("{type: string, format: email}", #""a b""#, #" value is `"a b"`, which is no email address"#),
    Case("{type: string, format: uri}", #""https://a.example/b""#),
    Case("{type: string, format: uri}", #""/b""#, #" value is `"/b"`, which is no URI with a scheme"#),
    Case("{type: string, format: ipv4}", #""10.0.0.255""#),
    Case(
      "{type: string, format: ipv4}", #""10.0.0.256""#, #" value is `"10.0.0.256"`, which is no IPv4 address"#
    ),
    Case("{type: string, format: colour}", #""?""#),
  ]

  static let lists: [Case] = [
    Case("{type: array, items: {type: integer}}", "[1, 2]"),
    Case(
      "{type: array, items: {type: integer}}", "[1, true]", "/1 type is true or false, not a whole number"),
    Case("{type: array, minItems: 1, maxItems: 2}", "[]", " value has 0 items, fewer than 1"),
    Case("{type: array, minItems: 1, maxItems: 2}", "[1, 1, 1]", " value has 3 items, more than 2"),
    Case(
      "{type: array, uniqueItems: true}", "[1, 1.0]", " value has an item twice, and each may be there once"),
    Case(
      "{type: array, prefixItems: [{type: string}], items: {type: integer}}", #"["a", 1, "b"]"#,
      "/2 type is a text, not a whole number"),
    Case(
      "{type: array, contains: {type: string}}", "[1]",
      " value has 0 items of those that it must contain, not 1 or more"),
    Case(
      "{type: array, contains: {type: string}, maxContains: 1}", #"["a", "b"]"#,
      " value has 2 items of those that it may contain 1 of"),
  ]

  static let objects: [Case] = [
    Case("{properties: {a: {type: string}}, required: [a]}", #"{"a": "x"}"#),
    Case(
      "{properties: {a: {type: string}}, required: [a, b]}", "{}", "/a missing is missing",
      "/b missing is missing"),
    Case("{properties: {a: {type: string}}}", #"{"b": 1}"#, "/b undeclared is named nowhere in the type"),
    Case("{type: object}", #"{"b": 1}"#),
    Case(
      "{properties: {a: {type: string}}}", #"{"a": null}"#,
      "/a type is null; it may be left out, but not be null"),
    Case(
      "{properties: {a: {}}, additionalProperties: false}", #"{"b": 1}"#,
      "/b forbidden is not among the properties that there may be"),
    Case(
      "{type: object, additionalProperties: {type: integer}}", #"{"b": "x"}"#,
      "/b type is a text, not a whole number"),
    Case(
      "{type: object, patternProperties: {'^x-': {type: integer}}, additionalProperties: false}",
      #"{"x-a": 1, "x-b": "x", "y": 1}"#, "/x-b type is a text, not a whole number",
      "/y forbidden is not among the properties that there may be"),
    Case(
      "{type: object, propertyNames: {maxLength: 1}}", #"{"ab": 1}"#,
      "/ab forbidden has a name that has 2 characters, more than 1"),
    Case("{type: object, minProperties: 1}", "{}", " value has 0 properties, fewer than 1"),
    Case("{type: object, maxProperties: 0}", #"{"a": 1}"#, " value has 1 property, more than 0"),
    Case(
      "{properties: {a: {}, b: {}}, dependentRequired: {a: [b]}}", #"{"a": 1}"#,
      "/b missing is missing, and `a` asks for it"),
    Case(
      "{properties: {a: {}, b: {}}, dependentSchemas: {a: {required: [b]}}}", #"{"a": 1}"#,
      "/b missing is missing"),
    Case(
      "{properties: {kind: {}, n: {}}, if: {properties: {kind: {const: a}}}, then: {required: [n]}}",
      #"{"kind": "a"}"#, "/n missing is missing"),
    Case(
      "{properties: {kind: {}, n: {}}, if: {properties: {kind: {const: a}}}, then: {required: [n]}}",
      #"{"kind": "b"}"#),
    Case(
      "{allOf: [{properties: {a: {}}}, {properties: {b: {type: string}}}]}", #"{"a": 1, "b": 2, "c": 3}"#,
      "/b type is a number, not a text", "/c undeclared is named nowhere in the type"),
    Case(
      "{allOf: [{properties: {a: {}}}], unevaluatedProperties: false}", #"{"a": 1, "b": 2}"#,
      "/b forbidden is not among the properties that there may be"),
    Case("{properties: {'a/b': {type: string}}}", #"{"a/b": 1}"#, "/a~1b type is a number, not a text"),
  ]

  static let unions: [Case] = [
    Case("{oneOf: [{type: string}, {type: integer}]}", "1"),
    Case("{oneOf: [{type: number}, {type: integer}]}", "1"),
    Case(
      "{oneOf: [{type: string}, {type: integer}]}", "true", " type is true or false, not `string`, `integer`"),
    Case(
      "{oneOf: [{properties: {a: {}}, required: [a]}, {properties: {b: {}, c: {}}, required: [b, c]}]}",
      #"{"b": 1, "d": 1}"#, "/a missing is missing", "/b undeclared is named nowhere in the type",
      "/d undeclared is named nowhere in the type"),
    Case("{anyOf: [{properties: {a: {}}}, {properties: {b: {}}}]}", #"{"a": 1, "b": 1}"#),
    Case(
      "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind}}",
      #"{"kind": "Dog"}"#, "/bark missing is missing"),
    Case(
      "{$ref: '#/components/schemas/Loop'}", #"{"next": {"next": {"value": 1}}}"#,
      "/next/next/value type is a number, not a text"),
    Case("{$ref: '#/components/schemas/Endless'}", "1"),
  ]

  @Test(arguments: scalars + formats + lists + objects + unions) func values(_ one: Case) throws {
    let contract = try Self.contract(one.schema)
    let shape = try #require(contract.definitions["Value"])
    var check = ValueCheck(contract.definitions)
    let found = check.misfits(try JSONReader.read(Array(one.value.utf8)), shape)
    #expect(found.map { "\($0.pointer) \($0.kind.rawValue) \($0.message)" } == one.misfits)
  }

  /// What is only read is not asked of who sends, nor what is only written of who answers.
  @Test func directions() throws {
    let contract = try Self.contract(
      "{properties: {id: {type: string, readOnly: true}, secret: {type: string, writeOnly: true}}, required: [id, secret]}"
    )
    let shape = try #require(contract.definitions["Value"])
    let empty = try JSONReader.read(Array("{}".utf8))
    for (direction, missing) in [(Direction.request, ["/secret"]), (.response, ["/id"])] {
      var check = ValueCheck(contract.definitions, direction: direction)
      #expect(check.misfits(empty, shape).map(\.pointer) == missing)
    }
  }

  /// Bounds hold for numbers beyond what decimals of 38 digits reach.
  @Test(arguments: [
    ("1e300", ["value"]), ("-1e300", ["value"]), ("1e-300", []), ("1.7976931348623157e308", ["value"]),
  ])
  func largeNumbers(json: String, misfits: [String]) throws {
    let contract = try Self.contract("{type: number, minimum: -10, maximum: 10}")
    let shape = try #require(contract.definitions["Value"])
    var check = ValueCheck(contract.definitions)
    #expect(check.misfits(try JSONReader.read(Array(json.utf8)), shape).map(\.kind.rawValue) == misfits)
  }

  @Test func placesHoldForAllItems() throws {
    let contract = try Self.contract(
      "{type: array, items: {properties: {a: {type: array, items: {type: string}}}}}")
    let shape = try #require(contract.definitions["Value"])
    var check = ValueCheck(contract.definitions)
    let found = check.misfits(try JSONReader.read(Array(#"[{"a": []}, {"a": ["x", 1]}]"#.utf8)), shape)
    #expect(found.map(\.pointer) == ["/1/a/1"])
    #expect(found.map(\.place) == ["[].a[]"])
  }

  @Test func tellsABoundedNumber() throws {
    let contract = try Self.contract("{type: array, items: {type: string}}")
    let shape = try #require(contract.definitions["Value"])
    var check = ValueCheck(contract.definitions)
    let numbers = "[" + Array(repeating: "1", count: 5000).joined(separator: ",") + "]"
    #expect(check.misfits(try JSONReader.read(Array(numbers.utf8)), shape).count == 100)
  }

  @Test(arguments: [
    "", "<html>", "{a: 1}", "[1,]", "{\"a\": 1, }", "{\"a\": 1} x", "'a'", "nul", "[1", "\u{0}", "01",
  ])
  func refusesWhatIsNoJSON(_ text: String) {
    #expect(throws: JSONReader.Problem.self) { try JSONReader.read(Array(text.utf8)) }
  }

  @Test func readsExactly() throws {
    let text = #"{"b": [0.1, 12345678901234567890.5, -1e3], "a": "\ud83d\ude00/", "c": [true, null, ",]\\"]}"#
    let value = try JSONReader.read(Array(text.utf8))
    #expect(
      value.json == #"{"a": "😀/", "b": [0.1, 12345678901234567890.5, -1000], "c": [true, null, ",]\\"]}"#)
  }

  private static func contract(_ schema: String) throws -> Contract {
    let text = """
      openapi: 3.1.0
      info: {title: t, version: '1'}
      components:
        schemas:
          Value: \(schema)
          Cat: {properties: {kind: {}, meow: {}}, required: [meow]}
          Dog: {properties: {kind: {}, bark: {}}, required: [bark]}
          Loop: {properties: {next: {$ref: '#/components/schemas/Loop'}, value: {type: string}}}
          Endless: {allOf: [{$ref: '#/components/schemas/Endless'}, {type: integer}]}
      """
    let read = OpenAPIReader.read(SourceFile(path: "x.yaml", text: text))
    try #require(read.diagnostics.allSatisfy { $0.severity != .error })
    return read.contract
  }
}
