package import DesignDiagram

extension Diagram {
  /// A database of eight tables with every marker there is.
  package static let shopTables: Diagram = {
    func row(
      _ table: String, _ name: String, _ type: String, _ keys: [Row.Key] = [], null: Bool = false,
      _ marks: [Mark] = []
    ) -> Row {
      Row(
        id: "shop.\(table).\(name)", name: name, type: type, isNullable: null, keys: keys, marks: marks,
        tooltip: ["\(table).\(name): \(type)"])
    }
    func table(_ name: String, _ technology: String, _ rows: [Row]) -> Member {
      .node(Node(id: "shop.\(name)", glyph: .table, title: name, technology: technology, rows: rows))
    }
    func relation(_ from: String, _ to: String, _ many: Edge.Marker = .zeroOrMany, _ one: Edge.Marker = .one)
      -> Edge
    {
      let source = from.prefix { $0 != "." }
      let target = to.prefix { $0 != "." }
      return Edge(
        id: "shop.\(from)->shop.\(to)", source: Edge.End("shop.\(source)", row: "shop.\(from)", marker: many),
        target: Edge.End("shop.\(target)", row: "shop.\(to)", marker: one), style: .relation,
        tooltip: ["\(from) → \(to)"])
    }
    let pii = Mark(.classified, "classified pii")
    return Diagram(
      kind: .erd, title: "Online shop", subtitle: "Database shop · postgresql 17",
      members: [
        table(
          "customer", "2M rows, +40k a month",
          [
            row("customer", "id", "uuid", [.primary]),
            row("customer", "email", "varchar(320)", [.unique], [pii]),
            row("customer", "name", "text", [], [pii]), row("customer", "address", "text", [], [pii]),
            row("customer", "password_hash", "text", [], [Mark(.hashed, "argon2id, 19 MiB, 2 iterations")]),
            row("customer", "referrer", "text", null: true), row("customer", "created_at", "timestamptz"),
          ]),
        table(
          "order", "",
          [
            row("order", "id", "bigint", [.primary]), row("order", "customer_id", "uuid", [.foreign]),
            row("order", "customer_name", "text", [], [Mark(.copied, "copy of customer.name"), pii]),
            row("order", "ship_to", "text", [], [Mark(.snapshot, "snapshot of customer.address"), pii]),
            row("order", "status", "order_status"),
            row("order", "total", "numeric(12, 2)", [], [Mark(.derived, "sum(order_line.amount)")]),
            row("order", "voucher_id", "bigint", [.foreign], null: true),
          ]),
        table(
          "order_line", "",
          [
            row("order_line", "order_id", "bigint", [.primary, .foreign]),
            row("order_line", "line", "int", [.primary]),
            row("order_line", "product_id", "uuid", [.foreign]),
            row("order_line", "amount", "numeric(12, 2)"),
            row("order_line", "quantity", "int"),
          ]),
        table(
          "product", "",
          [
            row("product", "id", "uuid", [.primary]), row("product", "category_id", "int", [.foreign]),
            row("product", "name", "text"), row("product", "price", "numeric(12, 2)"),
            row("product", "cost", "numeric(12, 2)", [], [Mark(.classified, "classified secret")]),
          ]),
        table(
          "category", "",
          [
            row("category", "id", "int", [.primary]),
            row("category", "parent_id", "int", [.foreign], null: true),
            row("category", "name", "text", [.unique]),
          ]),
        table(
          "payment", "",
          [
            row("payment", "id", "uuid", [.primary]),
            row("payment", "order_id", "bigint", [.foreign, .unique]),
            row(
              "payment", "card_number", "text", [],
              [Mark(.encrypted, "aes-256-gcm"), Mark(.classified, "classified payment-card")]),
            row("payment", "taken_at", "timestamptz", null: true),
          ]),
        table(
          "voucher", "",
          [
            row("voucher", "id", "bigint", [.primary]), row("voucher", "code", "varchar(20)", [.unique]),
            row("voucher", "percent", "int"),
          ]),
        table(
          "banner", "",
          [
            row("banner", "id", "int", [.primary]), row("banner", "image", "text"),
            row("banner", "shown_until", "date", null: true),
          ]),
      ],
      edges: [
        relation("order.customer_id", "customer.id"),
        relation("order.voucher_id", "voucher.id", .zeroOrMany, .zeroOrOne),
        relation("order_line.order_id", "order.id", .oneOrMany),
        relation("order_line.product_id", "product.id"),
        relation("product.category_id", "category.id"),
        relation("category.parent_id", "category.id", .zeroOrMany, .zeroOrOne),
        relation("payment.order_id", "order.id", .zeroOrOne),
        Edge(
          id: "copy:shop.order.customer_name",
          source: Edge.End("shop.order", row: "shop.order.customer_name"),
          target: Edge.End("shop.customer", row: "shop.customer.name", marker: .arrow), style: .copy),
        Edge(
          id: "copy:shop.order.ship_to", source: Edge.End("shop.order", row: "shop.order.ship_to"),
          target: Edge.End("shop.customer", row: "shop.customer.address", marker: .arrow), style: .copy),
      ])
  }()
}
