import DesignModel
import DesignSource
import TestSupport
import Testing

@testable import DesignLint

/// Rules that a design states itself.
@Suite struct CustomRuleTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    var testDescription: String { name }
  }

  static let examples: [Example] = [
    Example(
      name: "texts ignore case; the message names the element",
      text: """
        rule php: error "PHP is not on the approved list" { for application where technology contains "php" }
        system s { application catalog: service technology "PHP 8.2" }
        //~ error[php] `s.catalog`: PHP is not on the approved list
        application billing: service technology "Go"
        application unstated: service
        """),
    Example(
      name: "an expectation that an unstated fact leaves open finds nothing",
      text: """
        rule quick: warning "waits too long" { for connection where verb is calls expect timeout < 5s }
        application a: service { calls b timeout 10s  calls c timeout 4999ms  calls d }
        //~ warning[quick] `a -> b`: waits too long
        application b: service
        application c: service
        application d: service
        """),
    Example(
      name: "`is stated` asks for what is unstated; what is stated as absent is stated",
      text: """
        rule owned: info "nobody answers" { for application expect owner is stated }
        rule cached: info "without an agreed backup" { for deployment expect backup is stated }
        application a: service
        //~ info[owned] `a`
        application b: service owner "Team"
        database db: postgresql
        environment e { node n {
          deploy db backup none
          deploy a
        //~ info[cached] `e.n/a`
        } }
        """),
    Example(
      name: "`none` and the words that several facts share",
      text: """
        rule lost: error "is lost" { for deployment where backup is none }
        rule rare: info "rarely" { for deployment where backup every > 1h }
        rule daily: info "daily" { for deployment where backup is daily, every }
        rule plain: info "in the clear" { for deployment where encrypted at rest is none }
        database db: postgresql
        environment e {
          node one { deploy db backup none }
        //~ error[lost] e.one/db
          node two { deploy db backup every 6h }
        //~ info[daily] e.two/db
        //~ info[rare] e.two/db
          node three { deploy db backup daily not encrypted }
        //~ info[daily] e.three/db
        //~ info[plain] e.three/db
          node four { deploy db }
        }
        """),
    Example(
      name: "a range is compared as a whole",
      text: """
        rule few: warning "may be too few" { for deployment expect replicas >= 3 }
        rule many: warning "too many" { for deployment where replicas > 3 }
        application a: service
        environment e {
          node one { deploy a replicas 2..10 }
        //~ warning[few] e.one/a
          node two { deploy a replicas 3..10 }
          node three { deploy a replicas 4.. }
        //~ warning[many] e.three/a
        }
        """),
    Example(
      name: "quantities, versions, dates and money by what they measure",
      text: """
        rule cores: info "small" { for deployment where cpu < 1 and memory <= 1GiB }
        rule old: info "old" { for database where version < 14.10 }
        rule late: info "late" { for milestone where due > 2027-01-31 }
        rule dear: info "dear" { for deployment where cost >= 100 USD/month }
        rule hot: info "hot" { for application where traffic peak > 1k/min }
        application a: service { traffic 5 rps peak 20 rps }
        //~ info[hot] `a`
        database one: postgresql 14.6
        //~ info[old] `one`
        database two: postgresql 14.10
        milestone mvp due 2027-02-01
        //~ info[late] `mvp`
        environment e { node n {
          deploy a cpu 500m memory 512MiB cost 120 USD/month
        //~ info[cores] e.n/a
        //~ info[dear] e.n/a
          deploy one cpu 2 memory 512MiB cost 120 EUR/month
        } }
        """),
    Example(
      name: "counts and what is inside",
      text: """
        rule wide: info "wide" { for table where columns > 2 }
        rule keyed: error "has no key" { for table expect has primary key }
        rule slow: info "scans" { for table expect has index or none of column (name matches `_at$`) }
        rule odd: info "odd" { for table where all of column (type is uuid or nullable is true) }
        rule deep: info "deep" { for database where any of column (type is json) and tables is 3 }
        database db: postgresql {
        //~ info[deep] `db`
          table a { id: uuid primary key  b: varchar(20)?  c: int }
        //~ info[wide] `db.a`
          schema s { table b { made_at: date  at: json? } }
        //~ error[keyed] `db.s.b`
        //~ info[slow] `db.s.b`
          table c { x: uuid  y: int?  primary key (x, y) }
        //~ info[odd] `db.c`
        }
        """),
    Example(
      name: "links from one element to another",
      text: """
        rule direct: error "reads a database" { for connection where source.kind is web and target.kind is postgresql }
        rule apart: info "owned apart" { for foreign key where table.owner is stated and target.owner is not "A" }
        rule placed: info "in production" { for deployment where environment.kind is production and target.owner is none }
        application web: web { reads db }
        //~ error[direct] `web -> db`
        application svc: service { reads db }
        database db: postgresql {
          table a owner "A" {
            id: uuid primary key
            b: uuid -> b.id
        //~ info[apart] `db.a.b -> db.b`
            c: uuid -> c.id
          }
          table b owner "B" { id: uuid primary key }
          table c { id: uuid primary key }
        }
        environment prod { deploy svc }
        """),
    Example(
      name: "connections from and to an element, endpoints and what they take and give",
      text: """
        rule hub: info "calls much" { for application where connections > 1 and incoming connections is 0 }
        rule unused: info "is never called" { for endpoint where none of incoming connection (verb is calls) }
        rule query: info "takes much" { for endpoint where any of parameter (kind is query and type is int) }
        rule gone: info "may be gone" { for response where status is 404 }
        application a: service { calls b GET /x  reads db }
        //~ info[hub] `a`
        database db: postgresql
        application b: service {
          api p: rest {
            GET /x -> 200
            GET /y/{id: int} (n: int) -> string | 404
        //~ info[unused] GET /y/{id}
        //~ info[query] GET /y/{id}
        //~ info[gone] 404
          }
        }
        """),
    Example(
      name: "lists, properties, arguments, several values and several kinds",
      text: """
        rule tagged: info "is legacy" { for application where tags contains legacy }
        rule tier: info "is in tier 1" { for application, database where property "tier" is "1" }
        rule hash: error "is weak" { for column where hashed iterations < 3 }
        rule langs: info "is not approved" { for application expect technology is "Go", "Swift" }
        application a: service tags legacy-free, x property "tier" "1" property "other" "2" technology "go"
        //~ info[tier] `a`
        application b: service tags x, Legacy property "tier" "2" property "other" "1" technology "Java"
        //~ info[langs] `b`
        //~ info[tagged] `b`
        database db: postgresql property "tier" "1" {
        //~ info[tier] `db`
          table t {
            h: text hashed argon2id(memory: 19MiB, iterations: 2)
        //~ error[hash] `db.t.h`
            i: text hashed argon2id(memory: 19MiB, iterations: 3)
          }
        }
        """),
    Example(
      name: "unknown is neither true nor false, however it is turned",
      text: """
        rule one: info "text" { for application where not (owner is "A") }
        rule two: info "text" { for application where owner is "A" or kind is service }
        rule three: info "text" { for application where owner is not "A" and kind is service }
        rule four: info "text" { for system where all of application (owner is "A") }
        rule five: info "text" { for system where any of application (owner is "B") }
        system s {
        //~ info[five] `s`
          application a: service
        //~ info[two] `s.a`
          application b: web owner "B"
        //~ info[one] `s.b`
        }
        system t { application a: web }
        """),
    Example(
      name: "without a message the rule is named; without a severity it warns",
      text: """
        rule short { for application where name matches `^.$` }
        application a: service
        //~ warning[short] `a` breaks the rule `short`
        """),
  ]

  @Test(arguments: examples) func findsWhatItSays(example: Example) {
    let compiled = Compiled(example.text)
    #expect(compiled.syntaxDiagnostics.map(\.message) == [])
    #expect(compiled.model.problems.map(\.message) == [])
    let own = Set(compiled.model.rules.map(\.name))
    let found = review(compiled.model).findings.map(\.diagnostic).filter { own.contains($0.code) }
    let differences = Expectation.differences(Expectation.read(example.text), found, in: compiled.files)
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
  }

  @Test func areSelectedByName() {
    let compiled = Compiled(
      """
      rule one: info "text" { for application where name is "a" }
      rule two: info "text" { for application where name is "a" }
      application a: service
      """)
    var options = ReviewOptions()
    options.only = ["two"]
    #expect(review(compiled.model, options: options).findings.map(\.rule) == ["two"])
    options.only = []
    options.levels = ["one": .off, "two": .error]
    #expect(
      review(compiled.model, options: options).findings.filter { $0.rule == "two" }.map(\.severity) == [
        .error
      ])
    let book = RuleBook(compiled.model.rules)
    options = ReviewOptions()
    options.only = ["one", "tow", "SEC"]
    #expect(book.unknownRules(in: options).map(\.written) == ["tow"])
    #expect(book.unknownRules(in: options).map(\.nearest) == ["two"])
  }

  @Test func areAccepted() {
    let compiled = Compiled(
      """
      rule owned: warning "nobody answers" { for application expect owner is stated }
      rule quick: warning "waits too long" { for connection where timeout > 1s }
      application a: service accept owned "the team is founded in autumn" {
        calls b timeout 5s accept quick "the report takes its time"
      }
      application b: service owner "B" accept owned "the team is founded in autumn"
      """)
    let result = review(compiled.model)
    #expect(result.findings.filter { ["owned", "quick"].contains($0.rule) }.isEmpty)
    #expect(result.accepted.map(\.finding.rule) == ["owned", "quick"])
    let problems = result.findings.filter { $0.rule == "MOD010" }
    #expect(problems.map(\.diagnostic.message) == ["`owned` finds nothing here that could be accepted"])
  }

  @Test func tellWhatTheyCouldNotJudge() {
    let compiled = Compiled(
      """
      rule quick: warning "waits too long" { for connection where source.criticality is high expect timeout < 5s }
      application a: service criticality high { calls b  calls c }
      application b: service { calls c }
      application c: service
      """)
    let unjudged = review(compiled.model).unjudged.map { one in
      "\(one.subject): " + one.facts.filter { $0.rules.contains("quick") }.map(\.fact).joined(separator: ", ")
    }
    #expect(unjudged.contains("a: timeout …"))
    #expect(unjudged.contains("b: criticality …"))
  }

  @Test func tellWhatTheyRead() throws {
    let compiled = Compiled(
      """
      rule php: error "PHP" { for application where technology contains "PHP" help "write it in Go" }
      application a: service technology "PHP"
      """)
    let finding = try #require(review(compiled.model).findings.first { $0.rule == "php" })
    #expect(finding.diagnostic.related.map { compiled.text($0.range) } == ["technology \"PHP\""])
    #expect(finding.diagnostic.notes == ["the rule looks for: technology contains \"PHP\""])
    #expect(finding.diagnostic.help == ["write it in Go"])
    #expect(finding.name == "")
  }

  @Test func mayNotBearTheNameOfABuiltInRule() {
    let compiled = Compiled("rule weak-password-hash: info \"x\" { for application where name is \"a\" }")
    #expect(RuleBook.takenNames(in: compiled.model).map(\.code) == ["rule-type"])
  }
}
