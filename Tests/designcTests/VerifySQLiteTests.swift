import Foundation
import TestSupport
import Testing

/// `designc verify DATABASE --sqlite`, against real files.
@Suite(.enabled(if: PeerTests.tool("sqlite3") != nil, "Debian's package sqlite3 is not installed"))
struct VerifySQLiteTests {
  /// Columns of a table `t` with a key in the design and in the database, and what is found.
  struct Case: Sendable, CustomTestStringConvertible {
    let design: String
    let sql: String
    let findings: [String]

    init(_ design: String, _ sql: String, _ findings: String...) {
      self.design = design
      self.sql = sql
      self.findings = findings
    }

    var testDescription: String { "\(design) | \(sql)" }
  }

  static let cases: [Case] = [
    // Lengths, and types that SQLite has no class of storage for, say nothing.
    Case(
      "a: varchar(20)  b: boolean  c: datetime  d: date  e: numeric(12, 2)  f: bigint  g: uuid  h: json  i: real",
      "a TEXT NOT NULL, b INTEGER NOT NULL, c TEXT NOT NULL, d INT NOT NULL, e REAL NOT NULL, f INTEGER NOT NULL, g BLOB NOT NULL, h TEXT NOT NULL, i NUMERIC NOT NULL"
    ),
    Case("a: text", "a NOT NULL"),
    Case("a: text", "a VARCHAR(5) NOT NULL"),
    Case("a: int", "a TEXT NOT NULL", "VER005 error `d.t.a` is `TEXT` in the database, not `int`"),
    Case("a: text", "a INTEGER NOT NULL", "VER005 error `d.t.a` is `INTEGER` in the database, not `text`"),
    Case("a: blob", "a TEXT NOT NULL", "VER005 error `d.t.a` is `TEXT` in the database, not `blob`"),
    Case("a: boolean", "a TEXT NOT NULL", "VER005 error `d.t.a` is `TEXT` in the database, not `boolean`"),
    Case("a: text", "a TEXT", "VER006 error `d.t.a` may be null in the database"),
    Case("a: text?", "a TEXT NOT NULL", "VER006 error `d.t.a` must not be null in the database"),
    Case(
      "a: boolean default true  b: datetime default `current_timestamp`  c: text default \"x\"",
      "a INTEGER NOT NULL DEFAULT 1, b TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP, c TEXT NOT NULL DEFAULT 'x'"),
    Case(
      "a: boolean default true", "a INTEGER NOT NULL DEFAULT 0",
      "VER007 error `d.t.a` has the default `0` in the database, not `true`"),
    Case("a: int default 1", "a INTEGER NOT NULL", "VER007 error `d.t.a` has no default in the database"),
    Case("a: text? generated `lower(1)`", "a TEXT GENERATED ALWAYS AS (lower(1)) VIRTUAL"),
    Case("a: text? generated `lower(1)`", "a TEXT", "VER007 error `d.t.a` is a plain column in the database"),
    Case("a: text", "a TEXT NOT NULL, b TEXT", "VER004 warning `d.t` has a column `b` in the database"),
    Case(
      "a: text", "other INT", "VER003 error `d.t` has no column `a`",
      "VER004 warning `d.t` has a column `other`"),
    Case("a: text unique", "a TEXT NOT NULL UNIQUE"),
    Case("a: text unique", "a TEXT NOT NULL", "VER009 error `d.t` does not keep (a) unique in the database"),
    Case("a: text", "a TEXT NOT NULL UNIQUE", "VER009 error `d.t` keeps (a) unique in the database"),
    Case("a: text  index (a)", "a TEXT NOT NULL); CREATE INDEX i ON t (a"),
    Case(
      "a: text  index (a)", "a TEXT NOT NULL",
      "VER011 warning the index on (a) of `d.t` is not in the database"),
    Case(
      "a: text", "a TEXT NOT NULL); CREATE INDEX i ON t (a", "VER011 warning `d.t` has an index `i` on (a)"),
    Case("a: text  index (`lower(a)`)", "a TEXT NOT NULL); CREATE INDEX i ON t (lower(a)"),
    Case("a: int? -> t.id on delete cascade", "a INTEGER REFERENCES t ON DELETE CASCADE"),
    Case(
      "a: int? -> t.id on delete cascade", "a INTEGER REFERENCES t (id) ON DELETE SET NULL",
      "VER010 error the foreign key (a) of `d.t` is `on delete set null`"),
    Case("a: int? -> t.id", "a INTEGER", "VER010 error `d.t` (a) does not refer to `d.t` in the database"),
    Case("a: int?", "a INTEGER REFERENCES t", "VER010 error `d.t` (a) refers to `t` in the database"),
    Case(
      "a: int?", "a INTEGER); CREATE TABLE extra (x INT", "VER002 warning the database has a table `extra`"),
    Case(
      "a: int?", "a INTEGER); CREATE VIRTUAL TABLE search USING fts5(x",
      "VER002 warning the database has a table `search`"),
  ]

