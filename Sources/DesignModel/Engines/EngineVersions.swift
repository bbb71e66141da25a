/// Versions of products, as of 2026-06, by the number of parts that tells releases apart.
package enum EngineVersions {
  /// Of products whose column types are not checked.
  static let others: [String: [String]] = [
    "redis": ["1", "2", "3", "4", "5", "6", "7", "8"],
    "valkey": ["7", "8", "9"],
    "cassandra": ["0", "1", "2", "3", "4", "5"],
    "elasticsearch": ["0", "1", "2", "5", "6", "7", "8", "9"],
    "opensearch": ["1", "2", "3"],
    "kafka": ["0", "1", "2", "3", "4"],
    "rabbitmq": ["1", "2", "3", "4"],
    "neo4j": ["1", "2", "3", "4", "5"],
  ]

  /// Whether a design may name a version of a product: it exists, or nothing is known of the product's versions.
  package static func exists(_ version: String, of engine: String) -> Bool {
    let known = known(of: engine)
    return known.isEmpty || exists(version, among: known)
  }

  /// The versions of a product, oldest first; none when they are not known.
  static func known(of engine: String) -> [String] { Engine.named(engine)?.versions ?? others[engine] ?? [] }

  /// Whether a version is one of those known, or newer than all of them. Versions with letters are not judged.
  static func exists(_ version: String, among known: [String]) -> Bool {
    guard let wanted = parts(version), let newest = known.last.flatMap(parts) else { return true }
    if newest.lexicographicallyPrecedes(wanted) { return true }
    return known.contains { one in
      guard let parts = parts(one) else { return false }
      let shared = min(parts.count, wanted.count)
      return parts.prefix(shared) == wanted.prefix(shared)
    }
  }

  /// The known versions round one that is not.
  static func nearest(to version: String, among known: [String]) -> [String] {
    guard let wanted = parts(version) else { return [] }
    let after =
      known.firstIndex { (parts($0) ?? []).lexicographicallyPrecedes(wanted) == false } ?? known.count
    return Array(known[max(0, after - 2)..<min(known.count, after + 2)])
  }

  private static func parts(_ version: String) -> ArraySlice<Int>? {
    let text = version.hasPrefix("v") ? version.dropFirst() : version[...]
    var out: [Int] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      guard let number = Int(part) else { return nil }
      out.append(number)
    }
    return out[...]
  }
}
