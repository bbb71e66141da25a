import ArgumentParser
import DesignLint
import DesignVerify

import struct DesignModel.Element
import struct DesignModel.Engine
import struct DesignModel.Model

/// What was built, where it can be asked.
struct VerifyTarget: ParsableArguments {
  @Option(help: ArgumentHelp("A SQLite database.", valueName: "file"), completion: .file())
  var sqlite: String?

  @Option(
    help: ArgumentHelp(
      "A PostgreSQL database, as postgresql://user@host/name; the password stands in PGPASSWORD or ~/.pgpass.",
      valueName: "url"))
  var postgres: String?

  /// What came of it.
  struct Result {
    var findings: [Finding] = []
    /// What was looked for.
    var checked: [Deviation] = []
  }

  func validate() throws {
    let named = [sqlite, postgres].compactMap { $0 }
    guard named.count <= 1 else {
      throw ValidationError("--sqlite and --postgres name one database each; give one")
    }
    if named.isEmpty {
      throw ValidationError("name what was built: --sqlite or --postgres for a database")
    }
    _ = try databaseURL()
  }

  /// Asks what was built and holds it against the design.
  func verify(_ element: Element, in model: Model, _ messages: MessageOptions) throws -> Result {
    try verifyDatabase(element, in: model, messages)
  }

  // MARK: Databases

  private func databaseURL() throws -> DatabaseURL? {
    guard let postgres else { return nil }
    do {
      return try DatabaseURL(postgres)
    } catch {
      throw ValidationError("--postgres takes a URL: \(error.reason)")
    }
  }

  private func verifyDatabase(_ element: Element, in model: Model, _ messages: MessageOptions) throws
    -> Result
  {
    guard element.kind == .database else {
      throw ValidationError(
        "'\(element.path)' is an \(element.kind.noun), and --sqlite and --postgres read databases")
    }
    let url = try databaseURL()
    let engine: BuiltDatabase.Engine = url == nil ? .sqlite : .postgresql
    // A product whose types are not known here may well speak as another.
    if let own = element.subtype, own != engine.rawValue, Engine.named(own) != nil {
      throw ValidationError("'\(element.path)' is a database of \(own), not of \(engine.rawValue)")
    }
    let built = try messages.step("read the tables") {
      try url.map(LiveDatabase.postgresql) ?? LiveDatabase.sqlite(sqlite ?? "")
    }
    return Result(
      findings: DatabaseComparison.findings(of: element, in: model, against: built),
      checked: Deviation.ofDatabases)
  }
}
