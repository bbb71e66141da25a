import DesignSyntax

/// Addresses of other services in the texts of a compose file.
struct ComposeAddresses {
  /// The names by which services are reached, and the service of each.
  let hosts: [String: String]

  struct Found: Hashable {
    let service: String
    /// As the language spells it; nil when the text does not say.
    let protocolName: String?
  }

  /// Every service that a value leads to, in the order of the text: `http://orders:8080`, `postgres:5432`, and a host
  /// alone when the key says that it is one.
  func found(in value: String, key: String) -> [Found] {
    var out: [Found] = []
    let bytes = Array(value.utf8)
    var at = 0
    while at < bytes.count {
      guard Self.isHost(bytes[at]) else {
        at += 1
        continue
      }
      var end = at
      while end < bytes.count, Self.isHost(bytes[end]) { end += 1 }
      // A host may end a sentence.
      let word = String(decoding: bytes[at..<end], as: UTF8.self)
      if let service = hosts[word.lowercased()] {
        let scheme = scheme(before: at, bytes)
        let hasPort =
          end + 1 < bytes.count && bytes[end] == UInt8(ascii: ":") && (0x30...0x39).contains(bytes[end + 1])
        let isAll = at == 0 && end == bytes.count && Self.isHostKey(key)
        if scheme != nil || hasPort || isAll {
          let found = Found(service: service, protocolName: scheme.flatMap(Self.known))
          if !out.contains(found) { out.append(found) }
        }
      }
      at = end
    }
    return out
  }

  /// The scheme when `://`, or `://user:password@`, stands before a place.
  private func scheme(before place: Int, _ bytes: [UInt8]) -> String? {
    var at = place
    if at > 0, bytes[at - 1] == UInt8(ascii: "@") {
      while at > 0, bytes[at - 1] != UInt8(ascii: "/"), bytes[at - 1] > 0x20 { at -= 1 }
    }
    guard at >= 3, bytes[at - 1] == UInt8(ascii: "/"), bytes[at - 2] == UInt8(ascii: "/"),
      bytes[at - 3] == UInt8(ascii: ":")
    else { return nil }
    var start = at - 3
    while start > 0, Self.isHost(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "+") { start -= 1 }
    return String(decoding: bytes[start..<(at - 3)], as: UTF8.self).lowercased()
  }

  private static func isHost(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }

  private static func isHostKey(_ key: String) -> Bool {
    let key = key.uppercased()
    return ["HOST", "ADDR", "SERVER", "URL", "URI", "ENDPOINT", "BROKER", "SERVICE"].contains(
      where: key.contains)
  }

  /// The protocol of a scheme: `postgres` → `postgresql`, `mongodb+srv` → `mongodb`.
  private static func known(_ scheme: String) -> String? {
    let first = String(scheme.prefix { $0 != "+" })
    let name = ["postgres": "postgresql", "mariadb": "mysql", "mongo": "mongodb"][first] ?? first
    return Vocabulary.protocols.contains(name) ? name : nil
  }
}
