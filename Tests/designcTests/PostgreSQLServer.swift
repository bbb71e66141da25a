import Foundation
import TestSupport

/// A real PostgreSQL in a directory of its own, which nobody reaches but through a socket there. It ends, and its directory
/// goes, when the tests end, however they do: it listens to a pipe that closes then.
final class PostgreSQLServer: Sendable {
  struct Failure: Error, CustomStringConvertible { let description: String }

  /// Started for the first test that asks.
  static let shared = Result { try PostgreSQLServer() }

  /// The directory of its programs; nil when it is not installed.
  private static let programs: String? = {
    let base = "/usr/lib/postgresql"
    let versions = ((try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []).compactMap { Int($0) }
    return versions.max().map { "\(base)/\($0)/bin" }
  }()

  static let isAvailable = programs != nil && PeerTests.tool("psql") != nil
  static let remedy = "Debian's packages postgresql and postgresql-client are not installed"

  static let password = "s3cr@t/of:tests"
  /// The same as URLs have it.
  static let escapedPassword = "s3cr%40t%2Fof%3Atests"

  private let directory: String
  private let input: Pipe
  private let process: Process

  private init() throws {
    guard let programs = Self.programs else { throw Failure(description: Self.remedy) }
    // Paths of sockets have at most 107 bytes.
    directory = "/tmp/designc-pg-\(UUID().uuidString.prefix(8))"
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", Self.script, "sh", directory, programs]
    process.environment = ["PATH": "\(programs):/usr/bin:/bin", "LC_ALL": "C", "PASSWORD": Self.password]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try process.run()
    (self.input, self.process) = (input, process)
    var said = ""
    while !said.contains("ready\n") {
      let part = output.fileHandleForReading.availableData
      guard !part.isEmpty else { throw Failure(description: said) }
      said += String(decoding: part, as: UTF8.self)
    }
  }

  /// It refuses to run as root, so that there it becomes the user that its package makes.
  private static let script = """
    set -e
    directory=$1
    trap 'rm -rf "$directory"' EXIT
    mkdir -m 700 "$directory"
    printf %s "$PASSWORD" >"$directory/password"
    as=
    if [ "$(id -u)" = 0 ]; then
      chown -R postgres "$directory"
      as="setpriv --reuid postgres --regid postgres --clear-groups"
    fi
    cd "$directory"
    $as initdb -D data -U app -A scram-sha-256 --pwfile password --no-sync -E UTF8 --locale C >/dev/null
    $as postgres -D data -k "$directory" -h '' -F -c logging_collector=off >log 2>&1 &
    server=$!
    while ! PGPASSWORD=$PASSWORD psql -h "$directory" -U app postgres -c 'SELECT 1' >/dev/null 2>&1; do
      kill -0 $server || { cat log; exit 1; }
      sleep 0.1
    done
    echo ready
    cat >/dev/null
    kill -INT $server
    wait $server || true
    """

  // MARK: Databases

  /// The address of a database, without the password.
  func url(_ database: String) -> String { "postgresql://app@/\(database)?host=\(directory)" }

  func urlWithPassword(_ database: String) -> String {
    "postgresql://app:\(Self.escapedPassword)@/\(database)?host=\(directory)"
  }

  /// Makes a database of a name that no other has, with what this SQL makes.
  func database(_ sql: String) throws -> String {
    let name = "d\(UUID().uuidString.filter { $0 != "-" }.lowercased())"
    try run("CREATE DATABASE \(name)", in: "postgres")
    try run(sql, in: name)
    return name
  }

  private func run(_ sql: String, in database: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/psql")
    process.arguments = ["-X", "-q", "-v", "ON_ERROR_STOP=1", url(database)]
    process.environment = ["PATH": "/usr/bin:/bin", "PGPASSWORD": Self.password]
    let (input, errors) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(sql.utf8))
    try input.fileHandleForWriting.close()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: String(decoding: said, as: UTF8.self))
    }
  }
}
