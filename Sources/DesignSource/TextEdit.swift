/// A piece of a file, and what is to stand in its place.
package struct TextEdit: Sendable, Hashable {
  package let range: SourceRange
  package let replacement: String

  package init(_ fixIt: Diagnostic.FixIt) {
    range = fixIt.range
    replacement = fixIt.replacement
  }
}

extension SourceFile {
  /// The file with edits made, and which of them were. Of two that overlap or touch, the first in the text is made; the
  /// other one was thought out for a text that is no longer there.
  package func applying(_ edits: [TextEdit]) -> (file: SourceFile, made: [Int]) {
    let order = edits.indices.sorted {
      (edits[$0].range, $0) < (edits[$1].range, $1)
    }
    var out: [UInt8] = []
    var made: [Int] = []
    var end = 0
    var isFirst = true
    for index in order {
      let range = removed(edits[index])
      guard range.upperBound <= bytes.count, isFirst || range.lowerBound > end else { continue }
      out += bytes[end..<range.lowerBound]
      out += lineEnds(edits[index].replacement)
      (end, isFirst) = (range.upperBound, false)
      made.append(index)
    }
    out += bytes[end...]
    return (SourceFile(path: path, bytes: out), made)
  }

  /// The bytes that an edit takes away. With the last of a line goes the line, and with a word the blank before it.
  private func removed(_ edit: TextEdit) -> Range<Int> {
    var (start, end) = (Int(edit.range.start), Int(edit.range.end))
    guard edit.replacement.isEmpty, start < end, end <= bytes.count else { return start..<max(start, end) }
    var left = start
    while left > 0, isBlank(left - 1) { left -= 1 }
    var right = end
    while right < bytes.count, isBlank(right) { right += 1 }
    let startsLine = left == 0 || bytes[left - 1] == 10
    let endsLine = right == bytes.count || bytes[right] == 10 || bytes[right] == 13
    if startsLine, endsLine {
      start = left
      while right < bytes.count, bytes[right] == 13 { right += 1 }
      end = min(bytes.count, right + 1)
    } else if endsLine || right > end {
      start = left
    }
    return start..<end
  }

  private func isBlank(_ index: Int) -> Bool { bytes[index] == 32 || bytes[index] == 9 }

  /// A text with the line ends that the file has.
  private func lineEnds(_ text: String) -> [UInt8] {
    let feed = bytes.firstIndex(of: 10)
    guard let feed, feed > 0, bytes[feed - 1] == 13 else { return Array(text.utf8) }
    return text.utf8.flatMap { $0 == 10 ? [13, 10] : [$0] }
  }
}
