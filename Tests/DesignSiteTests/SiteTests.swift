import DesignLint
import TestSupport
import Testing

@testable import DesignSite

/// Pages of small designs.
@Suite struct SiteTests {
  static func files(_ text: String, _ format: SiteFormat = .html) -> [String: String] {
    let model = Compiled(text).model
    let site = Site(model, review: review(model), format: format)
    let painted = site.pictures.map {
      Site.Painted(name: $0.name, svg: Array("<svg/>".utf8), width: 9, height: 9)
    }
    return Dictionary(
      site.files(painted).map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test(arguments: SiteFormat.allCases) func everyTemplateCanBeRead(format: SiteFormat) throws {
    let files = Self.files("design shop \"The shop\"\nsystem a { application b: service }", format)
    let page = try #require(files["application/a.b\(format.suffix)"])
    #expect(page.contains("b") && page.contains("service"))
  }

  /// Names that would leave the page, the attribute, or the table.
  @Test func hostileNamesStayText() throws {
    let text = #"""
      /// <img src=x onerror=alert(1)>
      application a: service "<script>alert('1')</script>" owner "\"><b>" { link "x" "javascript:alert(1)" }
      """#
    let page = try #require(Self.files(text)["application/a.html"])
    #expect(!page.contains("<script>alert") && page.contains("&lt;script&gt;alert(&#39;1&#39;)"))
    #expect(!page.contains("<b>") && !page.contains("<img") && !page.contains("javascript:"))
    let markdown = try #require(Self.files(text, .markdown)["application/a.md"])
    #expect(markdown.hasPrefix("# \\<script\\>alert('1')\\</script\\>\n"))
    #expect(!markdown.contains("javascript:"))
  }

  @Test func namesThatDifferInCaseAloneHavePagesOfTheirOwn() {
    let files = Self.files("system shop\nsystem Shop\ntype shop { a: int }")
    #expect(
      files["system/shop.html"] != nil && files["system/Shop-2.html"] != nil && files["type/shop.html"] != nil
    )
  }

  @Test func examplesFollowTheTypes() throws {
    let page = try #require(
      Self.files(
        """
        application a: service {
          api b: rest { POST /c (body: D) -> 201 E | 400 }
          type D { id: uuid  size: int(5..9)  colour: F  note: string? example "as is"  inner: D?  list: [D] }
          type E { at: datetime }
          enum F { red, green }
        }
        """)["api/a.b.html"])
    for part in [
      "\n  &quot;size&quot;: 5,", "&quot;colour&quot;: &quot;red&quot;",
      "&quot;note&quot;: &quot;as is&quot;",
      "&quot;list&quot;: []", "&quot;at&quot;: &quot;2026-01-31T09:30:00Z&quot;",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    // It would hold itself without end.
    #expect(!page.contains("&quot;inner&quot;:"))
  }

  @Test func decisionsAreGathered() throws {
    let page = try #require(
      Self.files(
        """
        application a: service { -> b "asks" { because "it was there first" } }
        application b: service { api c: rest { public because "everyone may" } }
        """)["decisions.html"])
    #expect(page.contains("it was there first") && page.contains("everyone may"))
    #expect(Self.files("application a: service")["decisions.html"] == nil)
  }

  /// A table's page is found by its column, in the index that the search reads.
  @Test func theSearchKnowsColumns() throws {
    let index = try #require(
      Self.files(
        "database d: postgresql 17 { table t { id: int primary key  e_mail: text classified pii } }")[
          "search-index.js"])
    #expect(index.contains(#"["e_mail","column","table/d.t.html#column-e_mail","d.t.e_mail t pii"]"#))
  }

  @Test func textInMarkdownStandsForItself() {
    #expect(MarkdownText.escaped("a|b*c_d\n<e>`{f}") == "a\\|b\\*c\\_d \\<e\\>\\`\\{f\\}")
    #expect(MarkdownText.span(.code("a`|`b"), nil) == "`` a`\\|`b ``")
    #expect(MarkdownText.span(Span("x y", to: nil), "a.md") == "[x y](a.md)")
  }
}
