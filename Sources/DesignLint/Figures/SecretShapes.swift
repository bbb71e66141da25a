/// What secrets look like, so that one that was pasted into a design is noticed.
///
/// Prefixes are those that the issuers document for secret scanning; as of 2025-06.
enum SecretShapes {
  static let asOf = "2025-06"

  private struct Shape {
    let prefix: String
    /// How many letters and digits follow at least.
    let length: Int
    let what: String
  }

  private static let shapes: [Shape] = [
    Shape(prefix: "AKIA", length: 16, what: "an AWS access key"),
    Shape(prefix: "ASIA", length: 16, what: "an AWS access key"),
    Shape(prefix: "ghp_", length: 36, what: "a GitHub token"),
    Shape(prefix: "gho_", length: 36, what: "a GitHub token"),
    Shape(prefix: "github_pat_", length: 22, what: "a GitHub token"),
    Shape(prefix: "glpat-", length: 20, what: "a GitLab token"),
    Shape(prefix: "sk_live_", length: 16, what: "a Stripe key"),
    Shape(prefix: "rk_live_", length: 16, what: "a Stripe key"),
    Shape(prefix: "xoxb-", length: 20, what: "a Slack token"),
    Shape(prefix: "xoxp-", length: 20, what: "a Slack token"),
    Shape(prefix: "AIza", length: 35, what: "a Google API key"),
    Shape(prefix: "npm_", length: 36, what: "an npm token"),
    Shape(prefix: "SG.", length: 40, what: "a SendGrid key"),
    Shape(prefix: "eyJ", length: 60, what: "a signed token"),
    Shape(prefix: "-----BEGIN", length: 0, what: "a private key"),
  ]

  /// Whether a text may hold a secret at all: most are words with spaces between them, and need no closer look.
  static func mayHoldSecret(_ bytes: ArraySlice<UInt8>) -> Bool {
    var run = 0
    var dashes = 0
    for byte in bytes {
      dashes = byte == UInt8(ascii: "-") ? dashes + 1 : 0
      let isSpace = byte <= 32
      run = isSpace ? 0 : run + 1
      if run > 16 || dashes >= 5 { return true }
    }
    return false
  }

  /// What a text holds that should be secret, and whether it does; texts that say they are examples hold nothing.
  static func secret(in text: String) -> String? {
    let bytes = Array(text.utf8)
    let suspects = shapes.filter { end(of: $0.prefix, in: bytes) != nil }
    guard !suspects.isEmpty || end(of: "://", in: bytes) != nil else { return nil }
    let lower = text.lowercased()
    guard !lower.contains("example"), !lower.contains("xxxx"), !lower.contains("…") else { return nil }
    for shape in suspects {
      guard let start = end(of: shape.prefix, in: bytes) else { continue }
      if shape.length == 0 { return text.contains("PRIVATE KEY") ? shape.what : nil }
      let rest = bytes[start...].prefix { isDigit($0) || isLetter($0) || "_-.+/=".utf8.contains($0) }
      // What is all letters or all the same is a word, no key.
      if rest.count >= shape.length, rest.contains(where: isDigit), Set(rest).count >= min(8, shape.length) {
        return shape.what
      }
    }
    return credentials(in: text)
  }

  /// The place after the first occurrence of a text. Over bytes: it is asked of every longer text of a design.
  private static func end(of part: String, in bytes: [UInt8]) -> Int? {
    let part = Array(part.utf8)
    guard bytes.count >= part.count, let first = part.first else { return nil }
    for start in 0...(bytes.count - part.count) where bytes[start] == first {
      if bytes[start..<start + part.count].elementsEqual(part) { return start + part.count }
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

  /// `scheme://user:password@host`
  private static func credentials(in text: String) -> String? {
    guard let scheme = text.range(of: "://") else { return nil }
    let authority = text[scheme.upperBound...].prefix { $0 != "/" && $0 != " " && $0 != "?" }
    guard let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") else {
      return nil
    }
    let password = authority[authority.index(after: colon)..<at]
    let isPlaceholder = password.isEmpty || ["$", "{", "<", "*", "%"].contains { password.hasPrefix($0) }
    return isPlaceholder || password.lowercased() == "password" ? nil : "an address with a password in it"
  }
}
