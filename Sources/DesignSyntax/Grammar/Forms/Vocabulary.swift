/// What products, algorithms and protocols are called, as their makers and standards spell them. A word near one of
/// these is a slip; what is not among them stands in quotes.
package enum Vocabulary {
  /// Kinds of applications; a closed list, since pictures and rules speak of each.
  package static let applications = [
    "web", "mobile", "desktop", "service", "worker", "gateway", "function", "job", "proxy", "cdn",
  ]
  /// Styles of apis; a closed list, since each has statements of its own.
  package static let apis = ["rest", "graphql", "grpc", "websocket", "soap"]
  package static let databases = [
    "postgresql", "mysql", "mariadb", "sqlite", "sqlserver", "oracle", "mongodb", "dynamodb", "cassandra",
    "clickhouse", "db2", "scylladb", "cockroachdb", "yugabytedb", "tidb", "spanner", "bigquery", "snowflake",
    "redshift", "couchbase", "couchdb", "firestore", "cosmosdb", "documentdb", "neo4j", "neptune", "arangodb",
    "influxdb", "timescaledb", "prometheus", "duckdb", "h2", "hbase", "bigtable", "redis", "elasticsearch",
    "questdb", "singlestore", "greenplum", "vertica", "teradata", "hana", "firebird", "druid", "pinot",
    "trino", "qdrant", "milvus", "weaviate", "etcd", "zookeeper", "consul",
  ]
  package static let caches = [
    "redis", "valkey", "memcached", "dragonfly", "keydb", "hazelcast", "ehcache", "caffeine", "varnish",
    "ignite", "infinispan", "elasticache", "memorydb",
  ]
  package static let storages = [
    "s3", "gcs", "azure-blob", "minio", "r2", "ceph", "filesystem", "nfs", "efs", "ebs", "smb", "hdfs",
    "sftp",
    "ftp", "webdav", "glusterfs", "seaweedfs",
  ]
  package static let searches = [
    "opensearch", "elasticsearch", "solr", "meilisearch", "typesense", "algolia", "vespa", "lucene",
    "manticore", "sphinx", "quickwit",
  ]
  package static let brokers = [
    "kafka", "rabbitmq", "nats", "sqs", "pubsub", "redis", "redpanda", "pulsar", "activemq", "artemis", "sns",
    "eventbridge", "kinesis", "servicebus", "eventhubs", "eventgrid", "msk", "mosquitto", "emqx", "hivemq",
    "ibm-mq", "rocketmq", "nsq", "solace", "valkey",
  ]
  package static let environments = [
    "production", "staging", "qa", "dev", "sandbox", "development", "test", "preview", "demo", "training",
    "integration", "performance", "recovery", "local",
  ]
  /// Hash functions: those for passwords, the general ones, checksums, and ways of keeping a value that hide nothing.
  package static let hashes = [
    "argon2id", "argon2i", "argon2d", "bcrypt", "scrypt", "yescrypt", "balloon", "pbkdf2",
    "pbkdf2-hmac-sha1", "pbkdf2-hmac-sha256", "pbkdf2-hmac-sha512", "pbkdf2-sha1", "pbkdf2-sha256",
    "pbkdf2-sha512", "argon2", "crypt", "sha1", "sha224", "sha256", "sha384", "sha512", "sha-1", "sha-224",
    "sha-256",
    "sha-384", "sha-512", "sha512-256", "sha3-224", "sha3-256", "sha3-384", "sha3-512", "shake128",
    "shake256", "blake2b",
    "blake2s", "blake3", "md2", "md4", "md5", "ripemd160", "whirlpool", "hmac-md5", "hmac-sha1",
    "hmac-sha256", "hmac-sha384", "hmac-sha512", "des-crypt", "md5-crypt", "sha256-crypt", "sha512-crypt",
    "apr1", "phpass", "ntlm", "lm", "crc32", "crc32c", "crc64", "adler32", "xxhash", "murmur3", "siphash",
    "fnv1a", "base64", "plain", "none",
  ]
  /// Protocols, without what `+` or `/` adds.
  package static let protocols = [
    "https", "http", "h2", "h2c", "ws", "wss", "grpc", "grpcs", "tcp", "udp", "tls", "dtls", "mtls", "quic",
    "amqp", "amqps", "mqtt", "mqtts", "kafka", "stomp", "nats", "redis", "rediss", "smtp", "smtps", "imap",
    "imaps", "pop3", "pop3s", "ftp", "ftps", "sftp", "scp", "ssh", "ldap", "ldaps", "dns", "jdbc", "odbc",
    "sql", "postgresql", "mysql", "tds", "tns", "mongodb", "cql", "bolt", "soap", "graphql", "xmpp", "sip",
    "rtp", "srtp", "rtmp", "rtmps", "rtsp", "webrtc", "webdav", "nfs", "smb", "iscsi", "s3", "jms", "rmi",
    "thrift", "rsocket", "sse", "modbus", "opcua", "coap", "ble", "ipsec", "wireguard", "unix", "pipe",
  ]
  /// What may follow `+` in a protocol.
  package static let protocolSuffixes = ["tls", "starttls", "ssl", "mtls", "srv", "protobuf", "json", "avro"]
  /// What a rule of the design may look at: elements by their keywords, and what has no name of its own.
  package static let ruleSubjects = [
    "system", "group", "person", "application", "database", "cache", "storage", "search", "broker", "api",
    "endpoint", "parameter", "response", "screen", "secret", "schema", "table", "view", "column", "index",
    "foreign key", "trigger", "domain", "topic", "queue", "exchange", "type", "field", "enum", "connection",
    "environment", "region", "zone", "network", "cluster", "node", "deployment", "flow", "feature",
    "milestone", "pipeline", "stage",
  ]
}
