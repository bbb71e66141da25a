import Foundation
import TestSupport
import Testing

/// `designc import sql`, `designc import compose` and `designc init --from`, as a user runs them.
@Suite struct ImportCommandTests {
  private static let sql = """
    CREATE TABLE customer (id serial PRIMARY KEY, email varchar(320) NOT NULL UNIQUE);
    CREATE TABLE "order" (id bigint PRIMARY KEY, customer_id int NOT NULL REFERENCES customer);
    GRANT SELECT ON customer TO reader;
    GRANT SELECT ON "order" TO reader;
    """
  private static let compose = """
    services:
      web: { image: "example/web:1", environment: { API: "http://orders:80" }, ports: ["80:80"] }
      orders: { build: ., depends_on: [store] }
      store: { image: "postgres:17" }
    """

  @Test(arguments: ["sql", "compose"]) func aFirstDesignIsMadeOfIt(kind: String) throws {
    let command = try Command()
    let file = kind == "sql" ? "shop.sql" : "shop/compose.yaml"
    try command.write(file, kind == "sql" ? Self.sql : Self.compose)
    let result = try command.run("init", "design", "--from", kind, file)
    #expect(result.status == 0 && result.output.hasPrefix("design/shop.design\n"), "\(result)")
    let place = kind == "sql" ? "shop.sql:3:1: `GRANT` is left out, 2 times" : "shop/compose.yaml:2:"
    #expect(result.error.contains(place), "\(result.error)")
    #expect(try command.run("fmt", "design", "--check").status == 0)
    #expect(try command.run("check", "design").error == "")
    #expect(try command.run("build", "design").status == 0)
    #expect(!command.files(in: "output").isEmpty)
    let again = try command.run("init", "design", "--from", kind, file)
    #expect(again.status == 74 && again.error.contains("is a design already"))
  }

  @Test func importsToOutputOrFile() throws {
    let command = try Command()
    try command.write("a.sql", "CREATE TABLE a (id int PRIMARY KEY);")
    try command.write("b.sql", "CREATE TABLE b (a_id int REFERENCES a, k int) ENGINE=InnoDB;")
    let both = try command.run("import", "sql", "a.sql", "b.sql", "--as", "many", "--dialect", "mysql")
    #expect(
      both.status == 0 && both.output.contains("database many: mysql") && both.output.contains("-> a.id"))
    #expect(both.error == "b.sql:1:47: `ENGINE` of a table is left out\n", "\(both.error)")
    try command.write("c.yml", Self.compose)
    #expect(try command.run("import", "compose", "c.yml", "-o", "c.design").output == "c.design\n")
    let taken = try command.run("import", "compose", "c.yml", "-o", "c.design")
    #expect(taken.status == 74 && taken.error.contains("--force"))
    #expect(try command.read("c.design").contains("calls orders over http"))
  }

  @Test(arguments: [
    (["init", "--from", "sql"], 64, "compose or sql, and a file"),
    (["init", "--from", "dbml", "a.sql"], 64, "compose or sql, and a file"),
    (["init", "--from", "compose", "a.sql", "a.sql"], 64, "compose or sql, and a file"),
    (["init", "--from", "sql", "nowhere.sql"], 74, "nowhere.sql: there is no such file"),
    (["init", "--from", "sql", "bad.sql"], 2, "there is no CREATE TABLE"),
    (["init", "--from", "compose", "bad.sql"], 2, "this is no compose file"),
    (["import", "sql", "a.sql", "--as", "a b"], 64, "'a b' is no name"),
    (["import", "sql", "a.sql", "--dialect", "oracle"], 64, "'oracle' is invalid"),
  ])
  func mistakesAreTold(arguments: [String], status: Int, told: String) throws {
    let command = try Command()
    try command.write("a.sql", Self.sql)
    try command.write("bad.sql", "SELECT 1;")
    let result = try command.run(arguments)
    #expect(result.status == status && result.error.contains(told), "\(result)")
    #expect(command.files(in: ".") == ["a.sql", "bad.sql"])
  }
}
