#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An address of a service, http or https.
package struct WebAddress: Sendable, Hashable {
  /// Scheme, host and port: `http://127.0.0.1:8080`.
  package let origin: String
  /// As it was written; empty when there is none.
  package let path: String
  /// With its question mark; empty when there is none. It may hold secrets, so it is never shown.
  package let query: String
  package let host: String
  package let isEncrypted: Bool

  /// Why a text is no such address, as the end of a sentence. It holds nothing of the text, which may hold a password.
  package struct Problem: Error, Sendable, Hashable { package let reason: String }

  package init(_ text: String) throws(Problem) {
    guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
      ["http", "https"].contains(scheme)
    else { throw Problem(reason: "begins with `http://` or `https://`") }
    guard let host = parts.encodedHost?.lowercased(), !host.isEmpty else {
      throw Problem(reason: "names a host")
    }
    guard parts.user == nil, parts.password == nil else {
      throw Problem(reason: "holds no user or password; give them with --header \"Authorization: …\"")
    }
    let usual = scheme == "https" ? 443 : 80
    let port = parts.port.flatMap { $0 == usual ? nil : ":\($0)" } ?? ""
    origin = "\(scheme)://\(host)\(port)"
    path = parts.percentEncodedPath
    query = parts.percentEncodedQuery.map { "?\($0)" } ?? ""
    self.host = host
    isEncrypted = scheme == "https"
  }

  /// For people.
  package var shown: String { origin + path }

  /// The path as further ones stand behind it: without a slash at its end.
  package var prefix: String {
    var rest = path[...]
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    return String(rest)
  }

  /// The same without path and query.
  package var withoutPath: WebAddress { WebAddress(origin: origin, host: host, isEncrypted: isEncrypted) }

  private init(origin: String, host: String, isEncrypted: Bool) {
    self.origin = origin
    self.host = host
    self.isEncrypted = isEncrypted
    (path, query) = ("", "")
  }

  /// All of it.
  package var full: String { origin + path + query }

  /// Whether it never leaves the machine (RFC 6761, section 6.3, and RFC 1122, section 3.2.1.3).
  package var isLoopback: Bool {
    if host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    return parts.count == 4 && !parts.contains(nil) && parts[0] == 127
  }
}
