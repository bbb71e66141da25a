/// What differs between two versions of a file, as `diff -u` writes it and `patch` reads it.
package enum UnifiedDiff {
  /// Lines of the same around what differs.
  private static let context = 3

  /// Empty when nothing differs.
  package static func write(_ old: SourceFile, _ new: SourceFile) -> String {
    let lines = lines(of: old.bytes, new.bytes)
    let changed = lines.indices.filter { lines[$0].mark != .same }
    guard !changed.isEmpty else { return "" }
    var out = "--- \(old.path)\n+++ \(new.path)\n"
    var index = 0
    while index < changed.count {
      var last = index
      while last + 1 < changed.count, changed[last + 1] - changed[last] <= 2 * context { last += 1 }
      let range = max(0, changed[index] - context)..<min(lines.count, changed[last] + context + 1)
      out += hunk(lines, range)
      index = last + 1
    }
    return out
  }

  private enum Mark: String {
    case same = " "
    case removed = "-"
    case added = "+"
  }

  private struct Line {
    let mark: Mark
    let text: ArraySlice<UInt8>
  }

  /// Lines with their line ends, so that a missing last one is a difference.
  private static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var out: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 10 {
      out.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { out.append(bytes[start...]) }
    return out
  }

  private static func lines(of old: [UInt8], _ new: [UInt8]) -> [Line] {
    let (before, after) = (split(old), split(new))
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var out: [Line] = []
    var (i, j) = (0, 0)
    while i < before.count || j < after.count {
      if i < before.count, removed.contains(i) {
        out.append(Line(mark: .removed, text: before[i]))
        i += 1
      } else if j < after.count, added.contains(j) {
        out.append(Line(mark: .added, text: after[j]))
        j += 1
      } else {
        out.append(Line(mark: .same, text: before[i]))
        i += 1
        j += 1
      }
    }
    return out
  }

  private static func hunk(_ lines: [Line], _ range: Range<Int>) -> String {
    func count(_ lines: ArraySlice<Line>, without mark: Mark) -> Int { lines.count { $0.mark != mark } }
    func place(_ mark: Mark) -> String {
      let before = count(lines[..<range.lowerBound], without: mark)
      let length = count(lines[range], without: mark)
      let start = length == 0 ? before : before + 1
      return length == 1 ? "\(start)" : "\(start),\(length)"
    }
    var out = "@@ -\(place(.added)) +\(place(.removed)) @@\n"
    for line in lines[range] {
      let text = String(decoding: line.text, as: UTF8.self)
      out += line.mark.rawValue + text + (line.text.last == 10 ? "" : "\n\\ No newline at end of file\n")
    }
    return out
  }
}
