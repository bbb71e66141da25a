package import DesignLint
package import DesignSource

/// Something to report: a mistake in the text, a finding of the review, or a finding that was accepted. Every report
/// format is written from a list of these.
package struct ReportedResult: Sendable {
  package let diagnostic: Diagnostic
  /// The element's path; nil for mistakes in the text.
  package let subject: String?
  /// Set when somebody took responsibility for it.
  package let acceptance: Acceptance?
  /// Whether a baseline covers it.
  package let isCovered: Bool

  /// Whether somebody has still to do something about it.
  var isOpen: Bool { acceptance == nil && !isCovered }

  /// A mistake in the text.
  package init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
    subject = nil
    acceptance = nil
    isCovered = false
  }

  package init(_ finding: Finding, isCovered: Bool = false) {
    diagnostic = finding.diagnostic
    subject = finding.subject
    acceptance = nil
    self.isCovered = isCovered
  }

  package init(_ accepted: AcceptedFinding) {
    diagnostic = accepted.finding.diagnostic
    subject = accepted.finding.subject
    acceptance = accepted.acceptance
    isCovered = false
  }

  /// Everything that a review came to: open findings, accepted ones, then those that a baseline covers.
  package static func all(_ result: ReviewResult) -> [ReportedResult] {
    result.findings.map { ReportedResult($0) } + result.accepted.map { ReportedResult($0) }
      + result.covered.map { ReportedResult($0, isCovered: true) }
  }
}

/// Identities of results that survive edits elsewhere: they hold the rule, the element and a running number among equals,
/// never a line or the words of the message.
struct Fingerprints {
  private var count: [String: Int] = [:]

  /// 16 hexadecimal digits.
  mutating func next(_ result: ReportedResult) -> String {
    let key = "\(result.diagnostic.code)\u{0}\(result.subject ?? "")"
    count[key, default: 0] += 1
    // FNV-1a, 64 bits: an identity, not a secret.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "\(key)\u{0}\(count[key] ?? 1)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
