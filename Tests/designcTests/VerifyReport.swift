import Foundation
import Testing

/// What `designc verify --format json` wrote.
struct VerifyReport: Decodable {
  struct Entry: Decodable {
    let rule: String
    let name: String
    let severity: String
    let subject: String?
    let message: String
    let notes: [String]
    let help: [String]
    let place: Place?

    var line: String { "\(rule) \(severity) \(message)" }
  }

  struct Place: Decodable {
    let file: String
    let line: Int
    let column: Int
  }

  let findings: [Entry]

  init(_ result: Command.Result) throws {
    try #require(result.status < 2, "\(result.error)\(result.output)")
    self = try JSONDecoder().decode(Self.self, from: Data(result.output.utf8))
  }

  /// Expects these findings and no others, each by the beginning of `CODE severity message`, in any order; and the exit
  /// status that follows from them.
  static func expect(
    _ wanted: [String], _ result: Command.Result, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let report = try VerifyReport(result)
    var rest = report.findings
    for one in wanted {
      guard let at = rest.firstIndex(where: { $0.line.hasPrefix(one) }) else {
        Issue.record("missing: \(one)\nthere are: \(rest.map(\.line))", sourceLocation: sourceLocation)
        continue
      }
      rest.remove(at: at)
    }
    #expect(rest.map(\.line) == [], sourceLocation: sourceLocation)
    #expect(
      report.findings.allSatisfy { $0.place != nil && !$0.name.isEmpty }, sourceLocation: sourceLocation)
    let hasErrors = wanted.contains { $0.split(separator: " ").dropFirst().first == "error" }
    #expect(result.status == (hasErrors ? 1 : 0), sourceLocation: sourceLocation)
  }
}
