import Foundation
import TestSupport
import Testing

/// `designc review`, and `designc build --findings`, which shows the same signs.
@Suite struct ReviewReportTests {
  private func sample(_ name: String) -> String {
    TestFiles.root.appending(path: "samples/\(name)").path(percentEncoded: false)
  }

  @Test(.enabled(if: Judge.isInstalled, "\(Judge.remedy)"), arguments: ["first", "shop", "train-ticket"])
  func thePageIsHTML(name: String) throws {
    let command = try Command()
    let result = try command.run("review", sample(name))
    #expect(result.status == 0 && result.output == "review.html\n", "\(result.error)")
    #expect(try Judge.complaints(.html, about: command.folder.appending(path: "review.html")) == "")
  }

  @Test(arguments: ["first", "shop", "train-ticket"]) func thePageStandsAlone(name: String) throws {
    let command = try Command()
    #expect(try command.run("review", sample(name)).status == 0)
    let page = try command.read("review.html")
    let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(ids.count > 20)
    #expect(Set(ids).count == ids.count, "\(Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys)")
    // All links lead to places of the page itself, or to pages that the design names.
    for link in page.matches(of: /href="#([^"]*)"/) { #expect(ids.contains(String(link.1)), "\(link.1)") }
    #expect(
      !page.contains("<script") && !page.contains("src=") && !page.contains("@import")
        && !page.contains("url("))
    #expect(page.matches(of: /<link\s/).isEmpty)
    // The same design, the same bytes.
    #expect(try command.run("review", sample(name), "-o", "again.html").status == 0)
    #expect(try command.read("again.html") == page)
  }

  /// Everything that `lint` finds is in the report, on the picture where that is, and the other way round.
  @Test func holdsEveryFindingAndLinksBothWays() throws {
    let command = try Command()
    #expect(try command.run("review", sample("shop")).status == 0)
    let page = try command.read("review.html")
    let json = try command.run("lint", sample("shop"), "--stage", "review", "--format", "json").output
    let review = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let findings = try #require(review["findings"] as? [[String: Any]])
    let listed = findings.filter { $0["rule"] as? String != "MOD006" }
    #expect(page.matches(of: /<article class="finding/).count == listed.count)
    #expect(!page.contains("</span> MOD006"))
    for number in 1...listed.count {
      #expect(page.contains("id=\"finding-\(number)\""))
      let sign = try #require(
        page.firstMatch(of: try Regex("id=\"(picture-[0-9]+:sign-\(number))\"")), "\(number)")
      let id = try #require(sign.output[1].substring)
      #expect(page.contains("<a href=\"#\(id)\">"), "\(id) is not linked")
      #expect(page.contains("<a href=\"#finding-\(number)\">"))
    }
    for row in try #require(review["unjudged"] as? [[String: Any]]) {
      #expect(page.contains("<code>\(try #require(row["subject"] as? String))</code>"))
    }
    #expect(page.contains("Security review") && page.contains("2027-06-30"))
    #expect(page.contains("the order list is sorted and filtered by the total"))
    #expect(page.contains("<code>copy of accounts-db.customer.name</code>"))
    #expect(page.components(separatedBy: "☐ yes ☐ no").count - 1 == 8)
  }

  private static let hostile = """
    design d "<script>alert(1)</script> & \\"Co\\""
    database shop: postgresql "<b>'&amp;" {
      table user {
        id: uuid primary key
        password_hash: text hashed md5 { accept SEC001 "</td><script>x</script> until March" by kim }
      }
      table other { id: uuid primary key  password_hash: text hashed sha1 }
    }
    application web: web "<img src=x onerror=alert(1)>" { link "docs" "javascript:alert(1)"  reads shop because "a`b | c <i>" }
    """

  @Test(.enabled(if: Judge.isInstalled, "\(Judge.remedy)")) func textStaysText() throws {
    let command = try Command()
    try command.write("a.design", Self.hostile)
    let result = try command.run("review")
    #expect(result.status == 0, "\(result.error)")
    let page = try command.read("review.html")
    #expect(try Judge.complaints(.html, about: command.folder.appending(path: "review.html")) == "")
    #expect(
      !page.contains("<script") && !page.contains("<img") && !page.contains("<i>")
        && !page.contains("href=\"javascript:"))
    #expect(page.contains("&lt;script&gt;alert(1)"))
    let markdown = try command.run("review", "--format", "markdown", "-o", "-").output
    #expect(!markdown.contains("<script") && markdown.contains("&lt;script>"))
    #expect(markdown.contains("c &lt;i>"))
  }

  @Test func hasNothingToSayOfAnEmptyDesign() throws {
    let command = try Command()
    try command.write("a.design", "application a: service \"Does nothing\"\n")
    let result = try command.run("review", "--stage", "sketch")
    #expect(result.status == 0, "\(result.error)")
    let page = try command.read("review.html")
    #expect(page.contains("No finding is accepted.") && page.contains("No findings."))
  }

  @Test func writesMarkdown() throws {
    let command = try Command()
    #expect(try command.run("review", sample("shop"), "--format", "markdown").output == "review.md\n")
    let text = try command.read("review.md")
    for title in [
      "Summary", "Security", "What could not be judged", "Sizing", "Accepted findings", "Decisions",
      "Sign-off",
    ] {
      #expect(text.contains("\n## \(title)\n"))
    }
  }

  @Test func expiryIsJudgedOnlyByAStatedDay() throws {
    let command = try Command()
    let before = try command.run("review", sample("shop"), "-o", "-").output
    let after = try command.run("review", sample("shop"), "-o", "-", "--today", "2030-01-01").output
    #expect(!before.contains("MOD010") && after.contains("MOD010"))
    #expect(before.contains("not stated") && after.contains("<dd>2030-01-01</dd>"))
  }

  @Test func refusesWhatItCannotDo() throws {
    let command = try Command()
    try command.write("a.design", "application a service\n")
    #expect(try command.run("review").status == 2)
    #expect(command.files(in: ".") == ["a.design"])
    #expect(try command.run("review", sample("first"), "--format", "pdf").status == 64)
    #expect(try command.run("review", sample("first"), "--output", "dir/").status == 64)
    #expect(try command.run("review", "nowhere").status == 74)
    let directory = try command.run("review", sample("first"), "--output", ".")
    #expect(directory.status == 64)
    try command.write("sub/x", "")
    let sub = try command.run("review", sample("first"), "--output", "sub")
    #expect(sub.status == 74 && sub.error.contains("sub: cannot write here: is a directory"))
    #expect(try command.run("build", sample("first"), "--findings", "--format", "dot").status == 64)
    #expect(try command.run("review", sample("first"), "--output", "a.design/x.html").status == 74)
  }

  /// An unresolved name is a finding like others.
  @Test func reportsWhatIsUnresolved() throws {
    let command = try Command()
    try command.write("a.design", "application a: service { calls b }\n")
    #expect(try command.run("review").status == 0)
    #expect(try command.read("review.html").contains("MOD001"))
  }

  @Test func picturesShowFindings() throws {
    let command = try Command()
    #expect(try command.run("build", sample("shop"), "--findings").status == 0)
    let tables = try command.read("output/erd-shipping-db.svg")
    #expect(tables.contains("<g class=\"callout warning\">") && tables.contains("DAT008"))
    #expect(tables.contains("Shipping DB · postgresql 17 · 1 warning"))
    #expect(try command.read("output/erd-orders-db.svg").contains("no findings"))
    // A column's finding counts for its database where only that is shown.
    #expect(try command.read("output/applications.svg").contains("DAT008"))
    #expect(try command.run("build", sample("shop"), "--findings", "--check").status == 0)
    #expect(try command.run("build", sample("shop"), "--check").status == 1)
  }
}
