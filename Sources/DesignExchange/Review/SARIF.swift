package import DesignLint
import DesignSource

import struct DesignModel.DiagnosticCode

/// Results as SARIF 2.1.0 (OASIS, 2020-03): what code-scanning services of GitHub and others read.
package struct SARIFDocument: Encodable {
  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  /// - Parameters:
  ///   - rules: the rules that ran, the design's own among them; none when only mistakes are told.
  ///   - toolVersion: the version of the command.
  package init(_ results: [ReportedResult], _ places: Places, rules ran: [Rule] = [], toolVersion: String) {
    var fingerprints = Fingerprints()
    var rules: [RuleEntry] = []
    var index: [String: Int] = [:]
    for result in results.sorted(by: { $0.diagnostic.code < $1.diagnostic.code }) {
      let code = result.diagnostic.code
      guard index[code] == nil else { continue }
      index[code] = rules.count
      rules.append(RuleEntry(result.diagnostic, ran.first { $0.id == code } ?? Rule.named(code)))
    }
    let entries = results.map { result in
      Entry(
        result, ruleIndex: index[result.diagnostic.code] ?? 0, fingerprint: fingerprints.next(result), places)
    }
    runs = [
      Run(
        tool: Tool(driver: Driver(name: "designc", semanticVersion: toolVersion, rules: rules)),
        columnKind: "unicodeCodePoints", results: entries)
    ]
  }

  /// The document's bytes: keys in alphabetical order, a line feed at the end.
  package func bytes() throws(EncodingFailure) -> [UInt8] { try encodedJSON(self) }

  struct Run: Encodable {
    let tool: Tool
    let columnKind: String
    let results: [Entry]
  }

  struct Tool: Encodable { let driver: Driver }

  struct Driver: Encodable {
    let name: String
    let semanticVersion: String
    let rules: [RuleEntry]
  }

  struct Text: Encodable {
    let text: String
    var markdown: String?

    init(_ text: String, markdown: String? = nil) {
      self.text = text
      self.markdown = markdown
    }
  }

  /// §3.49: the id is stable, the name may change.
  struct RuleEntry: Encodable {
    let id: String
    let name: String?
    let shortDescription: Text?
    let fullDescription: Text?
    let help: Text?
    let defaultConfiguration: Configuration
    let properties: Properties?

    struct Configuration: Encodable { let level: String }

    struct Properties: Encodable { let tags: [String] }

    init(_ diagnostic: Diagnostic, _ rule: Rule?) {
      id = diagnostic.code
      name = rule?.name ?? (diagnostic.name.isEmpty ? nil : diagnostic.name)
      // What is no rule's is explained as `designc explain` does.
      let code = DiagnosticCode.named(diagnostic.code)
      shortDescription = (rule?.what ?? code?.title).map { Text($0) }
      fullDescription = (rule?.why ?? code?.explanation).flatMap { $0.isEmpty ? nil : Text($0) }
      help = rule.map { rule in
        let page = RulePage(rule)
        return Text(page.textBody, markdown: page.markdownBody)
      }
      defaultConfiguration = Configuration(level: (rule?.severity ?? diagnostic.severity).sarifLevel)
      properties = rule.map { rule in
        Properties(tags: Rule.reviewers.filter { $0.prefix == rule.prefix }.map { $0.name.lowercased() })
      }
    }
  }

  struct Entry: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Text
    let locations: [Location]
    let relatedLocations: [Location]?
    let partialFingerprints: [String: String]
    let fixes: [Fix]?
    let suppressions: [Suppression]?

    init(_ result: ReportedResult, ruleIndex: Int, fingerprint: String, _ places: Places) {
      let diagnostic = result.diagnostic
      ruleId = diagnostic.code
      self.ruleIndex = ruleIndex
      level = diagnostic.severity.sarifLevel
      message = Text(([diagnostic.message] + diagnostic.notes + diagnostic.help).joined(separator: "\n"))
      locations = [Location(diagnostic.range, places, message: nil, subject: result.subject)]
      // §3.27.22: no two may be equal.
      var seen: Set<Diagnostic.Label> = []
      let related = diagnostic.related.filter { seen.insert($0).inserted }.map {
        Location($0.range, places, message: $0.text, subject: nil)
      }
      relatedLocations = related.isEmpty ? nil : related
      partialFingerprints = ["designcElement/v1": fingerprint]
      let fixes = diagnostic.fixIts.compactMap { Fix($0, places) }
      self.fixes = fixes.isEmpty ? nil : fixes
      suppressions = result.acceptance.map { [Suppression($0)] } ?? (result.isCovered ? [.baseline] : nil)
    }
  }

  struct Location: Encodable {
    let physicalLocation: Physical?
    let logicalLocations: [Logical]?
    let message: Text?

    struct Physical: Encodable {
      let artifactLocation: Artifact
      let region: Region
    }

    struct Logical: Encodable { let fullyQualifiedName: String }

    init(_ range: SourceRange, _ places: Places, message: String?, subject: String?) {
      physicalLocation = places.place(range).map {
        Physical(artifactLocation: Artifact(uri: $0.file), region: Region($0))
      }
      logicalLocations = subject.map { [Logical(fullyQualifiedName: $0)] }
      self.message = message.map { Text($0) }
    }
  }

  /// §3.4.3: a URI reference, so bytes that may not stand in one are escaped.
  struct Artifact: Encodable {
    let uri: String

    init(uri path: String) {
      var out = ""
      for byte in path.utf8 {
        let isPlain =
          (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
          || "-._~/".utf8.contains(byte)
        out +=
          isPlain
          ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16).uppercased()
      }
      uri = out
    }
  }

  struct Region: Encodable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    let endColumn: Int

    init(_ place: PlaceEntry) {
      startLine = place.line
      startColumn = place.column
      endLine = place.endLine
      endColumn = place.endColumn
    }
  }

  struct Fix: Encodable {
    let description: Text
    let artifactChanges: [Change]

    struct Change: Encodable {
      let artifactLocation: Artifact
      let replacements: [Replacement]
    }

    struct Replacement: Encodable {
      let deletedRegion: Region
      let insertedContent: Text
    }

    init?(_ fixIt: Diagnostic.FixIt, _ places: Places) {
      guard let place = places.place(fixIt.range) else { return nil }
      description = Text(fixIt.title)
      artifactChanges = [
        Change(
          artifactLocation: Artifact(uri: place.file),
          replacements: [Replacement(deletedRegion: Region(place), insertedContent: Text(fixIt.replacement))])
      ]
    }
  }

  struct Suppression: Encodable {
    /// §3.35.2: written beside the design's elements, or elsewhere.
    let kind: String
    let status = "accepted"
    let justification: String

    /// A finding that was there when the project took the review up.
    static let baseline = Suppression(kind: "external", "in the baseline")

    private init(kind: String, _ justification: String) {
      self.kind = kind
      self.justification = justification
    }

    init(_ acceptance: Acceptance) {
      var parts = [acceptance.reason]
      if let by = acceptance.by { parts.append("by \(by)") }
      if let until = acceptance.until { parts.append("until \(until)") }
      if let ticket = acceptance.ticket { parts.append("ticket \(ticket)") }
      self.init(kind: "inSource", parts.joined(separator: ", "))
    }
  }
}

extension Diagnostic.Severity {
  /// §3.58.6
  fileprivate var sarifLevel: String { self == .info ? "note" : rawValue }
}
