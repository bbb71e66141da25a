/// Where a PostgreSQL database is, as libpq writes it (PostgreSQL 18 manual, section 34.1.1.2), without what is secret in it.
package struct DatabaseURL: Sendable, Hashable {
  /// The URL without its password, for a command line that others can see.
  package let withoutPassword: String
  /// Nil when there is none, so that the environment and `~/.pgpass` are asked.
  package let password: String?
  /// For people: without the options, which could hold anything.
  package let shown: String

  /// Why a text is no such URL, as a sentence. It holds nothing of the text, which may have a password in it.
  package struct Problem: Error, Sendable, Hashable { package let reason: String }

  package init(_ text: String) throws(Problem) {
    guard let scheme = ["postgresql://", "postgres://"].first(where: { text.hasPrefix($0) }) else {
      throw Problem(reason: "it begins with `postgresql://`")
    }
    guard text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }) else {
      throw Problem(reason: "spaces and control characters are written with `%` and two digits, as in `%20`")
    }
    let rest = text.dropFirst(scheme.count)
    let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    let authority = rest[..<end]
    guard rest.count(where: { $0 == "@" }) <= 1, !rest[end...].contains("@") else {
      throw Problem(
        reason: "`@`, `/`, `?` and `#` within a password are written as `%40`, `%2F`, `%3F` and `%23`")
    }
    var password: String?
    var host = authority
    var user = ""
    if let at = authority.firstIndex(of: "@") {
      let parts = authority[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      user = String(parts[0])
      if parts.count > 1 { password = try Self.decoded(parts[1]) }
      host = authority[authority.index(after: at)...]
    }
    let tail = rest[end...].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var options: [Substring] = []
    for option in tail.dropFirst().first?.split(separator: "&") ?? [] {
      switch option.split(separator: "=", omittingEmptySubsequences: false).first {
      case "password": password = try Self.decoded(option.dropFirst("password=".count))
      case "sslpassword":
        throw Problem(reason: "`sslpassword` is no part of a URL here; name a service file with `service=`")
      default: options.append(option)
      }
    }
    let name = user.isEmpty ? "" : "\(user)@"
    shown = "\(scheme)\(name)\(host)\(tail.first ?? "")"
    withoutPassword = shown + (options.isEmpty ? "" : "?\(options.joined(separator: "&"))")
    self.password = password
  }

  /// A text of others without the password, in both ways in which it could stand in it.
  package func hidingPassword(in text: String) -> String {
    guard let password, !password.isEmpty else { return text }
    return text.replacing(password, with: "…")
  }

  private static func decoded(_ text: Substring) throws(Problem) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else {
        throw Problem(
          reason: "behind each `%` of a password stand two hexadecimal digits; `%` itself is `%25`")
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
