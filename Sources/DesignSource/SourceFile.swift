/// One text of a design: its path as it is shown to people, and its bytes as they are on disk.
package struct SourceFile: Sendable, Hashable {
  /// The path under which diagnostics name the file; relative to where the command runs, `/` between components.
  package let path: String
  /// The content, unchanged; it need not be valid UTF-8.
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}

/// The position of a file in the list of files that are compiled together.
package struct FileID: Sendable, Hashable, Comparable {
  package let index: Int32

  package init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }

  package static func < (a: FileID, b: FileID) -> Bool { a.index < b.index }
}

/// A half-open range of bytes in one file.
package struct SourceRange: Sendable, Hashable, Comparable {
  package let file: FileID
  /// Offset of the first byte.
  package let start: Int32
  /// Offset just past the last byte; never less than `start`.
  package let end: Int32

  package init(file: FileID, start: Int, end: Int) {
    self.file = file
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: max(start, end))
  }

  /// Whether another range lies in this one.
  package func contains(_ other: SourceRange) -> Bool {
    file == other.file && start <= other.start && other.end <= end
  }

  /// The smallest range that holds both; the receiver when `other` lies in another file.
  package func union(_ other: SourceRange) -> SourceRange {
    guard other.file == file else { return self }
    return SourceRange(file: file, start: Int(min(start, other.start)), end: Int(max(end, other.end)))
  }

  /// File order, then position.
  package static func < (a: SourceRange, b: SourceRange) -> Bool {
    (a.file, a.start, a.end) < (b.file, b.start, b.end)
  }
}
