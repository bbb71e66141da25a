import DesignExchange
import DesignFormat
import DesignModel
import DesignSource
import DesignSyntax
import TestSupport
import Testing

@Suite struct FormatTests {
  static let texts = TestFiles.all(in: "samples") + TestFiles.all(in: "Tests/Cases")

  /// Formatting twice is formatting once, and says the same of the same things.
  @Test(arguments: texts) func isStableAndKeepsTheModel(path: String) throws {
    let source = try TestFiles.source(path)
    guard let once = format(source) else {
      #expect(
        !Parser.parse(source, file: FileID(0)).diagnostics.isEmpty, "only what does not parse has no format")
      return
    }
    let formatted = SourceFile(path: path, text: once)
    #expect(format(formatted) == once)
    #expect(try model(source) == model(formatted))
    #expect(!once.split(separator: "\n", omittingEmptySubsequences: false).contains { $0.hasSuffix(" ") })
    #expect(words(source) == words(formatted), "no word and no comment is lost")
  }

  /// The model as JSON, without the places of things in the text.
  private func model(_ source: SourceFile) throws -> String {
    let model = ModelBuilder.build([Parser.parse(source, file: FileID(0))])
    let text = String(decoding: try ModelDocument(model).bytes(), as: UTF8.self)
    return text.split(separator: "\n").filter { line in
      !["\"line\"", "\"column\"", "\"endLine\"", "\"endColumn\""].contains { line.contains($0) }
    }.joined(separator: "\n")
  }

  /// All bytes but white space and semicolons.
  private func words(_ source: SourceFile) -> [UInt8] {
    var bytes = source.bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    return bytes.filter { ![9, 10, 13, 32, UInt8(ascii: ";")].contains($0) }
  }

  @Test func setsColumnsBelowEachOther() {
    expect(
      """
      database shop: postgresql 17 {

        table customer {
          id: uuid primary key default `gen_random_uuid()`
          // the address
          email: varchar(320)   unique classified pii // for mail
          name:text

          x: int
        }


        table order { id: int   primary key }
      }
      """,
      """
      database shop: postgresql 17 {
        table customer {
          id:    uuid         primary key default `gen_random_uuid()`
          // the address
          email: varchar(320) unique classified pii  // for mail
          name:  text

          x: int
        }

        table order { id: int primary key }
      }

      """)
  }

  @Test func keepsStatementsOnALineApart() {
    expect(
      "application a: service; application b:service {stateless; healthcheck \"/x\";}\n",
      "application a: service; application b: service { stateless; healthcheck \"/x\" }\n")
    expect("database d: mysql { rpo 5m rto 1h }", "database d: mysql { rpo 5m  rto 1h }\n")
  }

  @Test func breaksABlockThatIsTooLong() {
    expect(
      """
      application storefront: web "Storefront" { technology "React"  owner "Front end"  exposure internet  tags one, two }
      """,
      """
      application storefront: web "Storefront" {
        technology "React"
        owner "Front end"
        exposure internet
        tags one, two
      }

      """)
  }

  @Test func keepsBrokenLinesAndPaths() {
    expect(
      """
      application a: service {
          api things: rest {
      GET /things/{ id:uuid }(page: int=1)  ->  Thing
      |404  { cache 60s }
            primary-key calls b
          }
      }
      """.replacing("      primary-key calls b\n", with: ""),
      """
      application a: service {
        api things: rest {
          GET /things/{id: uuid} (page: int = 1) -> Thing
            | 404 { cache 60s }
        }
      }

      """)
    expect(
      "flow f {\n  alternative \"x\" {\n a -> b }\n  else \"y\" { b -> a }\n}\n",
      "flow f {\n  alternative \"x\" {\n    a -> b\n  } else \"y\" { b -> a }\n}\n")
  }

  @Test func hasNoFormForWhatDoesNotParse() {
    #expect(format(SourceFile(path: "x.design", text: "aplication a: service")) == nil)
    #expect(format(SourceFile(path: "x.design", text: "")) == "")
  }

  private func expect(_ text: String, _ expected: String) {
    let result = format(SourceFile(path: "x.design", text: text))
    #expect(result == expected)
  }
}
