import DesignModel
import Foundation
import TestSupport
import Testing

/// `designc verify DATABASE --postgres`, against a real PostgreSQL.
@Suite(.enabled(if: PostgreSQLServer.isAvailable, "\(PostgreSQLServer.remedy)"))
struct VerifyPostgreSQLTests {
  /// What the design has in its database, what was built, and what is found: `CODE severity fragment of the message`.
  struct Case: Sendable, CustomTestStringConvertible {
    let design: String
    let sql: String
    let findings: [String]

    init(_ design: String, _ sql: String, _ findings: String...) { self.init(design, sql, findings) }

    init(_ design: String, _ sql: String, _ findings: [String]) {
      self.design = design
      self.sql = sql
      self.findings = findings
    }

    var testDescription: String { "\(design) | \(sql)" }
  }

  /// A table `t` with a key and further columns, on both sides.
  static func columns(_ design: String, _ sql: String, _ findings: String...) -> Case {
    Case(
      "table t { id: bigint primary key  \(design) }", "CREATE TABLE t (id bigint PRIMARY KEY, \(sql));",
      findings)
  }

  static let tables: [Case] = [
    Case("table t { id: int primary key }", "CREATE TABLE t (id int PRIMARY KEY);"),
    Case("table t { id: int primary key }", "", "VER001 error the table `d.t` is not in the database"),
    Case(
      "table products { id: int primary key }", "CREATE TABLE product (id int PRIMARY KEY);",
      "VER001 error the table `d.products` is not in the database"),
    Case(
      "table t { id: int primary key }", "CREATE VIEW t AS SELECT 1 AS id;",
      "VER001 error `d.t` is a view in the database, not a table"),
    Case("view v { id: int }", "CREATE VIEW v AS SELECT 1 AS id;"),
    Case("view v { id: int }", "CREATE MATERIALIZED VIEW v AS SELECT 1 AS id;"),
    Case(
      "view v { id: int  name: text }", "CREATE VIEW v AS SELECT 1 AS id;",
      "VER003 error `d.v` has no column `name` in the database"),
    Case(
      "table t { id: int primary key }", "CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE extra (id int);",
      "VER002 warning the database has a table `extra`"),
    Case(
      "table t { id: int primary key }",
      "CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE flyway_schema_history (id int); CREATE SCHEMA other; CREATE TABLE other.x (id int);"
    ),
    Case(
      "table t { id: int primary key }",
      "CREATE TABLE t (id int PRIMARY KEY) PARTITION BY RANGE (id); CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (1) TO (9);"
    ),
    Case(
      "schema sales { table t { id: int primary key } }",
      "CREATE SCHEMA sales; CREATE TABLE sales.t (id int PRIMARY KEY); CREATE TABLE sales.extra (id int);",
      "VER002 warning the database has a table `sales.extra`"),
    Case(
      "schema sales { table t { id: int primary key } }", "CREATE TABLE t (id int PRIMARY KEY);",
      "VER001 error the table `d.sales.t` is not in the database"),
    Case("table Mixed { Id: int primary key }", "CREATE TABLE Mixed (Id int PRIMARY KEY);"),
    Case("table Mixed { Id: int primary key }", #"CREATE TABLE "Mixed" ("Id" int PRIMARY KEY);"#),
  ]

  static let columns: [Case] = [
    columns("name: text", "name text NOT NULL"),
    columns(
      "name: text", "other int", "VER003 error `d.t` has no column `name` in the database",
      "VER004 warning `d.t` has a column `other`"),
    columns("name: text", "names text NOT NULL", "VER003 error `d.t` has no column `name` in the database"),
    columns(
      "name: text?", "name text, extra int", "VER004 warning `d.t` has a column `extra` in the database"),
    columns(
      "name: text?", "name text, extra int NOT NULL",
      "VER004 error `d.t` has a column `extra` in the database"),
    columns(
      "name: text?", "name text, extra int NOT NULL DEFAULT 1",
      "VER004 warning `d.t` has a column `extra` in the database"),
    columns(
      "name: text", "name text", "VER006 error `d.t.name` may be null in the database, but not by the design"),
    columns("name: text?", "name text NOT NULL", "VER006 error `d.t.name` must not be null in the database"),
    columns("name: text?", "name text"),
  ]

  static let types: [Case] = [
    columns(
      "a: int  b: int4  c: bigint  d: int2  e: decimal(8)  f: float8  g: float(10)  h: bool  i: timestamp",
      "a int4 NOT NULL, b int NOT NULL, c int8 NOT NULL, d smallint NOT NULL, e numeric(8,0) NOT NULL, f double precision NOT NULL, g real NOT NULL, h boolean NOT NULL, i timestamp without time zone NOT NULL"
    ),
    columns(
      "a: varchar(20)  b: char  c: char(3)  d: timestamptz(3)  e: time  f: text[]  g: varbit(5)  h: timestamp(6)  i: interval",
      "a character varying(20) NOT NULL, b character(1) NOT NULL, c bpchar(3) NOT NULL, d timestamp(3) with time zone NOT NULL, e time NOT NULL, f text[] NOT NULL, g bit varying(5) NOT NULL, h timestamp NOT NULL, i interval NOT NULL"
    ),
    columns("a: int", "a bigint NOT NULL", "VER005 error `d.t.a` is `bigint` in the database, not `int`"),
    columns(
      "a: varchar(20)", "a varchar(10) NOT NULL",
      "VER005 error `d.t.a` is `character varying(10)` in the database, not `varchar(20)`"),
    columns(
      "a: varchar(20)", "a text NOT NULL", "VER005 error `d.t.a` is `text` in the database, not `varchar(20)`"
    ),
    columns("a: numeric(12, 2)", "a numeric(10, 2) NOT NULL", "VER005 error `d.t.a` is `numeric(10,2)`"),
    columns(
      "a: timestamptz", "a timestamp NOT NULL", "VER005 error `d.t.a` is `timestamp without time zone`"),
    columns("a: text[]", "a text NOT NULL", "VER005 error `d.t.a` is `text` in the database, not `text[]`"),
    columns("a: int", "a int[] NOT NULL", "VER005 error `d.t.a` is `integer[]`"),
    Case(
      "domain money: numeric(12, 2)  table t { id: int primary key  a: money  b: money }",
      "CREATE DOMAIN money2 AS numeric(12, 2) NOT NULL; CREATE TABLE t (id int PRIMARY KEY, a money2, b numeric(12, 2) NOT NULL);"
    ),
    Case(
      "domain price: numeric(12, 2)  table t { id: int primary key  a: price }",
      "CREATE DOMAIN other AS numeric(8, 2); CREATE TABLE t (id int PRIMARY KEY, a other NOT NULL);",
      "VER005 error `d.t.a` is `public.other` in the database, not `price`"),
    Case(
      "enum state { open, closed }  table t { id: int primary key  a: state  b: state[] }",
      "CREATE TYPE state AS ENUM ('closed', 'open'); CREATE TABLE t (id int PRIMARY KEY, a state NOT NULL, b state[] NOT NULL);"
    ),
    Case(
      "enum state { open, closed }  table t { id: int primary key  a: state }",
      "CREATE TYPE t_state AS ENUM ('open', 'closed'); CREATE TABLE t (id int PRIMARY KEY, a t_state NOT NULL);"
    ),
    Case(
      "enum state { open, closed }  table t { id: int primary key  a: state  b: state }",
      "CREATE TYPE state AS ENUM ('open', 'done'); CREATE TABLE t (id int PRIMARY KEY, a state NOT NULL, b state NOT NULL);",
      "VER012 error `d.state` has a value `done`", "VER012 error `d.state` has no value `closed`"),
    Case(
      "enum state { open, closed }  table t { id: int primary key  a: state }",
      "CREATE TABLE t (id int PRIMARY KEY, a text NOT NULL);",
      "VER005 error `d.t.a` is `text` in the database, not `state`"),
  ]

  static let defaults: [Case] = [
    columns(
      "a: int default 0  b: text default \"it's\"  c: boolean default false  d: timestamptz default `now()`  e: numeric(8, 2) default 1.50  f: uuid default `gen_random_uuid()`",
      "a int NOT NULL DEFAULT 0, b text NOT NULL DEFAULT 'it''s', c boolean NOT NULL DEFAULT 'f', d timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP, e numeric(8, 2) NOT NULL DEFAULT 1.5, f uuid NOT NULL DEFAULT gen_random_uuid()"
    ),
    columns("a: int default -1", "a int NOT NULL DEFAULT '-1'"),
    columns("a: int default 0", "a int NOT NULL", "VER007 error `d.t.a` has no default in the database"),
    columns("a: int?", "a int DEFAULT NULL"),
    columns(
      "a: int", "a int NOT NULL DEFAULT 1",
      "VER007 warning `d.t.a` has the default `1` in the database, which the design does not have"),
    columns(
      "a: int default 0", "a int NOT NULL DEFAULT 1",
      "VER007 error `d.t.a` has the default `1` in the database, not `0`"),
    columns(
      "a: text default \"x\"", "a text NOT NULL DEFAULT 'y'",
      "VER007 error `d.t.a` has the default `'y'::text` in the database, not `x`"),
    columns(
      "a: boolean default true", "a boolean NOT NULL DEFAULT false",
      "VER007 error `d.t.a` has the default `false`"),
    columns(
      "a: date default `now()`", "a date NOT NULL DEFAULT '2020-01-01'",
      "VER007 error `d.t.a` has the default"),
    // What the database writes in another way cannot be told apart.
    columns(
      "a: timestamptz default `now() + interval '1 day'`",
      "a timestamptz NOT NULL DEFAULT now() + interval '1 day'"),
    columns("a: int identity", "a int GENERATED BY DEFAULT AS IDENTITY"),
    columns("a: int identity", "a serial"),
    columns("a: serial", "a int GENERATED ALWAYS AS IDENTITY"),
    columns("a: int identity", "a int NOT NULL", "VER007 error `d.t.a` is not counted up by the database"),
    columns(
      "a: int", "a serial",
      "VER007 warning `d.t.a` is counted up by the database, which the design does not say"),
    columns(
      "a: text?  b: text? generated `lower(a)`", "a text, b text GENERATED ALWAYS AS (lower(a)) STORED"),
    columns(
      "a: text? generated `lower('A')`", "a text", "VER007 error `d.t.a` is a plain column in the database"),
    columns(
      "a: text?", "a text GENERATED ALWAYS AS (id::text) STORED",
      "VER007 error `d.t.a` is computed by the database"),
    Case(
      "enum state { open, closed }  table t { id: int primary key  a: state default open }",
      "CREATE TYPE state AS ENUM ('open', 'closed'); CREATE TABLE t (id int PRIMARY KEY, a state NOT NULL DEFAULT 'open');"
    ),
    Case(
      "enum state { open, closed }  table t { id: int primary key  a: state default open }",
      "CREATE TYPE state AS ENUM ('open', 'closed'); CREATE TABLE t (id int PRIMARY KEY, a state NOT NULL DEFAULT 'closed');",
      "VER007 error `d.t.a` has the default `'closed'::public.state` in the database, not `open`"),
  ]

  static let keys: [Case] = [
    Case(
      "table t { a: int  b: int  primary key (a, b) }",
      "CREATE TABLE t (a int, b int, PRIMARY KEY (b, a));"),
    Case(
      "table t { a: int  b: int  primary key (a, b) }",
      "CREATE TABLE t (a int, b int NOT NULL, PRIMARY KEY (a));",
      "VER008 error the primary key of `d.t` is (a) in the database, not (a, b)"),
    Case(
      "table t { a: int primary key }", "CREATE TABLE t (a int NOT NULL);",
      "VER008 error `d.t` has no primary key in the database"),
    Case(
      "table t { a: int  keyless }", "CREATE TABLE t (a int PRIMARY KEY);",
      "VER008 error `d.t` has the primary key (a) in the database"),
    // A column that is not there is told, and not again what rests on it.
    Case(
      "table t { a: int primary key  b: int unique  c: int  index (b, c) }",
      "CREATE TABLE t (a int PRIMARY KEY, c int NOT NULL);",
      "VER003 error `d.t` has no column `b` in the database"),
    Case(
      "table t { a: int primary key }",
      "CREATE TABLE t (a int PRIMARY KEY, b int UNIQUE REFERENCES t); CREATE INDEX ON t (a, b);",
      "VER004 warning `d.t` has a column `b` in the database"),
    columns("a: text unique", "a text NOT NULL UNIQUE"),
    columns("a: text unique", "a text NOT NULL); CREATE UNIQUE INDEX ON t (a"),
    columns(
      "a: text unique", "a text NOT NULL", "VER009 error `d.t` does not keep (a) unique in the database"),
    columns(
      "a: text unique", "a text NOT NULL); CREATE INDEX i ON t (a",
      "VER009 error `d.t` does not keep (a) unique in the database: the index `i` is not unique"),
    columns(
      "a: text unique", "a text NOT NULL); CREATE UNIQUE INDEX i ON t (a) WHERE (id > 1",
      "VER009 error `d.t` does not keep (a) unique in the database: the index `i` covers only some rows"),
    columns(
      "a: text", "a text NOT NULL UNIQUE",
      "VER009 error `d.t` keeps (a) unique in the database, which the design does not say"),
    columns("a: int  b: int  unique (a, b)", "a int NOT NULL, b int NOT NULL, UNIQUE (b, a)"),
    columns(
      "a: int  b: int  unique (a, b)", "a int NOT NULL UNIQUE, b int NOT NULL",
      "VER009 error `d.t` does not keep (a, b) unique", "VER009 error `d.t` keeps (a) unique"),
    columns("a: text  index (`lower(a)`) unique", "a text NOT NULL); CREATE UNIQUE INDEX ON t (lower(a)"),
    columns(
      "a: text", "a text NOT NULL); CREATE UNIQUE INDEX ON t (lower(a)",
      "VER009 error `d.t` keeps (lower(a)) unique"),
  ]

  static let indexes: [Case] = [
    columns(
      "a: int  b: int  index by_a (a, b)",
      "a int NOT NULL, b int NOT NULL); CREATE INDEX other ON t (a, b DESC"),
    columns(
      "a: int  b: int  index by_a (a, b)", "a int NOT NULL, b int NOT NULL",
      "VER011 warning the index `by_a` of `d.t` is not in the database"),
    columns(
      "a: int  b: int  index by_a (a, b)", "a int NOT NULL, b int NOT NULL); CREATE INDEX by_a ON t (b, a",
      "VER011 warning the index `by_a` of `d.t` is on (b, a) in the database, not (a, b)"),
    columns(
      "a: int", "a int NOT NULL); CREATE INDEX i ON t (a",
      "VER011 warning `d.t` has an index `i` on (a) in the database"),
    columns("a: int  index (a) where `a > 1`", "a int NOT NULL); CREATE INDEX ON t (a) WHERE (a > 1"),
    columns(
      "a: int  index (a) where `a > 1`", "a int NOT NULL); CREATE INDEX ON t (a",
      "VER011 warning the index on (a) of `d.t` covers all rows in the database, not only some"),
    columns(
      "a: int  index (a)", "a int NOT NULL); CREATE INDEX ON t (a) WHERE (a > 1",
      "VER011 warning the index on (a) of `d.t` covers only some rows in the database, not all"),
    columns(
      "a: int  index (a) unique where `a > 1`", "a int NOT NULL); CREATE UNIQUE INDEX ON t (a) WHERE (a > 1"),
    columns(
      "a: int  index (a) unique where `a > 1`", "a int NOT NULL); CREATE INDEX ON t (a) WHERE (a > 1",
      "VER011 warning the index on (a) of `d.t` is not unique in the database"),
    columns("a: jsonb  index (a) using gin", "a jsonb NOT NULL); CREATE INDEX ON t USING gin (a"),
    columns(
      "a: int  index (a) using brin", "a int NOT NULL); CREATE INDEX ON t (a",
      "VER011 warning the index on (a) of `d.t` is `btree` in the database, not `brin`"),
    columns("a: text  index (`lower(a)`)", "a text NOT NULL); CREATE INDEX ON t (lower(a)"),
    columns(
      "a: text  index (`lower(a)`)", "a text NOT NULL); CREATE INDEX i ON t (a",
      "VER011 warning the index on (lower(a)) of `d.t` is not in the database",
      "VER011 warning `d.t` has an index `i` on (a)"),
    columns("a: int  index (a) include (id)", "a int NOT NULL); CREATE INDEX ON t (a) INCLUDE (id"),
    columns("a: int  index (id)", "a int NOT NULL"),
    columns(
      "a: int  index (a)", "a int NOT NULL UNIQUE", "VER009 error `d.t` keeps (a) unique in the database"),
  ]

  /// Two tables, the second of which refers to the first.
  static func reference(_ design: String, _ sql: String, _ findings: String...) -> Case {
    Case(
      "table p { id: int primary key  code: int unique }  table c { id: int primary key  \(design) }",
      "CREATE TABLE p (id int PRIMARY KEY, code int NOT NULL UNIQUE); CREATE TABLE c (id int PRIMARY KEY, \(sql));",
      findings)
  }

  static let references: [Case] = [
    reference("p: int -> p.id", "p int NOT NULL REFERENCES p ON DELETE CASCADE"),
    reference("p: int -> p.id on delete cascade", "p int NOT NULL REFERENCES p ON DELETE CASCADE"),
    reference(
      "p: int? -> p.id on delete set null on update cascade",
      "p int REFERENCES p ON DELETE SET NULL ON UPDATE CASCADE"),
    reference(
      "p: int -> p.id", "p int NOT NULL", "VER010 error `d.c` (p) does not refer to `d.p` in the database"),
    reference(
      "p: int", "p int NOT NULL REFERENCES p",
      "VER010 error `d.c` (p) refers to `p` in the database, which the design does not say"),
    reference(
      "p: int -> p.id on delete cascade", "p int NOT NULL REFERENCES p",
      "VER010 error the foreign key (p) of `d.c` is `on delete no action` in the database, not `cascade`"),
    reference(
      "p: int -> p.id on delete restrict", "p int NOT NULL REFERENCES p",
      "VER010 warning the foreign key (p) of `d.c` is `on delete no action` in the database, not `restrict`"),
    reference(
      "p: int -> p.id on update cascade", "p int NOT NULL REFERENCES p",
      "VER010 error the foreign key (p) of `d.c` is `on update no action` in the database, not `cascade`"),
    reference(
      "p: int -> p.id", "p int NOT NULL REFERENCES p (code)",
      "VER010 error `d.c` (p) refers to `p (code)` in the database, not to `d.p` (id)"),
    reference(
      "p: int -> p.id", "p int NOT NULL REFERENCES c",
      "VER010 error `d.c` (p) refers to `c (id)` in the database, not to `d.p` (id)"),
    Case(
      "table p { a: int  b: int  primary key (a, b) }  table c { id: int primary key  x: int  y: int  foreign key (x, y) -> p (a, b) }",
      "CREATE TABLE p (a int, b int, PRIMARY KEY (a, b)); CREATE TABLE c (id int PRIMARY KEY, x int NOT NULL, y int NOT NULL, FOREIGN KEY (y, x) REFERENCES p (b, a));"
    ),
    Case(
      "table p { a: int  b: int  primary key (a, b) }  table c { id: int primary key  x: int  y: int  foreign key (x, y) -> p (a, b) }",
      "CREATE TABLE p (a int, b int, PRIMARY KEY (a, b)); CREATE TABLE c (id int PRIMARY KEY, x int NOT NULL, y int NOT NULL, FOREIGN KEY (y, x) REFERENCES p (a, b));",
      "VER010 error `d.c` (x, y) refers to `p (a, b)` in the database"),
    // A table that is not there is told, and not again that nothing refers to it.
    Case(
      "table p { id: int primary key }  table c { id: int primary key  p: int -> p.id }",
      "CREATE TABLE c (id int PRIMARY KEY, p int NOT NULL);",
      "VER001 error the table `d.p` is not in the database"),
  ]

  @Test(arguments: tables + columns + types + defaults + keys + indexes + references)
  func tellsDifferences(_ one: Case) throws {
    let server = try PostgreSQLServer.shared.get()
    let command = try Command()
    try command.write("a.design", "database d: postgresql 17 { \(one.design) }")
    let url = server.urlWithPassword(try server.database(one.sql))
    let result = try command.run("verify", "d", "--postgres", url, "--format", "json")
    try VerifyReport.expect(one.findings, result)
  }

  /// The whole of a sample, and ten ways in which it can be built wrongly at once, each told once.
  @Test func tellsEachOfTenFaultsOnce() throws {
    let server = try PostgreSQLServer.shared.get()
    let built = String(
      decoding: try TestFiles.bytes("Tests/designcTests/Tools/shop-catalog.sql"), as: UTF8.self)
    let faults: [(sql: String, finding: String)] = [
      ("DROP TABLE banner", "VER001 error the table `assortment.catalog-db.banner` is not in the database"),
      ("CREATE TABLE product_old (id int)", "VER002 warning the database has a table `product_old`"),
      (
        "ALTER TABLE product DROP COLUMN cost",
        "VER003 error `assortment.catalog-db.product` has no column `cost`"
      ),
      (
        "ALTER TABLE product ADD legacy_code text NOT NULL",
        "VER004 error `assortment.catalog-db.product` has a column `legacy_code`"
      ),
      (
        "ALTER TABLE product ALTER price TYPE numeric(10, 2)",
        "VER005 error `assortment.catalog-db.product.price` is `numeric(10,2)`"
      ),
      (
        "ALTER TABLE category ALTER name DROP NOT NULL",
        "VER006 error `assortment.catalog-db.category.name` may be null"
      ),
      (
        "ALTER TABLE product ALTER stock SET DEFAULT 1",
        "VER007 error `assortment.catalog-db.product.stock` has the default `1`"
      ),
      (
        "ALTER TABLE product_image DROP CONSTRAINT product_image_pkey",
        "VER008 error `assortment.catalog-db.product_image` has no primary key"
      ),
      (
        "ALTER TABLE category DROP CONSTRAINT category_slug_key",
        "VER009 error `assortment.catalog-db.category` does not keep (slug) unique"
      ),
      (
        "ALTER TABLE reservation DROP CONSTRAINT reservation_product_id_fkey, ADD FOREIGN KEY (product_id) REFERENCES product",
        "VER010 error the foreign key (product_id) of `assortment.catalog-db.reservation` is `on delete no action`"
      ),
      (
        "DROP INDEX product_by_category",
        "VER011 warning the index `product_by_category` of `assortment.catalog-db.product`"
      ),
      (
        "ALTER TYPE product_status RENAME VALUE 'retired' TO 'gone'",
        "VER012 error `assortment.catalog-db.product_status` has a value `gone`"
      ),
    ]
    let command = Command(folder: TestFiles.root)
    let good = server.urlWithPassword(try server.database(built))
    let arguments = ["verify", "catalog-db", "--design", "samples/shop", "--format", "json", "--postgres"]
    try VerifyReport.expect([], try command.run(arguments + [good]))

    let bad = try server.database(built + faults.map { "\($0.sql);\n" }.joined())
    let result = try command.run(arguments + [server.urlWithPassword(bad)])
    // A renamed value is missing under its old name.
    try VerifyReport.expect(
      faults.map(\.finding) + ["VER012 error `assortment.catalog-db.product_status` has no value `retired`"],
      result)
  }

  /// The examples of `designc explain` are what they say.
  @Test(arguments: DiagnosticCode.all.map(\.code).filter { $0 >= "VER001" && $0 < "VER020" })
  func examplesHaveTheirFault(code: String) throws {
    let server = try PostgreSQLServer.shared.get()
    let entry = try #require(DiagnosticCode.named(code))
    let command = try Command()
    try command.write("a.design", entry.right)
    let url = server.urlWithPassword(try server.database(entry.wrong))
    let result = try command.run("verify", "shop", "--postgres", url, "--format", "json")
    #expect(try Set(VerifyReport(result).findings.map(\.rule)) == [code])
  }

  // MARK: Signing in

  @Test func takesThePasswordFromTheEnvironmentToo() throws {
    let server = try PostgreSQLServer.shared.get()
    let command = try Command()
    try command.write("a.design", "database d: postgresql 17 { table t { id: int primary key } }")
    let name = try server.database("CREATE TABLE t (id int PRIMARY KEY);")
    let result = try command.run(
      "verify", "d", "--postgres", server.url(name), environment: ["PGPASSWORD": PostgreSQLServer.password])
    #expect(
      result.status == 0 && result.output == "d: held against the tables of the design\n\nno findings\n",
      "\(result)")

    let refused = try command.run("verify", "d", "--postgres", server.url(name))
    #expect(refused.status == 74 && refused.error.contains("give the password in PGPASSWORD"), "\(refused)")
  }

