import DesignVerify

/// Tables of a live database, read by the programs that come with it: they know every way to sign in, and nobody who does
/// not ask needs their libraries.
enum LiveDatabase {
  /// A catalog larger than this is of no database that a design describes.
  private static let bounds = Program.Bounds(seconds: 60, bytes: 256 * 1024 * 1024)

  /// The tables of a SQLite file, which is not written to.
  ///
  /// - Throws: after saying why, when it cannot be read.
  static func sqlite(_ path: String) throws -> BuiltDatabase {
    switch DesignFiles.kind(path) {
    case .missing: throw refused("\(path): there is no such file")
    case .directory: throw refused("\(path): this is a directory, not a SQLite file")
    case .special: throw refused("\(path): this is no file, so no SQLite database either")
    case .file: break
    }
    let program = try program("sqlite3", remedy: "`apt install sqlite3`, `brew install sqlite`")
    // What stands in ~/.sqliterc would change what is written.
    let arguments = [
      "-init", "/dev/null", "-batch", "-readonly", "-list", path.hasPrefix("-") ? "./\(path)" : path,
    ]
    let answer = try Program.run(program, arguments, input: Array(Catalog.sqlite.utf8), bounds: bounds)
    let help =
      answer.error.contains("pragma_table_list") ? "SQLite 3.37 or newer is needed" : nil
    return try read(answer, of: .sqlite, "sqlite3 cannot read \(path)", answer.error, help)
  }

  /// The tables of a PostgreSQL database, within a transaction that only reads.
  ///
  /// - Throws: after saying why, when it cannot be read. What is said never holds the password.
  static func postgresql(_ url: DatabaseURL) throws -> BuiltDatabase {
    let program = try program("psql", remedy: "`apt install postgresql-client`, `brew install libpq`")
    var environment = ["PGCONNECT_TIMEOUT": Platform.environment("PGCONNECT_TIMEOUT") ?? "10"]
    environment["PGPASSWORD"] = url.password ?? Platform.environment("PGPASSWORD")
    // Messages are looked at by people, and their encoding is ours.
    environment["PGCLIENTENCODING"] = "UTF8"
    let answer = try Program.run(
      program,
      [
        "--no-psqlrc", "--no-password", "--quiet", "--no-align", "--tuples-only", "--set", "ON_ERROR_STOP=1",
        "--dbname", url.withoutPassword, "--file", "-",
      ], input: Array(Catalog.postgresql.utf8), environment: environment, bounds: bounds)
    let reason = url.hidingPassword(in: answer.error)
    let help =
      reason.contains("no password supplied")
      ? "give the password in PGPASSWORD, in ~/.pgpass, or in the URL" : nil
    return try read(answer, of: .postgresql, "psql cannot read \(url.shown)", reason, help)
  }

  private static func program(_ name: String, remedy: String) throws -> String {
    guard let path = Program.path(of: name) else {
      throw refused(
        "live databases are read by \(name), which is not installed", help: "install it: \(remedy)")
    }
    return path
  }

  private static func read(
    _ answer: Program.Answer, of engine: BuiltDatabase.Engine, _ failure: String, _ reason: String,
    _ help: String?
  ) throws -> BuiltDatabase {
    switch answer.broken {
    case .tooLong: throw refused("\(failure): no answer within \(bounds.seconds) seconds")
    case .tooMuch: throw refused("\(failure): its catalog has more than \(bounds.bytes / 1_048_576) MiB")
    case nil: break
    }
    guard answer.status == 0, answer.error.isEmpty || !answer.output.isEmpty else {
      throw refused("\(failure): \(reason)", help: help)
    }
    do {
      return try CatalogReader.read(answer.output, of: engine)
    } catch {
      throw refused("\(failure): \(error.reason)")
    }
  }

  private static func refused(_ reason: String, help: String? = nil) -> any Error {
    Terminal.printError("designc: \(reason)\n" + (help.map { "  = help: \($0)\n" } ?? ""))
    return ExitStatus.inputOutput
  }
}
