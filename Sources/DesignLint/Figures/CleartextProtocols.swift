/// Protocols that send everything in the clear, and what to use in their place.
///
/// IANA service names, as of 2025-06; the ones that encrypt are those that each protocol's own specification names.
enum CleartextProtocols {
  static let asOf = "2025-06"

  private static let secure: [String: String] = [
    "http": "https", "http/1.1": "https", "ws": "wss", "ftp": "sftp", "telnet": "ssh", "rsh": "ssh",
    "ldap": "ldaps",
    "smtp": "smtp+tls", "imap": "imaps", "pop3": "pop3s", "amqp": "amqps", "mqtt": "mqtts",
    "stomp": "stomp+tls",
    "redis": "rediss", "memcached": "memcached+tls", "syslog": "syslog+tls", "tftp": "sftp",
    "nats": "nats+tls",
    "snmpv1": "snmpv3", "snmpv2c": "snmpv3",
  ]

  /// The protocol to use in place of one in the clear; nil when it is not known to be in the clear.
  static func replacement(for written: String) -> String? { secure[written.lowercased()] }
}
