package import DesignDiagram

extension Diagram {
  /// A ticket system: 45 services and 20 databases in eight groups behind one gateway, with a broker.
  package static let tickets: Diagram = {
    var edges: [Edge] = []
    var members: [Member] = [
      .node(Node(id: "traveller", glyph: .person, title: "Traveller")),
      .node(Node(id: "clerk", glyph: .person, title: "Clerk")),
      .group(
        Group(
          id: "edge", kind: .system, title: "Edge",
          members: [
            .node(Node(id: "edge.web", glyph: .web, title: "Web", technology: "Vue")),
            .node(Node(id: "edge.app", glyph: .mobile, title: "App", technology: "Flutter")),
            .node(
              Node(id: "edge.gateway", glyph: .gateway, title: "Gateway", technology: "Spring Cloud Gateway")),
          ])),
    ]
    edges.append(.uses("traveller", "edge.web", "uses"))
    edges.append(.uses("traveller", "edge.app", "uses"))
    edges.append(.uses("clerk", "edge.web", "uses"))
    edges.append(.uses("edge.web", "edge.gateway", "https"))
    edges.append(.uses("edge.app", "edge.gateway", "https"))
    let groups: [(String, String, [String], [String])] = [
      (
        "account", "Accounts", ["auth", "user", "contacts", "verification-code", "admin-user"],
        ["auth", "user", "contacts"]
      ),
      (
        "travel", "Travel", ["travel", "travel2", "travel-plan", "route-plan", "basic", "seat", "config"],
        ["travel", "travel2", "config"]
      ),
      (
        "network", "Network",
        [
          "station", "train", "route", "price", "ticketinfo", "admin-basic-info", "admin-route",
          "admin-travel",
        ], ["station", "train", "route", "price"]
      ),
      (
        "order", "Orders",
        ["order", "order-other", "preserve", "preserve-other", "cancel", "rebook", "execute", "admin-order"],
        ["order", "order-other", "rebook"]
      ),
      (
        "payment", "Payments", ["payment", "inside-payment", "voucher", "avatar"],
        ["payment", "inside-payment"]
      ),
      (
        "service", "On board", ["food", "food-map", "consign", "consign-price", "assurance", "security"],
        ["food", "consign", "assurance", "security"]
      ),
      ("news", "Communication", ["notification", "news", "ticket-office", "delivery"], ["notification"]),
    ]
    for (group, title, services, stores) in groups {
      var inner: [Member] = []
      for name in services {
        inner.append(
          .node(Node(id: "\(group).\(name)", glyph: .service, title: name, technology: "Spring Boot")))
      }
      for name in stores {
        inner.append(
          .node(Node(id: "\(group).\(name)_db", glyph: .database, title: "\(name) DB", technology: "mongodb"))
        )
        edges.append(.between("\(group).\(name)", "\(group).\(name)_db", .write))
      }
      members.append(.group(Group(id: group, kind: .system, title: title, members: inner)))
    }
    members.append(
      .group(
        Group(
          id: "queue", kind: .broker, title: "Messages", subtitle: "rabbitmq",
          members: [
            .node(Node(id: "queue.email", glyph: .queue, title: "email")),
            .node(Node(id: "queue.food", glyph: .queue, title: "food_delivery")),
          ])))
    for name in [
      "account.auth", "account.user", "account.admin-user", "account.verification-code", "travel.travel",
      "travel.travel2", "travel.travel-plan", "network.admin-basic-info", "network.admin-route",
      "network.admin-travel", "order.preserve", "order.preserve-other", "order.cancel", "order.rebook",
      "order.execute", "order.admin-order", "payment.inside-payment", "service.food", "service.consign",
      "service.assurance", "news.news", "news.ticket-office",
    ] {
      edges.append(.between("edge.gateway", name, .call))
    }
    for (from, to) in [
      ("account.auth", "account.verification-code"), ("account.user", "account.auth"),
      ("account.admin-user", "account.user"), ("travel.travel", "travel.basic"),
      ("travel.travel2", "travel.basic"),
      ("travel.travel", "travel.seat"), ("travel.travel2", "travel.seat"),
      ("travel.travel-plan", "travel.route-plan"),
      ("travel.route-plan", "travel.travel"), ("travel.route-plan", "travel.travel2"),
      ("travel.basic", "network.station"), ("travel.basic", "network.train"),
      ("travel.basic", "network.route"),
      ("travel.basic", "network.price"), ("travel.seat", "order.order"), ("travel.seat", "order.order-other"),
      ("travel.seat", "travel.config"), ("network.ticketinfo", "travel.basic"),
      ("network.admin-basic-info", "network.station"), ("network.admin-basic-info", "network.train"),
      ("network.admin-basic-info", "network.price"), ("network.admin-route", "network.route"),
      ("network.admin-travel", "travel.travel"), ("network.admin-travel", "travel.travel2"),
      ("order.preserve", "travel.travel"), ("order.preserve", "order.order"),
      ("order.preserve", "account.contacts"),
      ("order.preserve", "service.assurance"), ("order.preserve", "service.food"),
      ("order.preserve", "service.consign"), ("order.preserve", "service.security"),
      ("order.preserve", "account.user"),
      ("order.preserve-other", "travel.travel2"), ("order.preserve-other", "order.order-other"),
      ("order.preserve-other", "account.contacts"), ("order.preserve-other", "service.security"),
      ("order.cancel", "order.order"), ("order.cancel", "order.order-other"),
      ("order.cancel", "payment.inside-payment"),
      ("order.cancel", "account.user"), ("order.rebook", "order.order"), ("order.rebook", "travel.travel"),
      ("order.rebook", "payment.inside-payment"), ("order.execute", "order.order"),
      ("order.execute", "order.order-other"), ("order.admin-order", "order.order"),
      ("order.admin-order", "order.order-other"), ("payment.inside-payment", "order.order"),
      ("payment.inside-payment", "payment.payment"), ("service.food", "service.food-map"),
      ("service.food", "travel.travel"), ("service.consign", "service.consign-price"),
      ("service.security", "order.order"), ("service.security", "order.order-other"),
      ("payment.voucher", "order.order"),
    ] {
      edges.append(.between(from, to, .call))
    }
    edges.append(.between("order.preserve", "queue.email", .event, "publishes"))
    edges.append(.between("order.cancel", "queue.email", .event, "publishes"))
    edges.append(.between("queue.email", "news.notification", .event, "consumed"))
    edges.append(.between("service.food", "queue.food", .event, "publishes"))
    edges.append(.between("queue.food", "news.delivery", .event, "consumed"))
    return Diagram(
      kind: .applications, title: "Train tickets", subtitle: "Applications", members: members, edges: edges)
  }()
}
