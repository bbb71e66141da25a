import DesignSource

/// How many findings there are of each severity.
struct SeverityCounts: Sendable, Hashable {
  let error: Int
  let warning: Int
  let info: Int

  init(_ severities: [Diagnostic.Severity]) {
    error = severities.count { $0 == .error }
    warning = severities.count { $0 == .warning }
    info = severities.count { $0 == .info }
  }

  var isEmpty: Bool { error + warning + info == 0 }

  /// `2 errors, 1 warning, 3 remarks`; empty when there is none.
  var words: String {
    [(error, Diagnostic.Severity.error), (warning, .warning), (info, .info)].filter { $0.0 > 0 }.map {
      Self.words($0.0, $0.1)
    }.joined(separator: ", ")
  }

  /// `1 remark`
  static func words(_ count: Int, _ severity: Diagnostic.Severity) -> String {
    "\(count) \(severity == .info ? "remark" : severity.rawValue)\(count == 1 ? "" : "s")"
  }
}
