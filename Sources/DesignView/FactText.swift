import DesignDiagram
package import DesignModel
package import DesignSource
import DesignSyntax

/// Facts as people read them on a card or in a tooltip.
package struct FactText {
  private let model: Model

  /// Reads the texts of a model.
  package init(_ model: Model) { self.model = model }

  /// The text of a range in one line. Tooltips make up much of a picture, so bytes are read, not characters.
  package func source(_ range: SourceRange) -> String {
    guard model.trees.indices.contains(Int(range.file.index)) else { return "" }
    let bytes = model.trees[Int(range.file.index)].source.bytes
    guard range.start >= 0, range.start <= range.end, Int(range.end) <= bytes.count else { return "" }
    var line: [UInt8] = []
    line.reserveCapacity(Int(range.end - range.start))
    var isPending = false
    for byte in bytes[Int(range.start)..<Int(range.end)] {
      if byte == 32 || (9...13).contains(byte) {
        isPending = !line.isEmpty
      } else {
        if isPending { line.append(32) }
        isPending = false
        line.append(byte)
      }
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// A summary, then a line for each fact as it was stated.
  func tooltip(_ summary: String?, _ facts: [Fact]) -> [String] {
    (summary.map { $0.split(separator: "\n").map(String.init) } ?? [])
      + facts.filter { $0.key != "accept" }.map { source($0.range) }
  }

  /// A size or number of cores with a space before its unit: `512 MiB`.
  static func spaced(_ written: String) -> String {
    guard let end = written.lastIndex(where: \.isNumber) else { return written }
    let unit = written[written.index(after: end)...]
    return unit.isEmpty ? written : "\(written[...end]) \(unit)"
  }

  /// `cpu 500m memory 512MiB` as one badge.
  static func resources(_ facts: some Facts) -> Badge? {
    var parts: [String] = []
    if case .quantity(_, let written)? = facts.fact("cpu")?.values.first { parts.append("\(written) cpu") }
    for key in ["memory", "storage"] {
      if case .quantity(_, let written)? = facts.fact(key)?.values.first { parts.append(spaced(written)) }
    }
    return parts.isEmpty ? nil : Badge(.resources, parts.joined(separator: " · "))
  }

  /// `×3` or `2–10`; none for a single one.
  static func count(_ facts: some Facts, _ key: String) -> Badge? {
    guard case .range(let low, let high, let written)? = facts.fact(key)?.values.first else { return nil }
    if let low, let high, low == high {
      return low == .count(1) ? nil : Badge(.count, "×\(number(low, written))")
    }
    return Badge(
      .count, "\(low.map { number($0, written) } ?? "0")–\(high.map { number($0, written) } ?? "∞")")
  }

  /// `12 partitions`
  static func counted(_ facts: some Facts, _ key: String, _ one: String, _ many: String) -> Badge? {
    guard let number = facts.fact(key)?.wholeNumber else { return nil }
    return Badge(.count, "\(number) \(number == 1 ? one : many)")
  }

  private static func number(_ quantity: Quantity, _ written: String) -> String {
    if case .count(let count) = quantity { return String(count) }
    return written
  }

  static func exposure(_ facts: some Facts) -> Badge? {
    facts.fact("exposure")?.word.map { Badge(.exposure, $0) }
  }
}

extension Fact {
  /// The number it states, where that is a plain count.
  var wholeNumber: Int? { if case .count(let number)? = quantity { number } else { nil } }
}
