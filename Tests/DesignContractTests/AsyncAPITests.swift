import DesignCompiler
import DesignContract
import DesignModel
import DesignSource
import Testing

/// AsyncAPI documents out of designs, and designs out of AsyncAPI documents.
@Suite struct AsyncAPITests {
  private static let events = """
    design shop "Shop"
    application orders: service { publishes events.placed, events.`a b`  consumes events.go }
    application other: service { consumes events.placed  publishes events.go }
    broker events: kafka "Events" {
      topic placed: Placed | Cancelled "An order was placed" key id owned by orders
      topic go: Go? owned by orders deprecated until 2027-01-01
      topic `a b`: [string] owned by orders
      topic bare owned by orders
    }
    type Placed { id: uuid  parent: Placed? }
    type Cancelled { id: uuid  why: string(1..20) }
    type Go { n: int(0..9) }
    """

  private static func contract(of text: String) throws -> Contract {
    let compilation = compile([SourceFile(path: "a.design", text: text)])
    #expect(compilation.diagnostics.filter { $0.severity == .error }.map(\.message) == [], "\(text)")
    let broker = try #require(compilation.model.elements(ElementKinds(.broker)).first)
    return try #require(ContractMaker.contract(of: broker.id, in: compilation.model))
  }

  private static func read(_ text: String) -> AsyncAPIReader.Result {
    AsyncAPIReader.read(SourceFile(path: "a.yaml", text: text))
  }

  @Test func whatADesignSaysComesBack() throws {
    let first = try Self.contract(of: Self.events)
    let read = Self.read(try DocumentWriter.yaml(AsyncAPIWriter.document(first)))
    #expect(read.diagnostics.map(\.message) == [])
    #expect(changes(from: first.withoutWords, to: read.contract.withoutWords).map(\.message) == [])
    let written = DesignWriter.design(
      ofTopics: read.contract, application: "orders", broker: "events", protocolName: "kafka")
    #expect(written.leftOut.map(\.what) == ["the version of the document"])
    let second = try Self.contract(of: written.text)
    #expect(changes(from: first.withoutWords, to: second.withoutWords).map(\.message) == [])
    #expect(second.root.children(.topic).first?.text(.description) == "An order was placed")
  }

  @Test(arguments: [
    ("asyncapi: 2.6.0", "AsyncAPI 2.6.0 is not read here"), ("openapi: 3.1.0", "no AsyncAPI document"),
    ("", "the file is empty"),
    ("asyncapi: 3.0.0\nchannels: {a: {$ref: '#/b'}}", "leads nowhere"),
    ("asyncapi: 3.0.0\noperations: {a: {action: send}}", "an operation needs `channel`"),
  ])
  func whatCannotBeReadIsTold(_ text: String, _ fragment: String) {
    let errors = Self.read(text).diagnostics.filter { $0.severity == .error }
    #expect(errors.contains { $0.message.contains(fragment) }, "\(errors.map(\.message))")
  }

  @Test(arguments: [
    ("servers: {a: {host: b, protocol: kafka}}", "`servers` of the document"),
    ("channels: {a: {messages: {m: {headers: {type: object}, payload: {}}}}}", "`headers` of a message"),
    ("channels: {a: {parameters: {p: {}}}}", "`parameters` of a channel"),
    (
      "channels: {a: {messages: {m: {payload: {schemaFormat: 'application/vnd.apache.avro;version=1.9.0', schema: {}}}}}}",
      "a payload of the format"
    ),
    (
      "channels: {a: {}}\noperations: {o: {action: send, channel: {$ref: '#/channels/a'}, reply: {}}}",
      "`reply` of an operation"
    ),
  ])
  func whatIsLeftOutIsTold(_ body: String, _ what: String) {
    let told = Self.read("asyncapi: 3.0.0\n\(body)\n").diagnostics.filter { $0.severity == .info }.map(
      \.message)
    #expect(told.contains { $0.contains(what) }, "\(told)")
  }

  @Test func whoSendsAndWhoReceives() {
    let read = Self.read(
      """
      asyncapi: 3.1.0
      channels: {a: {address: x.a}, b: {address: null}, c: {}}
      operations:
        one: {action: send, channel: {$ref: '#/channels/a'}}
        two: {action: receive, channel: {$ref: '#/channels/b'}}
        three: {action: send, channel: {$ref: '#/channels/c'}}
        four: {action: receive, channel: {$ref: '#/channels/c'}}
      """)
    let topics = read.contract.root.children(.topic)
    #expect(topics.map(\.key) == ["x.a", "b", "c"])
    #expect(topics.map { $0.text(.flow) } == ["published", "consumed", "published consumed"])
  }
}
