/// A request as HTTP/1.1 has it (RFC 9112): the first lines, and the body that they announce.
struct HTTPRequest: Sendable {
  let method: String
  /// Without what follows a `?`, as it was sent.
  let path: String
  /// What follows a `?`, as it was sent.
  let query: String
  /// In the order in which they came; names in small letters.
  let headers: [(name: String, value: String)]
  var body: [UInt8] = []

  /// Where the head of a request ends.
  static let end = Array("\r\n\r\n".utf8)

  /// The first lines of a request; nil for what is none.
  init?(head bytes: some Sequence<UInt8>) {
    let lines = String(decoding: Array(bytes), as: UTF8.self).split(
      separator: "\r\n", omittingEmptySubsequences: false)
    let words = lines.first?.split(separator: " ", omittingEmptySubsequences: false) ?? []
    guard words.count == 3, words[2].hasPrefix("HTTP/1."), words[1].hasPrefix("/"), !words[0].isEmpty else {
      return nil
    }
    method = String(words[0])
    let parts = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init)
    path = parts[0]
    query = parts.count > 1 ? parts[1] : ""
    var headers: [(name: String, value: String)] = []
    for line in lines.dropFirst() where !line.isEmpty {
      guard let colon = line.firstIndex(of: ":"), colon != line.startIndex,
        !line[..<colon].contains(where: \.isWhitespace)
      else { return nil }
      let value = line[line.index(after: colon)...].trimming { $0 == " " || $0 == "\t" }
      headers.append((line[..<colon].lowercased(), String(value)))
    }
    self.headers = headers
  }

  /// What the first header of a name, in small letters, says.
  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  /// The name by which the server was asked, without the port.
  var host: String? { header("host")?.split(separator: ":").first.map { $0.lowercased() } }

  /// What the query says of a name, as it was sent.
  func query(_ name: String) -> String? {
    let sides = query.split(separator: "&").map { $0.split(separator: "=", maxSplits: 1) }
    return sides.first { $0.first.map(String.init) == name }.map { $0.count > 1 ? String($0[1]) : "" }
  }

  /// How the body's end is found.
  enum Framing: Equatable {
    case length(Int)
    case chunks
  }

  /// Nil where the head says two things, or nothing that can be read (RFC 9112, section 6.3).
  var framing: Framing? {
    let lengths = headers.filter { $0.name == "content-length" }.map(\.value)
    if let coding = header("transfer-encoding") {
      return coding.lowercased() == "chunked" && lengths.isEmpty ? .chunks : nil
    }
    guard let first = lengths.first else { return .length(0) }
    guard lengths.allSatisfy({ $0 == first }), first.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    return Int(first).map(Framing.length)
  }
}

extension Substring {
  /// Without what stands at its ends.
  fileprivate func trimming(_ isLeftOut: (Character) -> Bool) -> Substring {
    var out = drop(while: isLeftOut)
    while let last = out.last, isLeftOut(last) { out.removeLast() }
    return out
  }
}

/// A body in chunks (RFC 9112, section 7.1).
enum ChunkedBody {
  /// The body, once the last chunk has come; nil before.
  ///
  /// - Throws: ``Malformed`` when the bytes are no chunks.
  static func read(_ bytes: [UInt8]) throws -> [UInt8]? {
    var out: [UInt8] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 10) {
      let line = String(decoding: rest[..<end], as: UTF8.self).filter { $0 != "\r" }
      guard let digits = line.split(separator: ";", omittingEmptySubsequences: false).first,
        digits.count < 8, let size = Int(digits.filter { $0 != " " }, radix: 16), size >= 0
      else { throw Malformed() }
      rest = rest[(end + 1)...]
      // What follows the last chunk says nothing here.
      if size == 0 {
        return rest.starts(with: [13, 10]) || rest.starts(with: [10]) || rest.count > 2 ? out : nil
      }
      guard rest.count >= size + 2 else { return nil }
      out += rest.prefix(size)
      rest = rest.dropFirst(size)
      guard rest.popFirst() == 13, rest.popFirst() == 10 else { throw Malformed() }
    }
    guard rest.count < 64 else { throw Malformed() }
    return nil
  }

  struct Malformed: Error {}
}
