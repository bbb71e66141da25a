package import DesignDiagram

extension Diagram {
  /// An online shop: people, front ends, services with their stores, a broker with topics, and what others run.
  package static let shop = Diagram(
    kind: .applications, title: "Online shop", subtitle: "Applications",
    members: [
      .node(Node(id: "customer", glyph: .person, title: "Customer", tooltip: ["Buys things"])),
      .node(Node(id: "agent", glyph: .person, title: "Support agent")),
      .group(
        Group(
          id: "shop", kind: .system, title: "Shop",
          members: [
            .node(
              Node(
                id: "shop.storefront", glyph: .web, title: "Storefront", technology: "React",
                badges: [Badge(.exposure, "internet")])),
            .node(
              Node(
                id: "shop.app", glyph: .mobile, title: "Mobile app", technology: "Swift, Kotlin",
                badges: [Badge(.exposure, "internet")])),
            .node(Node(id: "shop.gateway", glyph: .gateway, title: "API gateway", technology: "Envoy")),
            .node(
              Node(
                id: "shop.catalog", glyph: .service, title: "Catalog", technology: "Go",
                badges: [Badge(.count, "×3")],
                tooltip: ["Products and banners", "owner: Catalog team"], link: "https://example.com/catalog")
            ),
            .node(
              Node(
                id: "shop.orders", glyph: .service, title: "Orders", technology: "Spring Boot",
                badges: [Badge(.count, "2–10")])),
            .node(Node(id: "shop.billing", glyph: .service, title: "Billing", technology: "Spring Boot")),
            .node(Node(id: "shop.shipping", glyph: .worker, title: "Shipping", technology: "Kotlin")),
            .node(
              Node(id: "shop.catalog_db", glyph: .database, title: "Catalog DB", technology: "postgresql 17")),
            .node(
              Node(id: "shop.orders_db", glyph: .database, title: "Orders DB", technology: "postgresql 17")),
            .node(
              Node(id: "shop.product_cache", glyph: .cache, title: "Product cache", technology: "redis 8")),
            .node(Node(id: "shop.images", glyph: .storage, title: "Images", technology: "s3")),
            .group(
              Group(
                id: "shop.events", kind: .broker, title: "Events", subtitle: "kafka",
                members: [
                  .node(Node(id: "shop.events.order_placed", glyph: .topic, title: "order_placed")),
                  .node(Node(id: "shop.events.payment_taken", glyph: .topic, title: "payment_taken")),
                  .node(Node(id: "shop.events.shipments", glyph: .queue, title: "shipments")),
                ])),
          ])),
      .node(
        Node(
          id: "stripe", glyph: .system, title: "Payment provider", technology: "REST", isExternal: true,
          tooltip: ["Run by others"])),
      .node(Node(id: "mailer", glyph: .system, title: "Mailer", technology: "SMTP", isExternal: true)),
    ],
    edges: [
      .uses("customer", "shop.storefront", "uses · https"),
      .uses("customer", "shop.app", "uses"),
      .uses("agent", "shop.storefront", "uses · https"),
      .uses("shop.storefront", "shop.gateway", "calls · https"),
      .uses("shop.app", "shop.gateway", "calls · https"),
      .uses("shop.gateway", "shop.catalog", "calls · http/2"),
      .uses("shop.gateway", "shop.orders", "calls · http/2"),
      .uses("shop.orders", "shop.catalog", "calls · grpc"),
      .uses("shop.orders", "shop.billing", "calls · grpc"),
      .uses("shop.billing", "stripe", "calls · https"),
      .between("shop.catalog", "shop.catalog_db", .read, "reads product"),
      .between("shop.catalog", "shop.product_cache", .write, "reads, writes"),
      .between("shop.catalog", "shop.images", .read, "reads"),
      .between("shop.orders", "shop.orders_db", .write, "writes order"),
      .between("shop.billing", "shop.orders_db", .read, "reads order"),
      .between("shop.orders", "shop.events.order_placed", .event, "publishes"),
      .between("shop.events.order_placed", "shop.billing", .event, "consumed"),
      .between("shop.events.order_placed", "shop.shipping", .event, "consumed"),
      .between("shop.billing", "shop.events.payment_taken", .event, "publishes"),
      .between("shop.events.payment_taken", "shop.shipping", .event, "consumed"),
      .between("shop.shipping", "shop.events.shipments", .event, "publishes"),
      .uses("shop.shipping", "mailer", "sends receipts · smtp"),
    ])
}

extension Edge {
  /// A call with a label.
  package static func uses(_ from: String, _ to: String, _ label: String) -> Edge {
    between(from, to, .call, label)
  }

  /// An edge of a style with a label.
  package static func between(_ from: String, _ to: String, _ style: Style, _ label: String = "") -> Edge {
    Edge(
      id: "\(from)->\(to)", from: from, to: to, style: style, labels: label.isEmpty ? [] : [label],
      tooltip: ["\(from) → \(to)"])
  }
}
