import DesignSource

/// A standard that a design is held to beyond the defaults.
package enum Profile: String, Sendable, Hashable, Comparable, CaseIterable {
  /// OWASP Application Security Verification Standard 5.0.0 (2025-05), by level: what a requirement of the level or a
  /// lower one forbids is an error.
  case asvs1 = "asvs-1"
  case asvs2 = "asvs-2"
  case asvs3 = "asvs-3"
  /// FIPS 140-3 (2019-03) and what NIST SP 800-140C and 800-140D approve for it: only approved algorithms.
  case fips

  package static func < (a: Profile, b: Profile) -> Bool { a.rawValue < b.rawValue }

  /// What it changes, in one line.
  package var what: String {
    switch self {
    case .asvs1: "OWASP ASVS 5.0.0, level 1: what it forbids is an error"
    case .asvs2: "OWASP ASVS 5.0.0, levels 1 and 2: what they forbid is an error"
    case .asvs3: "OWASP ASVS 5.0.0, all levels: what they forbid is an error"
    case .fips: "FIPS 140-3: only algorithms that NIST approves"
    }
  }

  /// The level of ASVS; nil for other standards.
  var level: Int? {
    switch self {
    case .asvs1: 1
    case .asvs2: 2
    case .asvs3: 3
    case .fips: nil
    }
  }

  /// Whether a finding of the rule that is of this severity by itself becomes an error.
  func raises(_ own: Diagnostic.Severity, of rule: String) -> Bool {
    guard let level, let requirement = ApplicationSecurity.requirements[rule], requirement.level <= level
    else { return false }
    return own == .warning || requirement.includesRemarks
  }

  /// The requirement that a rule looks after, for a note.
  func requirement(of rule: String) -> String? {
    guard level != nil, let requirement = ApplicationSecurity.requirements[rule] else { return nil }
    return "OWASP ASVS 5.0.0, \(requirement.number), asks for this from level \(requirement.level) on"
  }
}

extension Set<Profile> {
  /// Whether passwords must be kept as ASVS has it.
  var includesASVS: Bool { contains { $0.level != nil } }
}
