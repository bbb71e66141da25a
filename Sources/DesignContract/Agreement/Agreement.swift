import Crypto

/// The agreed form of a contract, as a lock file keeps it: who agreed to what, and when.
package struct Agreement: Sendable, Hashable {
  /// The path of the api, topic or database in the design.
  package let path: String
  /// The version of the api, when it has one.
  package let version: String?
  /// The day, as `2026-10-01`.
  package let date: String
  /// Each once, in order of the alphabet.
  package let signers: [String]
  /// What was agreed, without words that only people read.
  package let contract: Contract

  package init(path: String, version: String?, date: String, signers: [String], contract: Contract) {
    self.path = path
    self.version = version
    self.date = date
    self.signers = Set(signers).sorted()
    self.contract = contract.withoutWords.canonical
  }

  /// `agreed on 2026-10-01 by Back end and Front end`
  package var summary: String { "agreed on \(date) by \(signers.joined(separator: ", "))" }

  // MARK: The file

  private static let heading = "# What was agreed; written by `designc agree`, never by hand."

  /// The file: one fact a line, so that it can be reviewed and merged line by line.
  package var text: String {
    let lines = headLines + [""] + ContractLines.lines(of: contract)
    return "\(Self.heading)\n"
      + ([headLines[0], "digest sha256 \(Self.digest(lines))"] + lines.dropFirst())
      .joined(separator: "\n") + "\n"
  }

  private var headLines: [String] {
    ["contract \(path)"] + (version.map { ["version \($0)"] } ?? []) + ["agreed \(date)"]
      + signers.map { "signed \(JSONText.quoted($0))" }
  }

  /// Over all lines but the heading and the digest's own.
  private static func digest(_ lines: [String]) -> String {
    let digest = SHA256.hash(data: Array(lines.joined(separator: "\n").utf8))
    return digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }

  /// Why a lock file cannot be used, as the end of a sentence that begins with its name.
  package struct Problem: Error, Sendable, Hashable { package let reason: String }

  /// Reads a lock file. One whose content is not what its digest says is refused.
  package static func read(_ bytes: [UInt8]) throws(Problem) -> Agreement {
    var text = String(decoding: bytes, as: UTF8.self)
    text.replace("\r\n", with: "\n")
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    lines.removeAll { $0.hasPrefix("#") }
    if lines.contains(where: { $0.hasPrefix("<<<<<<<") || $0.hasPrefix(">>>>>>>") }) {
      throw Problem(reason: "holds both sides of a merge; settle the design, and agree again")
    }
    guard let path = lines.first?.after("contract ") else { throw Problem(reason: "is no agreement") }
    guard let at = lines.firstIndex(where: { $0.hasPrefix("digest sha256 ") }) else {
      throw Problem(reason: "has no digest")
    }
    let stated = lines.remove(at: at).after("digest sha256 ") ?? ""
    guard stated == digest(lines) else {
      throw Problem(reason: "was changed by hand: its content is not what its digest says")
    }
    let end = lines.firstIndex(of: "") ?? lines.endIndex
    let head = lines[..<end]
    guard let date = head.compactMap({ $0.after("agreed ") }).first else {
      throw Problem(reason: "does not say when it was agreed")
    }
    let signers = head.compactMap { $0.after("signed ") }.compactMap(JSONText.unquoted)
    guard let contract = ContractLines.contract(lines[end...].dropFirst()) else {
      throw Problem(reason: "holds a line that this version does not know")
    }
    return Agreement(
      path: path, version: head.compactMap { $0.after("version ") }.first, date: date, signers: signers,
      contract: contract)
  }
}

extension String {
  /// What follows a beginning; nil when it begins otherwise.
  func after(_ beginning: String) -> String? {
    hasPrefix(beginning) ? String(dropFirst(beginning.count)) : nil
  }
}
