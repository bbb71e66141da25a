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

  /// A mistake in the text.
  package init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
    subject = nil
    acceptance = nil
  }

  package init(_ finding: Finding) {
    diagnostic = finding.diagnostic
    subject = finding.subject
    acceptance = nil
  }

  package init(_ accepted: AcceptedFinding) {
    diagnostic = accepted.finding.diagnostic
    subject = accepted.finding.subject
    acceptance = accepted.acceptance
  }

  /// Everything that a review came to, accepted findings last.
  package static func all(_ result: ReviewResult) -> [ReportedResult] {
    result.findings.map { ReportedResult($0) } + result.accepted.map { ReportedResult($0) }
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
