import DesignSyntax

/// What a password policy may ask for, and how long browsers must keep to https.
///
/// Figures: NIST SP 800-63B-4 §3.1.1.2 (2025-07); OWASP ASVS 5.0 (2025-05) 3.4.1 and 6.2.9.
enum PasswordPolicy {
  /// Characters of a password at least, beside a second factor.
  static let least = 8
  /// Characters at least of a password that is the only factor.
  static let leastAlone = 15
  /// Characters that must be allowed at least.
  static let most = 64
  /// Bytes of a password that bcrypt looks at.
  static let bcryptBytes = 72
  /// Seconds for which browsers must be told to use https only.
  static let strictTransport = 365 * Quantity.day
}