  /// Whatever goes wrong, nobody reads the password.
  @Test func neverShowsThePassword() throws {
    let server = try PostgreSQLServer.shared.get()
    let command = try Command()
    try command.write("a.design", "database d: postgresql 17 { table t { id: int primary key } }")
    for url in [
      server.urlWithPassword("nowhere"), "postgresql://app:wr%6Fng-secret@/postgres?host=/nonexistent",
      "postgresql://app:wr@ng-secret@localhost/x", "postgresql://app:wr/ng-secret@localhost/x",
      "postgresql://app:wr%ng-secret@localhost/x", "mysql://app:wrong-secret@localhost/x",
      "postgresql://app@localhost/x?password=wrong-secret&port=1",
      "postgresql://app@localhost/x?sslpassword=wrong-secret",
    ] {
      let result = try command.run("verify", "d", "--postgres", url, "--verbose")
      #expect(result.status == 64 || result.status == 74)
      for secret in ["secret", PostgreSQLServer.password, "s3cr", "wr%6Fng"] {
        #expect(!result.error.contains(secret) && !result.output.contains(secret), "\(result.error)")
      }
    }
  }

  /// A user who may read no table still learns what the tables are.
  @Test func needsNoRights() throws {
    let server = try PostgreSQLServer.shared.get()
    let command = try Command()
    try command.write("a.design", "database d: postgresql 17 { table t { id: int primary key } }")
    let name = try server.database(
      "CREATE TABLE t (id int PRIMARY KEY, x int); CREATE ROLE visitor LOGIN PASSWORD 'v';")
    let url = server.url(name).replacing("//app@", with: "//visitor:v@")
    let result = try command.run("verify", "d", "--postgres", url, "--format", "json")
    try VerifyReport.expect(["VER004 warning `d.t` has a column `x`"], result)
  }
}
