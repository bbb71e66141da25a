import DesignDiagram
import DesignSource
import TestSupport
import Testing

@testable import DesignView

/// The pictures that `view` statements describe.
@Suite struct ViewTests {
  static let design = """
    person customer { -> web }
    system shop owner "Shop team" {
      application web: web tags public { calls api }
      application api: service { calls orders }
    }
    application orders: service { writes db.sales.order  publishes mq.placed }
    application billing: worker tags internal { consumes mq.placed }
    application lonely: job
    database db: postgresql 17 {
      schema sales {
        table customer { id: int primary key  name: text }
        table order { id: int primary key  customer_id: int -> customer.id  note: text }
        table line { id: int primary key  order_id: int -> order.id }
      }
      table log { id: int primary key }
    }
    broker mq: kafka { topic placed  topic other }
    environment production { node one { deploy web, api }  node two { deploy orders } }

    """

  static func view(_ statement: String) throws -> Diagram {
    let model = Compiled(design + "view v: " + statement).model
    #expect(model.problems.isEmpty && viewProblems(of: model).isEmpty)
    return try #require(pictures(of: model).first { $0.name == "view-v" }?.diagram)
  }

  @Test(arguments: [
    ("applications { focus orders }", ["shop.api", "orders", "db", "mq"]),
    ("applications { focus orders depth 0 }", ["orders"]),
    ("applications { focus orders depth 2 }", ["shop.web", "shop.api", "orders", "billing", "db", "mq"]),
    // What is excluded leads nowhere.
    ("applications { focus orders depth 9  exclude api }", ["orders", "billing", "db", "mq"]),
    ("applications { focus shop  exclude customer }", ["shop.web", "shop.api", "orders"]),
    ("applications { include web, db }", ["shop.web", "db"]),
    ("applications { focus lonely  include web }", ["shop.web", "lonely"]),
    ("applications { include tag public, internal }", ["shop.web", "billing"]),
    (
      "applications { exclude tag internal  exclude shop, lonely }", ["customer", "orders", "db", "mq"]
    ),
    ("applications { focus mq.placed }", ["orders", "billing", "mq"]),
    ("applications of shop", ["customer", "shop.web", "shop.api", "orders"]),
    ("landscape of shop", ["customer", "shop", "orders"]),
    ("landscape { include api }", ["shop"]),
    ("erd of db { focus customer }", ["db.sales.customer", "db.sales.order"]),
    ("erd of db.sales { exclude line }", ["db.sales.customer", "db.sales.order"]),
    ("erd { include log }", ["db.log"]),
    ("events of mq { focus billing }", ["billing", "mq.placed"]),
    ("deployment of production { include shop }", ["production.one.shop.web", "production.one.shop.api"]),
  ])
  func shows(statement: String, expected: [String]) throws {
    let diagram = try Self.view(statement)
    #expect(diagram.nodes.map(\.id) == expected)
    let shown = Set(expected)
    #expect(diagram.edges.allSatisfy { shown.contains($0.source.node) && shown.contains($0.target.node) })
  }

  @Test(arguments: [
    ("owner", ["shop.web", "shop.api"], "Shop team"), ("technology", ["shop.api", "orders"], "service"),
    ("system", ["shop.web", "shop.api"], "shop"),
  ])
  func groups(kind: String, inside: [String], title: String) throws {
    let diagram = try Self.view("applications { group by \(kind) }")
    let boxes = diagram.members.compactMap { if case .group(let group) = $0 { group } else { nil } }
    let box = try #require(boxes.first { $0.title == title })
    #expect(box.members.flatMap(\.nodes).map(\.id) == inside)
    #expect(diagram.nodes.count == 8)
  }

  @Test func groupsByNone() throws {
    let diagram = try Self.view("applications { group by none }")
    #expect(diagram.members.count == 8 && diagram.nodes.count == 8)
  }

  @Test(arguments: [("names", 0), ("keys", 2), ("all", 3)])
  func showsSoMuchOfATable(detail: String, rows: Int) throws {
    let diagram = try Self.view("erd of db { detail \(detail) }")
    #expect(diagram.nodes.first { $0.id == "db.sales.order" }?.rows.count == rows)
    #expect(diagram.edges.count == 2)
    let ids = Set(diagram.nodes.flatMap(\.rows).map(\.id))
    let ends = diagram.edges.flatMap { [$0.source.row, $0.target.row] }.compactMap { $0 }
    #expect(ends.count == (rows == 0 ? 0 : 4) && ends.allSatisfy(ids.contains))
  }

  @Test func takesTitleLabelAndDirection() throws {
    let diagram = try Self.view(#"applications "What we run" { title "Ours"  direction left }"#)
    #expect(diagram.title == "Ours" && diagram.subtitle == "What we run" && diagram.direction == .left)
  }

  @Test(arguments: [
    ("applications { focus db.sales.order  exclude placed }", "clause-without-effect", "placed"),
    ("applications { exclude tag nope }", "clause-without-effect", "exclude tag nope"),
    ("erd of db.sales { include log }", "clause-without-effect", "log"),
    ("applications { detail keys }", "clause-without-effect", "detail keys"),
    ("applications { include web  exclude web }", "empty-view", "v"),
    ("erd of empty-db", "empty-view", "v"),
    ("erd", "view-of-what", "v"),
  ])
  func tellsWhatIsWrong(statement: String, code: String, place: String) {
    let compiled = Compiled(Self.design + "database empty-db: sqlite\nview v: " + statement)
    #expect(compiled.model.problems.isEmpty)
    let problems = viewProblems(of: compiled.model)
    #expect(problems.map(\.code) == [code])
    #expect(problems.map { compiled.text($0.range) } == [place])
    #expect(!pictures(of: compiled.model).contains { $0.name == "view-v" })
  }

  @Test func saysNothingMoreOfNamesThatLeadNowhere() {
    let model = Compiled(Self.design + "view v: applications { focus ordrs }").model
    #expect(model.problems.map(\.code) == ["MOD001"])
    #expect(viewProblems(of: model).isEmpty)
  }
}