  @Test(arguments: cases) func tellsDifferences(_ one: Case) throws {
    let command = try Command()
    try command.write(
      "a.design", "database d: sqlite 3 { table t { id: integer primary key  \(one.design) } }")
    try Self.make("a.db", "CREATE TABLE t (id INTEGER PRIMARY KEY, \(one.sql));", in: command)
    try VerifyReport.expect(
      one.findings, try command.run("verify", "d", "--sqlite", "a.db", "--format", "json"))
  }

  @Test func keys() throws {
    let command = try Command()
    func check(_ design: String, _ sql: String, _ findings: String...) throws {
      try command.write("a.design", "database d: sqlite 3 { \(design) }")
      try? FileManager.default.removeItem(at: command.folder.appending(path: "a.db"))
      try Self.make("a.db", sql, in: command)
      try VerifyReport.expect(
        findings, try command.run("verify", "d", "--sqlite", "a.db", "--format", "json"))
    }
    // By the letter of its catalog a key of SQLite may be null.
    try check("table t { id: text primary key }", "CREATE TABLE t (id TEXT PRIMARY KEY);")
    try check("table t { id: integer primary key identity }", "CREATE TABLE t (id INTEGER PRIMARY KEY);")
    try check(
      "table t { id: int primary key identity }", "CREATE TABLE t (id INT PRIMARY KEY);",
      "VER007 error `d.t.id` is not counted up by the database")
    try check(
      "table t { a: int  b: int  primary key (a, b) }",
      "CREATE TABLE t (a INT NOT NULL, b INT NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID;")
    try check(
      "table t { a: int  b: int  primary key (a, b) }", "CREATE TABLE t (a INT PRIMARY KEY, b INT NOT NULL);",
      "VER008 error the primary key of `d.t` is (a) in the database, not (a, b)")
    try check(
      "table t { id: int primary key }  view v { id: int }",
      "CREATE TABLE t (id INT PRIMARY KEY); CREATE VIEW v AS SELECT id FROM t;")
    try check(
      "table t { id: int primary key }", "CREATE TABLE other (id INT PRIMARY KEY);",
      "VER001 error the table `d.t`", "VER002 warning the database has a table `other`")
  }

