import Crypto
import DesignDiagram

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Pictures that were drawn before. Where they are kept is another's matter; here it is only said under which key, and that
/// what comes back is what was kept.
package struct PictureStore: Sendable {
  private let identity: String
  private let read: @Sendable (_ key: String) -> [UInt8]?
  private let write: @Sendable (_ key: String, _ entry: [UInt8]) -> Void

  /// - Parameters:
  ///   - identity: names the program that draws, to the build: another may draw the same otherwise.
  ///   - read: what is kept under a key, in small hexadecimal digits; nil for nothing. It may be damaged.
  ///   - write: keeps an entry, if it can.
  package init(
    identity: String, read: @escaping @Sendable (_ key: String) -> [UInt8]?,
    write: @escaping @Sendable (_ key: String, _ entry: [UInt8]) -> Void
  ) {
    self.identity = identity
    self.read = read
    self.write = write
  }

  /// A picture as it was drawn before, else drawn now and kept.
  ///
  /// - Throws: `LayoutError` where Graphviz cannot be used.
  func painted(_ plan: PlannedPicture) throws -> PlannedPicture.Painted {
    guard let key = key(of: plan) else { return try plan.painted() }
    if let entry = read(key), let kept = Self.picture(of: entry) { return kept }
    let drawn = try plan.painted()
    write(key, Self.entry(of: drawn))
    return drawn
  }

  /// The SHA-256 of the identity and all of the plan; nil for a plan that cannot be encoded.
  package func key(of plan: PlannedPicture) -> String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let bytes = try? encoder.encode(plan) else { return nil }
    var hash = SHA256()
    hash.update(data: Data("\(identity.utf8.count) \(identity)".utf8))
    hash.update(data: bytes)
    return Self.hexadecimal(hash.finalize())
  }

  // MARK: Entries

  /// The digest of what follows it, the size, a line feed, the SVG.
  private static func entry(of picture: PlannedPicture.Painted) -> [UInt8] {
    let body = Array("\(picture.size.width) \(picture.size.height)\n".utf8) + picture.svg
    return Array(SHA256.hash(data: body)) + body
  }

  /// Nil for an entry that is not as it was kept.
  private static func picture(of entry: [UInt8]) -> PlannedPicture.Painted? {
    let body = entry.dropFirst(SHA256.byteCount)
    guard SHA256.hash(data: Array(body)).elementsEqual(entry.prefix(SHA256.byteCount)),
      let end = body.firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    let sides = String(decoding: body[..<end], as: UTF8.self).split(separator: " ").compactMap { Double($0) }
    guard sides.count == 2 else { return nil }
    return PlannedPicture.Painted(
      svg: Array(body[(end + 1)...]), size: Size(sides[0], sides[1]))
  }

  private static func hexadecimal(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let bytes = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension PictureStore? {
  /// From the store where there is one.
  func painted(_ plan: PlannedPicture) throws -> PlannedPicture.Painted {
    try self?.painted(plan) ?? plan.painted()
  }
}
