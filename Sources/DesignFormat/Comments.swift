import DesignSyntax

/// A comment between two tokens.
struct Comment {
  /// Without white space at its ends.
  let text: String
  /// The line feeds between it and what stands before.
  let newlines: Int
  /// Whether it takes the rest of its line.
  let isLine: Bool
}

/// What stands between a token and the one before: comments, and line feeds.
struct Trivia {
  var comments: [Comment] = []
  /// The line feeds behind the last comment, or all there are.
  var newlines = 0

  /// Whether the token begins a line in the source.
  var breaksLine: Bool { newlines > 0 || comments.contains { $0.newlines > 0 || $0.isLine } }

  init(_ bytes: ArraySlice<UInt8>) {
    var position = bytes.startIndex
    func peek(_ ahead: Int) -> UInt8 { position + ahead < bytes.endIndex ? bytes[position + ahead] : 0 }
    while position < bytes.endIndex {
      let start = position
      switch bytes[position] {
      case UInt8(ascii: "\n"):
        newlines += 1
        position += 1
      case UInt8(ascii: "\r"):
        if peek(1) != UInt8(ascii: "\n") { newlines += 1 }
        position += 1
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
        while position < bytes.endIndex, bytes[position] != UInt8(ascii: "\n") { position += 1 }
        add(bytes[start..<position], isLine: true)
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"):
        var depth = 0
        repeat {
          if peek(0) == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
            depth += 1
            position += 2
          } else if peek(0) == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
            depth -= 1
            position += 2
          } else {
            position += 1
          }
        } while depth > 0 && position < bytes.endIndex
        add(bytes[start..<min(position, bytes.endIndex)], isLine: false)
      default:
        position += 1
      }
    }
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>, isLine: Bool) {
    var bytes = bytes
    while let last = bytes.last, last == 32 || last == 9 || last == 13 { bytes.removeLast() }
    comments.append(
      Comment(text: String(decoding: bytes, as: UTF8.self), newlines: newlines, isLine: isLine))
    newlines = 0
  }
}
