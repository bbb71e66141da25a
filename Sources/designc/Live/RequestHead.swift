/// The first lines of a request as HTTP/1.1 has them (RFC 9112, sections 2 to 3): as much of them as the preview asks for.
struct RequestHead {
  let method: String
  /// Without what follows a `?`, as it was sent.
  let path: String
  private let query: [(name: String, value: String)]
  /// The name by which the server was asked, without the port.
  let host: String?

  /// Where the head of a request ends.
  static let end = Array("\r\n\r\n".utf8)
  /// A browser's is far smaller.
  static let mostBytes = 16_384

  /// Nil for what is no request.
  init?(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\r\n", omittingEmptySubsequences: false)
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3, words[2].hasPrefix("HTTP/1."), words[1].hasPrefix("/") else { return nil }
    method = String(words[0])
    let parts = words[1].split(separator: "?", maxSplits: 1).map(String.init)
    path = parts[0]
    query = (parts.dropFirst().first ?? "").split(separator: "&").map { pair in
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      return (sides[0], sides.count > 1 ? sides[1] : "")
    }
    let field = lines.dropFirst().first { $0.lowercased().hasPrefix("host:") }
    let value = field?.dropFirst("host:".count).drop { $0 == " " || $0 == "\t" }
    host = value?.split(separator: ":").first.map { String($0.lowercased().prefix { $0 != " " }) }
  }

  /// What the query says of a name.
  func query(_ name: String) -> String? { query.first { $0.name == name }?.value }
}
