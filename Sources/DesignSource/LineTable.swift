/// Where the lines of a file begin, so that a byte offset can be told as line and column.
package struct LineTable: Sendable {
  /// Offset of the first byte of each line; the first is 0.
  private let starts: [Int32]
  private let bytes: [UInt8]

  package init(_ file: SourceFile) {
    bytes = file.bytes
    var starts: [Int32] = [0]
    for (index, byte) in file.bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(Int32(truncatingIfNeeded: index + 1))
    }
    self.starts = starts
  }

  /// A place as people and editors count it.
  package struct Position: Sendable, Hashable {
    /// From 1.
    package let line: Int
    /// From 1, in Unicode scalars.
    package let column: Int
  }

  /// The line and column of a byte offset; offsets past the end are told as the end.
  package func position(of offset: Int32) -> Position {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let end = min(Int(offset), bytes.count)
    let begin = min(Int(starts[low]), end)
    let text = bytes[begin..<end]
    let scalars =
      text.allSatisfy { $0 < 128 } ? text.count : String(decoding: text, as: UTF8.self).unicodeScalars.count
    return Position(line: low + 1, column: scalars + 1)
  }

  /// The offset of the first byte of a line (from 1); that of the last line for those past it.
  package func offset(ofLine line: Int) -> Int { Int(starts[min(max(line, 1), starts.count) - 1]) }

  /// The number of lines; a last line without a line feed counts.
  package var count: Int { starts.count }

  /// The text of a line (from 1) without its line end; invalid UTF-8 is shown as U+FFFD.
  package func text(ofLine line: Int) -> String {
    guard line >= 1, line <= starts.count else { return "" }
    let start = Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) : bytes.count
    while end > start, bytes[end - 1] == 10 || bytes[end - 1] == 13 { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
