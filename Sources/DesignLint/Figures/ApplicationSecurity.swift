/// Which requirement of a standard each rule looks after, and from which level on.
///
/// OWASP Application Security Verification Standard 5.0.0 (2025-05), chapters 3 to 16.
enum ApplicationSecurity {
  struct Requirement: Sendable {
    /// As the standard numbers it.
    let number: String
    /// 1 to 3.
    let level: Int
    /// Whether also what is a remark by itself breaks it.
    let includesRemarks: Bool

    init(_ number: String, _ level: Int, includesRemarks: Bool = false) {
      self.number = number
      self.level = level
      self.includesRemarks = includesRemarks
    }
  }

  static let requirements: [String: Requirement] = [
    "API008": Requirement("6.3.1", 1), "DAT020": Requirement("14.2.7", 3, includesRemarks: true),
    "OPS012": Requirement("16.3.1 and 16.4.3", 2), "SEC001": Requirement("11.4.2", 2),
    "SEC003": Requirement("11.4.2", 2), "SEC004": Requirement("6.2.8", 1),
    "SEC005": Requirement("6.2.1 to 6.2.12", 2), "SEC006": Requirement("11.3.2", 1),
    "SEC007": Requirement("11.4.1", 1), "SEC008": Requirement("11.2.3", 2),
    "SEC009": Requirement("12.3.1", 2), "SEC011": Requirement("13.2.1", 2),
    "SEC012": Requirement("10.4.4", 1), "SEC016": Requirement("13.3.1", 2),
    "SEC017": Requirement("13.3.4", 3, includesRemarks: true), "SEC020": Requirement("14.1.2", 2),
    "SEC021": Requirement("14.1.1", 2), "SEC022": Requirement("14.2.1", 1),
    "SEC023": Requirement("8.4.1", 2), "SEC024": Requirement("9.2.1 and 10.4.5", 1),
    "WEB005": Requirement("3.4.2", 1),
  ]
}
