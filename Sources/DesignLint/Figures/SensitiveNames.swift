/// Names of columns that usually hold data about people, or secrets. Matched by whole words of the name.
enum SensitiveNames {
  private static let classes: [(words: [[String]], label: String)] = [
    (
      [
        ["ssn"], ["rrn"], ["nik"], ["nino"], ["passport"], ["passport", "number"], ["national", "id"],
        ["tax", "id"],
      ], "pii"
    ),
    ([["email"], ["e", "mail"], ["phone"], ["phone", "number"], ["mobile", "number"]], "pii"),
    ([["birth", "date"], ["birthdate"], ["birthday"], ["date", "of", "birth"], ["dob"]], "pii"),
    ([["card", "number"], ["pan"], ["cvv"], ["cvc"], ["card", "holder"], ["cardholder"]], "payment-card"),
    ([["iban"], ["bank", "account"], ["account", "number"]], "pii"),
    (
      [
        ["api", "key"], ["secret"], ["client", "secret"], ["access", "token"], ["refresh", "token"],
        ["private", "key"],
      ], "secret"
    ),
  ]

  /// The label that a column of this name should bear; nil when its name says nothing.
  static func label(for words: [String]) -> String? {
    for entry in classes {
      for pattern in entry.words where contains(words, pattern) { return entry.label }
    }
    return nil
  }

  /// At the end of the name: `email`, `contact_email`, but not `email_verified`.
  private static func contains(_ words: [String], _ pattern: [String]) -> Bool {
    words.count >= pattern.count && Array(words.suffix(pattern.count)) == pattern
  }
}
