import DesignSource

/// A line of the result, while it is put together.
struct Line {
  /// A token or comment, with the spaces before it.
  struct Piece {
    let text: String
    var spaces: Int
    /// The number of the token; nil for a comment.
    let token: Int?
  }

  /// In spaces.
  let indent: Int
  let isAfterBlank: Bool
  var pieces: [Piece] = []

  /// The line with the empty line before it, if there is one, and its line feed.
  var text: String {
    var out = isAfterBlank ? "\n" : ""
    out += String(repeating: " ", count: indent)
    for (index, piece) in pieces.enumerated() {
      if index > 0 { out += String(repeating: " ", count: piece.spaces) }
      out += piece.text
    }
    return out + "\n"
  }

  /// How many columns its tokens take; of a text of several lines the first counts.
  var width: Int {
    var width = indent
    for (index, piece) in pieces.enumerated() where piece.token != nil {
      width += (index > 0 ? piece.spaces : 0) + TerminalWidth.of(piece.firstLine)
      if piece.spansLines { break }
    }
    return width
  }
}

extension Line.Piece {
  var spansLines: Bool { text.utf8.contains(UInt8(ascii: "\n")) }
  fileprivate var firstLine: String {
    spansLines ? String(text.prefix { $0 != "\n" && $0 != "\r\n" }) : text
  }
}
