import DesignDiff
import DesignModel
import DesignSource
import DesignSyntax
import Testing

@Suite struct DifferenceTests {
  private func model(_ text: String) -> Model {
    ModelBuilder.build([Parser.parse(SourceFile(path: "a.design", bytes: Array(text.utf8)), file: FileID(0))])
  }

  /// `+ table shop.order (2)`, with a line for each detail.
  private func lines(_ old: String, _ new: String) -> [String] {
    difference(from: model(old), to: model(new)).changes.flatMap { change in
      let sign =
        ["added": "+", "removed": "-", "changed": "~", "renamed": ">"][change.status.rawValue] ?? "?"
      let former = change.formerPath.map { "\($0) > " } ?? ""
      let inside = change.contained > 0 ? " (\(change.contained))" : ""
      return ["\(sign) \(change.subject.kind) \(former)\(change.subject.path)\(inside)"]
        + change.details.map {
          "  \(($0.within + [""]).joined(separator: " / "))\($0.old ?? "nothing") > \($0.new ?? "nothing")"
        }
    }
  }

  static let shop = """
    application web: web "Web" { calls orders timeout 2s }
    application orders: service { reads db.order  writes db.order }
    database db: postgresql 17 {
      table customer { id: int primary key  email: varchar(320) unique }
      table order rows 2M { id: int primary key  customer_id: int -> customer.id  index (customer_id) }
    }
    environment production { zone a { node n cpu 4 { deploy orders replicas 2 cpu 1  deploy db } } }
    flow buy { web calls orders "asks"  orders writes db.order }
    """

  @Test func sameDesignInOtherWordsIsTheSame() {
    let other = """
      // A comment.
      database db: postgresql   17 {
        table order rows 2M {
          id: int primary key
          customer_id: int -> customer.id
          index (customer_id)
        }
        table customer { id: int primary key; email: varchar(320) unique }
      }
      flow buy {
        web calls orders "asks"
        orders writes db.order
      }
      application orders: service
      extend application orders { writes db.order  reads db.order }
      application web: web "Web" { calls orders { timeout 2s } }
      environment production { zone a { node n cpu 4 { deploy orders replicas 2 cpu 1  deploy db } } }
      """
    #expect(lines(Self.shop, other) == [])
  }

  @Test(arguments: [
    ("rows 2M", "rows 3M", ["~ table db.order", "  rows 2M > rows 3M"]),
    ("varchar(320)", "text", ["~ column db.customer.email", "  varchar(320) > text"]),
    (" unique", "", ["~ column db.customer.email", "  unique > nothing"]),
    ("  index (customer_id)", "", ["~ table db.order", "  index (customer_id) > nothing"]),
    ("timeout 2s", "timeout 3s", ["~ connection web calls orders", "  timeout 2s > timeout 3s"]),
    (
      "replicas 2", "replicas 3",
      [
        "~ environment production", "  zone a / node n / deploy orders / replicas 2 > replicas 3",
      ]
    ),
    ("  deploy db", "", ["~ environment production", "  zone a / node n / deploy db > nothing"]),
    ("  writes db.order }\ndat", " }\ndat", ["- connection orders writes db.order"]),
    (
      "\"asks\"  orders writes db.order }", "\"asks\" }",
      ["~ flow buy", "  orders writes db.order > nothing"]
    ),
    ("email:", "mail:", ["> column db.customer.email > db.customer.mail"]),
    (
      "table order rows", "table invoice rows",
      [
        "> table db.order > db.invoice", "- connection orders reads db.order",
        "- connection orders writes db.order",
      ]
    ),
    (
      ": web \"Web\"", ": mobile \"Web\"",
      [
        "~ application web", "  application : web \"Web\" > application : mobile \"Web\"",
      ]
    ),
    ("flow buy", "application late: worker\nflow buy", ["+ application late"]),
    (
      "table customer {", "table coupon { id: int primary key  code: text }  table customer {",
      ["+ table db.coupon (2)"]
    ),
  ])
  func tells(old: String, new: String, expected: [String]) {
    #expect(Self.shop.contains(old))
    #expect(lines(Self.shop, Self.shop.replacing(old, with: new)) == expected)
  }

  @Test func stepsInAnotherOrderAreAnotherFlow() {
    let old = "application a: service { calls b }\napplication b: service { calls a }\n"
    let lines = lines(
      old + "flow f { a calls b \"x\"  b calls a \"y\" }", old + "flow f { b calls a \"y\"  a calls b \"x\" }"
    )
    #expect(lines == ["~ flow f", "  steps in one order > the same steps in another order"])
  }
}
