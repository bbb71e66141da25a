/// What a service of a compose file is, told by its image, else by its name.
struct ComposeRole: Sendable, Hashable {
  /// The keyword: `application`, `database`, `cache`, `search`, `storage`, `broker`.
  let keyword: String
  /// The word behind the colon; nil when only its name says that it is a store.
  let kind: String?

  var isApplication: Bool { keyword == "application" }

  /// Names of images, without registry and owner, and what they are. As of 2026-06, from Docker Hub.
  private static let images: [(keyword: String, kind: String, names: String)] = [
    ("database", "postgresql", "postgres postgresql postgis pgvector pg"),
    ("database", "timescaledb", "timescaledb timescaledb-ha"),
    ("database", "mysql", "mysql mysql-server percona percona-server"),
    ("database", "mariadb", "mariadb"),
    ("database", "mongodb", "mongo mongodb mongodb-community-server percona-server-mongodb"),
    ("database", "sqlserver", "mssql azure-sql-edge sqlserver sqledge"),
    ("database", "oracle", "oracle-free oracle-xe oracledb oracle"),
    ("database", "db2", "db2 db2_community"),
    ("database", "cassandra", "cassandra"), ("database", "scylladb", "scylla scylladb"),
    ("database", "clickhouse", "clickhouse clickhouse-server"), ("database", "influxdb", "influxdb influx"),
    ("database", "neo4j", "neo4j"), ("database", "couchdb", "couchdb"),
    ("database", "couchbase", "couchbase"),
    ("database", "cockroachdb", "cockroach cockroachdb"), ("database", "arangodb", "arangodb"),
    ("database", "etcd", "etcd"), ("database", "zookeeper", "zookeeper cp-zookeeper"),
    ("database", "consul", "consul"), ("database", "prometheus", "prometheus"),
    ("database", "questdb", "questdb"), ("database", "dynamodb", "dynamodb-local"),
    ("database", "documentdb", "documentdb documentdb-local"), ("database", "firebird", "firebird"),
    ("database", "qdrant", "qdrant"), ("database", "weaviate", "weaviate"), ("database", "milvus", "milvus"),
    ("database", "yugabytedb", "yugabyte"), ("database", "tidb", "tidb"),
    ("cache", "redis", "redis redis-stack redis-stack-server redismod redis-server"),
    ("cache", "valkey", "valkey"), ("cache", "memcached", "memcached memcache"),
    ("cache", "dragonfly", "dragonfly"), ("cache", "keydb", "keydb"), ("cache", "hazelcast", "hazelcast"),
    ("cache", "varnish", "varnish"),
    ("search", "elasticsearch", "elasticsearch"), ("search", "opensearch", "opensearch"),
    ("search", "solr", "solr"), ("search", "meilisearch", "meilisearch"),
    ("search", "typesense", "typesense"),
    ("search", "manticore", "manticore"), ("search", "quickwit", "quickwit"), ("search", "vespa", "vespa"),
    ("storage", "minio", "minio"), ("storage", "seaweedfs", "seaweedfs"),
    ("storage", "azure-blob", "azurite"),
    ("broker", "kafka", "kafka cp-kafka cp-server"), ("broker", "redpanda", "redpanda"),
    ("broker", "rabbitmq", "rabbitmq"), ("broker", "nats", "nats nats-streaming"),
    ("broker", "pulsar", "pulsar"), ("broker", "activemq", "activemq activemq-classic"),
    ("broker", "artemis", "artemis activemq-artemis"), ("broker", "mosquitto", "eclipse-mosquitto mosquitto"),
    ("broker", "emqx", "emqx"), ("broker", "nsq", "nsq nsqd"), ("broker", "rocketmq", "rocketmq"),
    ("application", "proxy", "nginx traefik haproxy envoy caddy openresty httpd openresty-thrift"),
    ("application", "gateway", "kong krakend apisix"),
  ]

  /// Words in a service's name, and the kind of application that they speak for; the first that fits.
  private static let words: [(kind: String, words: String)] = [
    ("gateway", "gateway apigw bff"), ("proxy", "proxy router ingress nginx loadbalancer envoy lb"),
    ("job", "job cron migrate migration migrations migrator init seed seeder setup bootstrap"),
    ("worker", "worker workers consumer consumers celery sidekiq queue scheduler"),
    ("web", "web frontend front ui webapp website spa dashboard storefront client portal admin"),
  ]

  /// What a service is.
  ///
  /// - Parameters:
  ///   - image: without variables; nil when it is built.
  static func of(service: String, image: String?) -> ComposeRole {
    if let image {
      for part in parts(of: image) { if let role = named(part) { return role } }
    } else if let role = words(in: service).lazy.compactMap({ named($0) }).first(where: { !$0.isApplication })
    {
      return role
    }
    let all = words(in: service)
    for (kind, list) in words {
      let known = list.split(separator: " ").map(String.init)
      if all.contains(where: known.contains) { return ComposeRole(keyword: "application", kind: kind) }
    }
    if ["db", "database"].contains(all.last) { return ComposeRole(keyword: "database", kind: nil) }
    return ComposeRole(keyword: "application", kind: "service")
  }

  /// `mcr.microsoft.com/mssql/server:2022` → `server`, `mssql`, then `mcr.microsoft.com`; `owner/shop-postgresql` → that,
  /// then `postgresql`.
  private static func parts(of image: String) -> [String] {
    let path = image.split(separator: "@").first.map(String.init) ?? image
    var names = path.split(separator: "/").map(String.init)
    guard var last = names.popLast()?.lowercased() else { return [] }
    if let colon = last.firstIndex(of: ":") { last = String(last[..<colon]) }
    // `mssql/server`, `clickhouse/clickhouse-server`: the owner tells, when it is a product itself.
    var out = [last]
    if last == "server", let owner = names.last { out.append(owner.lowercased()) }
    if let dash = last.lastIndex(of: "-") { out.append(String(last[last.index(after: dash)...])) }
    return out
  }

  private static func named(_ name: String) -> ComposeRole? {
    images.first { $0.names.split(separator: " ").contains(Substring(name)) }.map {
      ComposeRole(keyword: $0.keyword, kind: $0.kind)
    }
  }

  private static func words(in name: String) -> [String] {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The version in an image's tag: `postgres:17.2-alpine` → `17.2`; nil when it names none.
  static func version(_ image: String) -> String? {
    let last = image.split(separator: "/").last ?? ""
    guard let colon = last.firstIndex(of: ":") else { return nil }
    var tag = last[last.index(after: colon)...]
    if tag.hasPrefix("v") { tag = tag.dropFirst() }
    let digits = tag.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let parts = digits.split(separator: ".")
    return parts.isEmpty ? nil : parts.prefix(2).joined(separator: ".")
  }
}