  /// Every format that a review has, and its exit status.
  @Test func writesEveryFormat() throws {
    let command = try Command()
    try command.write("a.design", "database d: sqlite 3 { table t { id: int primary key  a: text } }")
    try Self.make("a.db", "CREATE TABLE t (id INT PRIMARY KEY, a TEXT NOT NULL, b TEXT);", in: command)
    let formats = [
      ("text", "warning[VER004 column-extra]: `d.t` has a column `b`"), ("json", #""rule" : "VER004""#),
      ("sarif", #""ruleId" : "VER004""#), ("junit", #"name="VER001""#), ("github", "::warning"),
      ("gitlab", "VER004"), ("markdown", "VER004"),
    ]
    for (format, part) in formats {
      let result = try command.run(
        "verify", "d", "--sqlite", "a.db", "--format", format, "--report", "\(format)=out.\(format)")
      #expect(result.status == 0 && result.output.contains(part), "\(format): \(result.output)")
      #expect(try command.read("out.\(format)").contains(part))
      #expect(
        try command.run("verify", "d", "--sqlite", "a.db", "--fail-on", "warning", "--format", format).status
          == 1)
    }
    try command.write("designc.yml", "fail-on: warning\n")
    #expect(try command.run("verify", "d", "--sqlite", "a.db").status == 1)
  }

  @Test func quietSaysOnlyWhatIsWrong() throws {
    let command = try Command()
    try command.write("a.design", "database d: sqlite 3 { table t { id: int primary key } }")
    try Self.make("a.db", "CREATE TABLE t (id INT PRIMARY KEY);", in: command)
    let result = try command.run("verify", "d", "--sqlite", "a.db", "--quiet")
    #expect(result.status == 0 && result.output.isEmpty && result.error.isEmpty)
  }

  /// The file is looked at and never written to, not even made.
  @Test func leavesTheFileAsItIs() throws {
    let command = try Command()
    try command.write("a.design", "database d: sqlite 3 { table t { id: int primary key } }")
    try Self.make("a.db", "CREATE TABLE t (id INT PRIMARY KEY);", in: command)
    let before = try Data(contentsOf: command.folder.appending(path: "a.db"))
    #expect(try command.run("verify", "d", "--sqlite", "a.db").status == 0)
    #expect(try Data(contentsOf: command.folder.appending(path: "a.db")) == before)
    let missing = try command.run("verify", "d", "--sqlite", "b.db")
    #expect(missing.status == 74 && missing.error == "designc: b.db: there is no such file\n")
    #expect(!command.files(in: ".").contains("b.db"))
  }

  @Test func saysWhatIsWrong() throws {
    let command = try Command()
    try command.write(
      "a.design",
      "database d: sqlite 3 { table t { id: int primary key } }\ndatabase p: postgresql 17\napplication a: service { api x: rest { GET /x -> int } }"
    )
    try command.write(
      "no.db", "this is no database, but a text that is long enough to be looked at as one, and so on")
    try Self.make("a.db", "CREATE TABLE t (id INT PRIMARY KEY);", in: command)
    func expect(_ arguments: [String], _ status: Int32, _ part: String, environment: [String: String] = [:])
      throws
    {
      let result = try command.run(["verify"] + arguments, environment: environment)
      #expect(result.status == status && result.error.contains(part), "\(arguments): \(result)")
    }
    try expect(["d", "--sqlite", "no.db"], 74, "file is not a database")
    try expect(["d", "--sqlite", "."], 74, "this is a directory, not a SQLite file")
    try expect(["d", "--sqlite", "a.db"], 74, "apt install sqlite3", environment: ["PATH": "/nonexistent"])
    try expect(["d", "--postgres", "postgresql://x"], 64, "'d' is a database of sqlite, not of postgresql")
    try expect(["p", "--sqlite", "a.db"], 64, "'p' is a database of postgresql, not of sqlite")
    try expect(
      ["a.x", "--sqlite", "a.db"], 64, "'a.x' is an api; --sqlite and --postgres go with a database")
    try expect(["d", "--openapi", "a.yaml"], 64, "'d' is a database; --openapi and --http go with an api")
    try expect(["d"], 64, "name what was built")
    try expect(
      ["d", "--sqlite", "a.db", "--postgres", "postgresql://x"], 64, "name one thing that was built")
    try expect(["e", "--sqlite", "a.db"], 64, "There is no api, database called 'e'")
    try expect(["d", "--sqlite", "a.db", "--report", "json=a.design"], 64, "written over the design")
    try expect(
      ["d", "--sqlite", "a.db", "--report", "json=x", "--report", "sarif=x"], 64,
      "two reports would be written to 'x'")
    try command.write("bad.design", "databse x")
    try expect(["d", "--sqlite", "a.db"], 2, "nothing was verified")
  }

  private static func make(_ name: String, _ sql: String, in command: Command) throws {
    let path = command.folder.appending(path: name).path(percentEncoded: false)
    #expect(try command.tool("sqlite3", ["-bail", path, sql]) == 0, "\(sql)")
  }
}
