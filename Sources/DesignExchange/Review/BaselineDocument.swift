package import DesignLint
package import DesignSource

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A baseline as a file: a JSON object with an entry a line, each ending in a comma and in order, so that merges of two
/// branches touch only the lines that differ. `"DAT004 shop.order.customer_id": 2` is rule, element and count; the last
/// line is the version of the format.
package struct BaselineDocument: Sendable {
  /// The version of this format.
  package static let schemaVersion = 1
  private static let schemaKey = "schema"

  package let baseline: Baseline
  /// Where each entry stands in the file; empty for one that was not read from a file.
  package let ranges: [Baseline.Key: SourceRange]

  package init(_ baseline: Baseline) {
    self.baseline = baseline
    ranges = [:]
  }

  private init(_ baseline: Baseline, _ ranges: [Baseline.Key: SourceRange]) {
    self.baseline = baseline
    self.ranges = ranges
  }

  /// The file's bytes.
  package func bytes() throws(EncodingFailure) -> [UInt8] {
    var out = "{\n"
    for key in baseline.keys {
      out += "  \(try Self.quoted("\(key.rule) \(key.element)")): \(baseline.counts[key] ?? 1),\n"
    }
    out += "  \"\(Self.schemaKey)\": \(Self.schemaVersion)\n}\n"
    return Array(out.utf8)
  }

  private static func quoted(_ text: String) throws(EncodingFailure) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    do {
      return String(decoding: try encoder.encode(text), as: UTF8.self)
    } catch {
      throw EncodingFailure(description: "\(error)")
    }
  }

  /// Reads a file. Every line that is no entry is told.
  ///
  /// - Parameter id: what ranges name the file by.
  package static func read(_ file: SourceFile, id: FileID) -> (
    document: BaselineDocument, diagnostics: [Diagnostic]
  ) {
    var baseline = Baseline()
    var ranges: [Baseline.Key: SourceRange] = [:]
    var diagnostics: [Diagnostic] = []
    var start = 0
    for line in file.bytes.split(separator: 10, omittingEmptySubsequences: false) {
      defer { start += line.count + 1 }
      let trimmed = String(decoding: line, as: UTF8.self).trimmed
      guard !["", "{", "}", "{}"].contains(trimmed) else { continue }
      let indentation = line.prefix { $0 == 32 || $0 == 9 }.count
      let range = SourceRange(file: id, start: start + indentation, end: start + line.count)
      func add(_ message: String) {
        diagnostics.append(
          Diagnostic(
            .error, "baseline", message, at: range,
            help: [
              "take the line out; or remove the file, and run `designc lint --write-baseline` for a new one"
            ]))
      }
      guard let (key, count) = entry(trimmed) else {
        add("this line is no entry of a baseline: `\"RULE element\": count,`")
        continue
      }
      if key == schemaKey {
        if count != schemaVersion {
          add("this version of designc does not know baselines of version \(count)")
        }
      } else if let space = key.firstIndex(of: " "), count > 0 {
        let key = Baseline.Key(rule: String(key[..<space]), element: String(key[key.index(after: space)...]))
        if baseline.counts.updateValue(count, forKey: key) != nil { add("the entry stands here twice") }
        ranges[key] = range
      } else {
        add("this line is no entry of a baseline: `\"RULE element\": count,`")
      }
    }
    return (BaselineDocument(baseline, ranges), diagnostics)
  }

  /// `"key": 3,`
  private static func entry(_ line: String) -> (key: String, count: Int)? {
    let bare = line.hasSuffix(",") ? String(line.dropLast()) : line
    guard let colon = bare.lastIndex(of: ":"),
      let count = Int(String(bare[bare.index(after: colon)...]).trimmed),
      let key = try? JSONDecoder().decode(String.self, from: Data(bare[..<colon].utf8))
    else { return nil }
    return (key, count)
  }

  /// What is wrong with a baseline that covers more than is found: what is mended must leave it.
  package func problems(_ stale: [Baseline.Stale]) -> [Finding] {
    stale.compactMap { entry in
      guard let range = ranges[entry.key] else { return nil }
      let rest = entry.found == 0 ? "nothing" : "only \(entry.found)"
      return Finding(
        subject: entry.key.element,
        diagnostic: Diagnostic(
          .error, "baseline",
          "the baseline has \(entry.covered) of \(entry.key.rule) at `\(entry.key.element)`, but \(rest) is found",
          at: range, notes: ["what is mended leaves the baseline, so that it cannot come back unseen"],
          help: ["run `designc lint --write-baseline`"]))
    }
  }
}

extension String {
  /// Without blanks at both ends.
  fileprivate var trimmed: String {
    let isBlank: (Character) -> Bool = { $0.isWhitespace }
    return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
