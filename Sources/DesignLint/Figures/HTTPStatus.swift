/// The status codes of the IANA registry of HTTP status codes, as of 2025-06.
enum HTTPStatus {
  static let asOf = "2025-06"

  private static let known: Set<Int> = [
    100, 101, 102, 103, 104, 200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 300, 301, 302, 303, 304, 305,
    307, 308, 400,
    401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 421, 422, 423, 424,
    425, 426, 428,
    429, 431, 451, 500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511,
  ]

  /// Whether it is registered, a class of codes (`4xx`), or `default`.
  static func isKnown(_ written: String) -> Bool {
    if written == "default" { return true }
    if written.count == 3, written.hasSuffix("xx"), let first = written.first {
      return "12345".contains(first)
    }
    return Int(written).map { known.contains($0) } ?? false
  }
}
