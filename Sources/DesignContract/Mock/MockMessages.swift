/// A request as it reached a mock.
package struct MockRequest: Sendable {
  package let method: String
  /// As it was sent, without what follows a `?`.
  package let path: String
  /// What follows it, still encoded.
  package let query: String
  /// In the order in which they came; names in small letters.
  package let headers: [(name: String, value: String)]
  package let body: [UInt8]

  package init(
    method: String, path: String, query: String = "", headers: [(name: String, value: String)] = [],
    body: [UInt8] = []
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers.map { ($0.name.lowercased(), $0.value) }
    self.body = body
  }

  /// What a header says; several of one name are joined with commas, as RFC 9110, section 5.2, has it.
  package func header(_ name: String) -> String? {
    let values = headers.filter { $0.name == name }.map(\.value)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  /// The values of the query by name, decoded, in order.
  var parameters: [(name: String, value: String)] {
    query.split(separator: "&").map { pair in
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
        PercentCoding.decoded(String($0).replacing("+", with: " "))
      }
      return (sides[0], sides.count > 1 ? sides[1] : "")
    }
  }

  /// The values of cookies by name (RFC 6265, section 4.2).
  var cookies: [(name: String, value: String)] {
    (header("cookie") ?? "").split(separator: ";").compactMap { pair in
      let sides = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
      return sides.count == 2 ? (String(sides[0]), PercentCoding.decoded(String(sides[1]))) : nil
    }
  }

  /// The media type of the body in small letters, without parameters; nil when none is stated.
  var mediaType: String? {
    header("content-type")?.split(separator: ";").first.map { $0.lowercased().filter { $0 != " " } }
  }
}

/// What a mock answers.
package struct MockAnswer: Sendable {
  package var status: Int
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]
  /// In bytes; that of the answer to GET where HEAD is answered.
  package var contentLength: Int

  package init(_ status: Int, _ headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
    contentLength = body.count
  }

  /// What went wrong, as RFC 9457 has it.
  package static func problem(_ problem: MockProblem) -> MockAnswer {
    MockAnswer(
      problem.status, [("Content-Type", "application/problem+json")] + problem.headers,
      body: Array(DocumentWriter.json(problem.document).utf8))
  }
}

/// Why a request is refused.
package struct MockProblem: Error, Sendable {
  /// A part of the request that is not as agreed.
  struct Part: Sendable {
    /// `query`, `path`, `header`, `cookie` or `body`.
    let place: String
    /// The parameter's name, or the place in the body as a JSON Pointer.
    let name: String
    let reason: String

    /// `query parameter `page` is a text, not a number`
    var sentence: String {
      place == "body"
        ? "\(name.isEmpty ? "the body" : "`\(name)` of the body") \(reason)"
        : "the \(place) parameter `\(name)` \(reason)"
    }
  }

  let status: Int
  let detail: String
  var parts: [Part] = []
  var headers: [(name: String, value: String)] = []

  package init(_ status: Int, _ detail: String) {
    self.status = status
    self.detail = detail
  }

  init(_ status: Int, _ detail: String, parts: [Part] = [], headers: [(name: String, value: String)] = []) {
    self.status = status
    self.detail = detail
    self.parts = parts
    self.headers = headers
  }

  var title: String { HTTPStatus.phrase(status) }

  var document: Document {
    var out = MappingBuilder()
    out.put("type", "about:blank")
    out.put("title", title)
    out.put("status", Document.number(Number(status)))
    out.put("detail", detail)
    out.put(
      "errors",
      parts.map { part in
        var entry = MappingBuilder()
        entry.put("in", part.place)
        entry.put(part.place == "body" ? "pointer" : "name", part.name)
        entry.put("detail", part.reason)
        return entry.document
      })
    return out.document
  }
}

/// What statuses are called (RFC 9110, section 15; RFC 6585; RFC 8297 is left out, since nobody answers with it).
package enum HTTPStatus {
  package static func phrase(_ status: Int) -> String { phrases[status] ?? "Status \(status)" }

  private static let phrases: [Int: String] = [
    200: "OK", 201: "Created", 202: "Accepted", 203: "Non-Authoritative Information", 204: "No Content",
    205: "Reset Content", 206: "Partial Content", 300: "Multiple Choices", 301: "Moved Permanently",
    302: "Found", 303: "See Other", 304: "Not Modified", 307: "Temporary Redirect", 308: "Permanent Redirect",
    400: "Bad Request", 401: "Unauthorized", 402: "Payment Required", 403: "Forbidden", 404: "Not Found",
    405: "Method Not Allowed", 406: "Not Acceptable", 408: "Request Timeout", 409: "Conflict", 410: "Gone",
    411: "Length Required", 412: "Precondition Failed", 413: "Content Too Large", 414: "URI Too Long",
    415: "Unsupported Media Type", 416: "Range Not Satisfiable", 417: "Expectation Failed",
    421: "Misdirected Request", 422: "Unprocessable Content", 425: "Too Early", 426: "Upgrade Required",
    428: "Precondition Required", 429: "Too Many Requests", 431: "Request Header Fields Too Large",
    451: "Unavailable For Legal Reasons", 500: "Internal Server Error", 501: "Not Implemented",
    502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout", 505: "HTTP Version Not Supported",
  ]
}

/// Texts in URIs (RFC 3986, section 2.1).
enum PercentCoding {
  /// With what is written as `%XX` in its place.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
