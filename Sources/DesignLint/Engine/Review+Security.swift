import DesignModel

/// What rules about security ask of elements and connections.
extension Review {
  /// Classes of data that do harm in the wrong hands.
  static let sensitiveClasses: Set<String> = [
    "pii", "personal", "payment-card", "payment", "health", "secret", "credential", "credentials",
    "confidential",
    "restricted", "password",
  ]

  /// Whether it runs where its user can see into it: a browser, a phone, a desktop; or is a user.
  func isClient(_ element: Element) -> Bool {
    switch element.kind {
    case .person: true
    case .application: element.subtype.map { Self.clientKinds.contains($0) } ?? false
    default: false
    }
  }

  /// Kinds of application that users hold in their hands.
  static let clientKinds: Set<String> = ["web", "mobile", "desktop"]

  /// Whether the connection leaves what one team controls: to or from users, others' systems, or the internet.
  func crossesTrustBoundary(_ connection: Connection) -> Bool {
    guard let target = connection.target else { return false }
    return [owner(connection.source), owner(target)].contains { element in
      isClient(element) || element.isExternal
        || ["internet", "partner"].contains(element.fact("exposure")?.word)
    }
  }

  /// The classes of sensitive data that a connection is said to carry.
  func sensitiveData(_ connection: Connection) -> [String] {
    (connection.fact("carries")?.words ?? []).filter { Self.sensitiveClasses.contains($0) }
  }

  /// The classes that a column is said to hold.
  func classes(_ column: Column) -> [String] { column.facts("classified").flatMap(\.words) }
}

extension Column {
  /// The words of the name, in lower case: `passwordHash` and `password_hash` are two words.
  var nameWords: [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasLower = false
    func end() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in name.utf8 {
      let isUpper = (65...90).contains(byte)
      if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") {
        end()
      } else {
        if isUpper, wasLower { end() }
        word.append(isUpper ? byte + 32 : byte)
      }
      wasLower = !isUpper
    }
    end()
    return words
  }

  /// Whether it keeps what a person proves with who they are: a password in whatever form.
  var isPassword: Bool {
    if facts("classified").contains(where: { $0.words.contains("password") }) { return true }
    // Most names hold no `p`, and are no password's.
    guard name.utf8.contains(where: { $0 | 32 == UInt8(ascii: "p") }) else { return false }
    var rest = nameWords
    let before = rest.count
    rest.removeAll { Self.passwordWords.contains($0) }
    return rest.count < before && rest.allSatisfy { Self.wordsBesidePassword.contains($0) }
      && !ColumnTypes.isNumberOrTime(type)
  }

  private static let passwordWords: Set<String> = ["password", "passwd", "pwd", "passphrase", "passcode"]
  /// Words that leave a password one: `password_changed_at` is none.
  private static let wordsBesidePassword: Set<String> = [
    "hash", "hashed", "digest", "encrypted", "enc", "md5", "sha1", "sha256", "bcrypt", "argon2", "user",
    "admin",
    "login", "account", "old", "new", "current", "previous", "salted", "crypt", "text", "value", "plain",
  ]
}
