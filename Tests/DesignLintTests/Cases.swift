import Foundation
import Testing

/// A design that a rule is tried on: a file in `Cases/<rule>/`.
///
/// Comments `//~ error[SEC001] part of the message` say which findings of the rule begin in the line above them. In the
/// first line `//# stage release, today 2027-01-31` sets options.
struct Case: Sendable, CustomTestStringConvertible {
  let rule: String
  /// `fires`, `silent` or `false-positive`, perhaps with a suffix.
  let name: String
  let text: String
  /// The design as it was agreed, from the file of the same name that ends with `.agreed`; nil when there is none.
  let agreed: String?

  var testDescription: String { "\(rule)/\(name)" }

  /// A finding that must be there.
  struct Expectation {
    let line: Int
    let severity: String
    let fragment: String
  }

  /// What the comments ask for.
  var expectations: [Expectation] {
    var out: [Expectation] = []
    var line = 0
    for (index, text) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard let marker = text.range(of: "//~ ") else {
        line = index + 1
        continue
      }
      let wanted = text[marker.upperBound...]
      guard let open = wanted.firstIndex(of: "["), let close = wanted.firstIndex(of: "]") else { continue }
      let fragment = wanted[wanted.index(after: close)...].drop { $0 == " " }
      out.append(.init(line: line, severity: String(wanted[..<open]), fragment: String(fragment)))
    }
    return out
  }

  /// The options in the first line.
  var options: [String: String] {
    guard text.hasPrefix("//# "), let line = text.split(separator: "\n").first else { return [:] }
    var out: [String: String] = [:]
    for pair in line.dropFirst(4).split(separator: ",") {
      let words = pair.split(separator: " ").map(String.init)
      if words.count == 2 { out[words[0]] = words[1] }
    }
    return out
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Cases")

  static let all: [Case] = {
    var out: [Case] = []
    let manager = FileManager.default
    for rule in (try? manager.contentsOfDirectory(atPath: folder.path))?.sorted() ?? [] {
      let own = folder.appendingPathComponent(rule)
      for file in (try? manager.contentsOfDirectory(atPath: own.path))?.sorted() ?? []
      where file.hasSuffix(".design") {
        guard let text = try? String(contentsOf: own.appendingPathComponent(file), encoding: .utf8) else {
          continue
        }
        let name = String(file.dropLast(7))
        let agreed = try? String(contentsOf: own.appendingPathComponent("\(name).agreed"), encoding: .utf8)
        out.append(Case(rule: rule, name: name, text: text, agreed: agreed))
      }
    }
    return out
  }()
}
