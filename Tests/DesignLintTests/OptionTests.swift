import DesignSource
import TestSupport
import Testing

@testable import DesignLint

/// What a project may decide about rules.
@Suite struct OptionTests {
  private func findings(_ text: String, _ change: (inout ReviewOptions) -> Void) -> [Finding] {
    var options = ReviewOptions()
    change(&options)
    return review(Compiled(text).model, options: options).findings
  }

  private func severities(_ text: String, _ change: (inout ReviewOptions) -> Void) -> [String] {
    findings(text, change).map { "\($0.rule) \($0.severity)" }
  }

  private let text = """
    database db: postgresql {
      table visit { at: timestamptz }
      table user { id: uuid primary key  password: text hashed md5 }
    }
    """

  @Test func aReviewersLevelGoesForItsRulesUnlessTheyHaveTheirOwn() {
    #expect(severities(text) { $0.levels = ["DAT": .off] } == ["SEC001 error"])
    #expect(
      severities(text) { $0.levels = ["DAT": .off, "DAT001": .info] } == ["DAT001 info", "SEC001 error"])
    #expect(severities(text) { $0.levels = ["SEC": .info] } == ["DAT001 error", "SEC001 info"])
  }

  @Test func aReviewersLevelTurnsNothingOn() {
    let undescribed = "application a: service { calls b }\napplication b: service"
    #expect(severities(undescribed) { $0.levels = ["MOD": .error] } == [])
    #expect(severities(undescribed) { $0.levels = ["MOD004": .error] }.contains("MOD004 error"))
  }

  @Test func aRuleThatIsNamedRunsAlthoughItIsOff() {
    #expect(
      severities(text) {
        $0.levels = ["SEC001": .off]
        $0.only = ["SEC001"]
      } == ["SEC001 error"])
    #expect(
      severities(text) {
        $0.levels = ["SEC": .off]
        $0.only = ["SEC"]
      } == [])
  }

  @Test func whatCannotBeAcceptedCannotBeTurnedOff() {
    let wrong = "application a: service { calls gone }"
    for level in [ReviewOptions.Level.off, .info] {
      #expect(severities(wrong) { $0.levels = ["MOD001": level] }.contains("MOD001 error"))
      #expect(severities(wrong) { $0.levels = ["MOD": level] }.contains("MOD001 error"))
    }
  }

  @Test func aProjectMayForbidToAccept() {
    let accepted = """
      database db: postgresql {
        table visit {
          at: timestamptz
          accept DAT001 "rows are appended and read in bulk"
        }
      }
      """
    #expect(severities(accepted) { _ in } == [])
    #expect(
      severities(accepted) { $0.unacceptable = ["DAT001"] } == ["DAT001 error", "MOD010 error"])
  }

  /// Every parameter of every rule is asked for: another value changes what is found.
  @Test(arguments: [
    ("API007", "large-table", 100.0, "error"), ("API007", "small-table", 6000, ""),
    ("API016", "most-requests", 20, ""), ("DAT004", "large-table", 100, "warning"),
    ("DAT018", "used-numbers", 1, "warning"), ("INF004", "target", 50, "warning"),
    ("INF004", "critical-target", 50, "warning"), ("INF005", "degraded-target", 50, "warning"),
    ("INF005", "high-availability", 99, "error"), ("INF006", "high-availability", 99, "error"),
    ("INF007", "high-availability", 99, "warning"), ("INF010", "high-availability", 99, "error"),
    ("INF015", "full-disk", 10, "warning"), ("OPS008", "high-availability", 99, "warning"),
    ("SEC017", "rotation", 86_400, "warning"), ("SEC024", "access-token", 60, "warning"),
    ("WEB003", "few-fields", 1, "info"), ("WEB003", "shown-share", 1, ""),
  ])
  func goesByTheProjectsFigures(_ rule: String, _ parameter: String, _ value: Double, _ expected: String)
    throws
  {
    let text = try #require(Self.designs["\(rule) \(parameter)"] ?? Self.designs[rule])
    let known = try #require(Rule.named(rule)?.parameters.first { $0.name == parameter })
    #expect(known.range.contains(value) && known.range.contains(known.standard))
    func severity(_ change: (inout ReviewOptions) -> Void) -> String {
      findings(text) {
        $0.stage = .review
        change(&$0)
      }.first { $0.rule == rule }.map { $0.severity.rawValue } ?? ""
    }
    let usual = severity { _ in }
    let changed = severity { $0.figures = [rule: [parameter: value]] }
    #expect(changed == expected)
    #expect(usual != changed, "the figure changes nothing")
    #expect(severity { $0.figures = ["MOD004": [parameter: value]] } == usual, "another rule's figure")
  }

  @Test func testsEveryParameter() {
    for rule in Rule.all {
      #expect(rule.parameters.isEmpty || Self.designs.keys.contains { $0.hasPrefix(rule.id) }, "\(rule.id)")
      #expect(Set(rule.parameters.map(\.name)).count == rule.parameters.count)
    }
  }

  private static let load = "application api: service { traffic 1000 rps  cpu-time 10ms per request "
  private static let designs: [String: String] = [
    "API007": """
    type Product from db.product
    application api: service { api a: rest { GET /products -> [Product] } }
    database db: postgresql { table product rows 5k { id: int primary key } }
    """,
    "API016": """
    application a: web { calls b { retries 3 } }
    application b: service { calls c { retries 3 } }
    application c: service
    """,
    "DAT004": """
    database db: postgresql {
      table a { id: uuid primary key }
      table b rows 5k { id: uuid primary key  a_id: uuid -> a.id }
    }
    """,
    "DAT018": """
    design d { horizon 1y }
    database db: postgresql { table event rows 0 growth 1M/day { id: int primary key identity } }
    """,
    "INF004": load + "}\nenvironment production { deploy api replicas 8 cpu 2 }",
    "INF004 critical-target": load
      + "criticality high }\nenvironment production { deploy api replicas 9 cpu 2 }",
    "INF005": load
      + "}\nenvironment production { zone a { deploy api replicas 8 cpu 2 }  zone b { deploy api replicas 8 cpu 2 } }",
    "INF005 high-availability": load
      + "slo availability 99.5% }\nenvironment production { zone a { deploy api replicas 4 cpu 2 }  zone b { deploy api replicas 4 cpu 2 } }",
    "INF006": "application a: service slo availability 99.5%\nenvironment production { deploy a replicas 1 }",
    "INF007":
      "application a: service slo availability 99.5%\nenvironment production { zone z { deploy a replicas 2 } }",
    "INF010": """
    application a: service slo availability 99.5% { reads db }
    database db: postgresql
    environment production { deploy db replicas 1 }
    """,
    "INF015": """
    design d { horizon 1y }
    database db: postgresql { table event rows 0 growth 1M/day row-size 100B { id: bigint primary key } }
    environment production { deploy db storage 100GiB }
    """,
    "OPS008":
      "application a: service slo availability 99.5%\nenvironment production { deploy a replicas 2 strategy recreate }",
    "SEC017": "application auth: service { secret signing-key in vault rotated 30d }",
    "SEC024": "application auth: service { tokens access 30m signed es256 }",
    "WEB003": """
    type P { a: int  b: int  c: int  d: int  e: int  f: int }
    application shop: web { screen item { shows a  uses api GET /item } }
    application api: service { api a: rest { GET /item -> P } }
    """,
    "WEB003 shown-share": """
    type P { a: int  b: int  c: int  d: int  e: int  f: int  g: int  h: int  i: int  j: int  k: int }
    application shop: web { screen item { shows a  uses api GET /item } }
    application api: service { api a: rest { GET /item -> P } }
    """,
  ]

  @Test func judgesTheEnvironmentsThatTheProjectNames() {
    let text =
      "application a: service\nenvironment staging { deploy a replicas 1 }\nenvironment qa { deploy a replicas 1 }"
    #expect(!severities(text) { _ in }.contains("INF006 warning"))
    let found = findings(text) { $0.judgedEnvironments = ["production", "staging"] }.filter {
      $0.rule == "INF006"
    }
    #expect(found.map(\.subject) == ["staging/a"])
  }

  @Test func stagingThatIsJudgedIsNotProduction() {
    let text = """
      database db: postgresql
      application a: service { writes db }
      environment production { deploy db }
      environment staging { deploy a  deploy db }
      """
    let judged = severities(text) { $0.judgedEnvironments = ["production", "staging"] }
    #expect(
      judged.filter { $0.hasPrefix("OPS00") } == severities(text) { _ in }.filter { $0.hasPrefix("OPS00") })
  }

  @Test func wantsTheEnvironmentsThatTheProjectRequires() {
    let text = "application a: service\nenvironment production { deploy a }\nenvironment staging { deploy a }"
    let found = findings(text) { $0.requiredEnvironments = ["qa", "staging"] }.filter { $0.rule == "OPS001" }
    #expect(
      found.map(\.diagnostic.message) == [
        "the project asks for an environment of kind qa, but the design has none"
      ])
    #expect(
      findings("application a: service") { $0.requiredEnvironments = ["qa"] }.allSatisfy {
        $0.rule != "OPS001"
      })
  }
}
