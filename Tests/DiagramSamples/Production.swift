package import DesignDiagram

extension Diagram {
  /// A production environment: a region with three zones, clusters, machines and what is deployed on them.
  package static let production: Diagram = {
    func deployed(
      _ place: String, _ name: String, _ glyph: Glyph, _ technology: String, _ badges: [Badge] = []
    ) -> Member {
      .node(
        Node(
          id: "\(place).\(name)", glyph: glyph, title: name, technology: technology, badges: badges,
          tooltip: ["\(name) in \(place)"]))
    }
    let size = Badge(.resources, "1 cpu · 1 GiB")
    func cluster(_ zone: String, _ names: [(String, Glyph, String)]) -> Member {
      let place = "production.jakarta.\(zone).apps"
      return .group(
        Group(
          id: place, kind: .cluster, title: "apps", subtitle: "kubernetes 1.33 · 3 nodes · 8 cpu · 32 GiB",
          members: names.map { deployed(place, $0.0, $0.1, $0.2, [Badge(.count, "×2"), size]) }))
    }
    func machine(_ zone: String, _ name: String, _ inner: [Member]) -> Member {
      .group(
        Group(
          id: "production.jakarta.\(zone).\(name)", kind: .machine, title: name,
          subtitle: "r7g.xlarge · 4 cpu · 32 GiB", members: inner))
    }
    func database(_ zone: String, _ machine: String, _ role: String) -> Member {
      deployed(
        "production.jakarta.\(zone).\(machine)", "shop", .database, "postgresql 17",
        [Badge(.role, role), Badge(.note, "backup daily")])
    }
    func broker(_ zone: String, _ machine: String) -> Member {
      deployed(
        "production.jakarta.\(zone).\(machine)", "events", .broker, "kafka 4", [Badge(.role, "broker")])
    }
    func zone(_ name: String, _ members: [Member]) -> Member {
      .group(
        Group(id: "production.jakarta.\(name)", kind: .zone, title: name, members: members))
    }
    let a = "production.jakarta.a"
    let b = "production.jakarta.b"
    let c = "production.jakarta.c"
    return Diagram(
      kind: .deployment, title: "Online shop", subtitle: "Deployment · production",
      members: [
        deployed("production", "cdn", .cdn, "CloudFront", [Badge(.exposure, "internet")]),
        .group(
          Group(
            id: "production.jakarta", kind: .region, title: "ap-southeast-3", subtitle: "Jakarta",
            members: [
              deployed(
                "production.jakarta", "gateway", .gateway, "Envoy", [Badge(.exposure, "internet"), size]),
              zone(
                "a",
                [
                  cluster(
                    "a",
                    [
                      ("catalog", .service, "Go"), ("orders", .service, "Spring Boot"),
                      ("billing", .service, "Spring Boot"),
                    ]),
                  machine("a", "db-1", [database("a", "db-1", "primary")]),
                  machine("a", "mq-1", [broker("a", "mq-1")]),
                ]),
              zone(
                "b",
                [
                  cluster(
                    "b",
                    [
                      ("catalog", .service, "Go"), ("orders", .service, "Spring Boot"),
                      ("shipping", .worker, "Kotlin"),
                    ]),
                  machine("b", "db-2", [database("b", "db-2", "replica")]),
                  machine("b", "mq-2", [broker("b", "mq-2")]),
                ]),
              zone(
                "c",
                [
                  cluster("c", [("catalog", .service, "Go"), ("product_cache", .cache, "redis 8")]),
                  machine("c", "mq-3", [broker("c", "mq-3")]),
                ]),
            ])),
        .node(Node(id: "production.stripe", glyph: .system, title: "Payment provider", isExternal: true)),
      ],
      edges: [
        .uses("production.cdn", "production.jakarta.gateway", "https"),
        .between("production.jakarta.gateway", "\(a).apps.catalog", .call),
        .between("production.jakarta.gateway", "\(b).apps.catalog", .call),
        .between("production.jakarta.gateway", "\(c).apps.catalog", .call),
        .between("production.jakarta.gateway", "\(a).apps.orders", .call),
        .between("production.jakarta.gateway", "\(b).apps.orders", .call),
        .between("\(a).apps.orders", "\(a).db-1.shop", .write),
        .between("\(a).db-1.shop", "\(b).db-2.shop", .replication, "replicates"),
        .uses("\(a).apps.billing", "production.stripe", "https"),
        .between("\(a).apps.orders", "\(a).mq-1.events", .event),
        .between("\(b).apps.shipping", "\(b).mq-2.events", .event),
      ])
  }()
}
