import DesignSource

/// Results as GitLab's code-quality report (the part of Code Climate's format that GitLab reads).
package enum GitLabCodeQuality {
  private struct Entry: Encodable {
    let description: String
    let checkName: String
    let fingerprint: String
    let severity: String
    let location: Location

    enum CodingKeys: String, CodingKey {
      case description, fingerprint, severity, location
      case checkName = "check_name"
    }
  }

  private struct Location: Encodable {
    let path: String
    let lines: Lines
  }

  private struct Lines: Encodable { let begin: Int }

  /// A JSON array; findings that are accepted or in a baseline are left out, since GitLab has no word for them.
  package static func write(_ results: [ReportedResult], _ places: Places) throws(EncodingFailure) -> [UInt8]
  {
    var fingerprints = Fingerprints()
    var entries: [Entry] = []
    for result in results where result.isOpen {
      let place = places.place(result.diagnostic.range)
      entries.append(
        Entry(
          description: result.diagnostic.message, checkName: result.diagnostic.code,
          fingerprint: fingerprints.next(result), severity: severity(result.diagnostic.severity),
          location: Location(path: place?.file ?? "", lines: Lines(begin: place?.line ?? 1))))
    }
    return try encodedJSON(entries)
  }

  private static func severity(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
