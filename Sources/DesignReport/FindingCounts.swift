package import DesignDiagram
package import DesignLint
import DesignSource
package import DesignView

/// The findings of a review on a picture, counted: a sign at each part that something is said about.
package struct FindingCounts: Sendable {
  private let findings: [(finding: Finding, targets: SubjectTargets)]

  /// A pointer that rests on a sign reads no more lines than these.
  private static let mostLines = 12

  package init(_ result: ReviewResult) {
    findings = result.findings.map { ($0, SubjectTargets($0.subject)) }
  }

  /// The signs of a picture, gravest first where several stand at one part, and the picture with their number in its
  /// subtitle.
  package func on(_ content: Picture.Content) -> (content: Picture.Content, callouts: [Callout]) {
    let parts = PictureParts(content)
    var order: [String] = []
    var byPart: [String: [Finding]] = [:]
    for (finding, targets) in findings {
      guard let id = parts.nearest(targets)?.id else { continue }
      if byPart[id] == nil { order.append(id) }
      byPart[id, default: []].append(finding)
    }
    let callouts = order.map { Self.callout($0, byPart[$0] ?? []) }
    let count = SeverityCounts(byPart.values.joined().map(\.severity))
    let words = count.isEmpty ? "no findings" : count.words
    switch content {
    case .diagram(var diagram):
      diagram.subtitle = Self.joined(diagram.subtitle, words)
      return (.diagram(diagram), callouts)
    case .sequence(var sequence):
      sequence.subtitle = Self.joined(sequence.subtitle, words)
      return (.sequence(sequence), callouts)
    }
  }

  private static func joined(_ subtitle: String, _ words: String) -> String {
    subtitle.isEmpty ? words : "\(subtitle) · \(words)"
  }

  private static func callout(_ id: String, _ findings: [Finding]) -> Callout {
    let sorted = findings.enumerated().sorted {
      ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
    }.map(\.element)
    let grave = sorted.first?.severity ?? .info
    let count = sorted.count { $0.severity == grave }
    let rest = sorted.count - count
    var lines = sorted.prefix(mostLines).map {
      "\($0.severity.rawValue) \($0.rule): \($0.diagnostic.message)"
    }
    if sorted.count > mostLines { lines.append("and \(sorted.count - mostLines) more") }
    return Callout(
      target: id, grade: Callout.Grade(grave),
      text: SeverityCounts.words(count, grave) + (rest > 0 ? " +\(rest)" : ""), tooltip: lines)
  }
}

extension Callout.Grade {
  init(_ severity: Diagnostic.Severity) {
    switch severity {
    case .info: self = .info
    case .warning: self = .warning
    case .error: self = .error
    }
  }
}
