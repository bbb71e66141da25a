/// What `designc verify` tells: that what was built is not what was agreed. The wrong example is what was built: SQL, an
/// OpenAPI document, or an answer; the right one is the design.
extension DiagnosticCode {
  /// Whether it is about what was built, and no mistake in a design.
  package var isDeviation: Bool { code.hasPrefix("VER") }

  static let deviations = ofDatabases + ofDocuments + ofAnswers

  private static let keyed = "database shop: postgresql 17 {\n  table item { id: bigint primary key }\n}\n"

  private static let ofDatabases = [
    DiagnosticCode(
      code: "VER001", title: "a table or view that the database does not have",
      explanation: """
        Programs that rely on the design fail at their first query. Create the table, by the migration that was forgotten, or \
        take it out of the design. A table of the design that is a view in the database is told too.
        """,
      wrong: "CREATE VIEW item AS SELECT 1::bigint AS id;\n", right: keyed),
    DiagnosticCode(
      code: "VER002", title: "a table or view that the design does not have",
      explanation: """
        Somebody keeps data that nobody has looked at: who may read it, how long it is kept, whether it is personal. Only \
        schemas that the design has tables in are looked at; tables of extensions and those in which tools for migrations \
        keep how far they have come are left out.
        """,
      wrong: "CREATE TABLE item (id bigint PRIMARY KEY);\nCREATE TABLE item_backup (id bigint);\n",
      right: keyed),
    DiagnosticCode(
      code: "VER003", title: "a column that the database does not have",
      explanation:
        "Programs that rely on the design fail when they name it. A column that has another name now is told with that.",
      wrong: "CREATE TABLE item (id bigint PRIMARY KEY);\n",
      right: "database shop: postgresql 17 {\n  table item { id: bigint primary key  name: text }\n}\n"),
    DiagnosticCode(
      code: "VER004", title: "a column that the design does not have",
      explanation: """
        It is a warning, and an error where the column must have a value and has no default, since rows that are written as \
        the design has them are then refused.
        """,
      wrong: "CREATE TABLE item (id bigint PRIMARY KEY, note text);\n", right: keyed),
    DiagnosticCode(
      code: "VER005", title: "a column of another type",
      explanation: """
        Spellings of one type are the same: `int4` and `integer`, `timestamptz` and `timestamp with time zone`. An \
        enumeration is the same when its values are. SQLite knows no lengths, and keeps truths, times and UUIDs as numbers or \
        texts: there a column differs only when its affinity cannot keep values of the design's type.
        """,
      wrong: "CREATE TABLE item (id bigint PRIMARY KEY, price numeric(8, 2) NOT NULL);\n",
      right:
        "database shop: postgresql 17 {\n  table item { id: bigint primary key  price: numeric(12, 2) }\n}\n"),
    DiagnosticCode(
      code: "VER006", title: "a column that may be null on one side only",
      explanation: """
        Columns of the design are not null unless their type ends in `?`. A database that admits null gives programs values \
        that they do not expect; one that does not refuses what the design admits.
        """,
      wrong: "CREATE TABLE item (id bigint PRIMARY KEY, name text);\n",
      right: "database shop: postgresql 17 {\n  table item { id: bigint primary key  name: text }\n}\n"),
    DiagnosticCode(
      code: "VER007", title: "another default, or another way to make the value",
      explanation: """
        Literals are compared by value, calls without arguments by name, and the time of the transaction is one thing under \
        all its names. Other SQL, which databases write in their own way, is only held to be there or not, as is the SQL of \
        `generated`. A default that only the database has is a warning.
        """,
      wrong: "CREATE TABLE item (id bigint PRIMARY KEY, stock int NOT NULL DEFAULT 1);\n",
      right:
        "database shop: postgresql 17 {\n  table item { id: bigint primary key  stock: int default 0 }\n}\n"),
    DiagnosticCode(
      code: "VER008", title: "another primary key",
      explanation: "Other columns identify a row, or none do. The order of the columns is not compared.",
      wrong: "CREATE TABLE item (id bigint NOT NULL);\n", right: keyed),
    DiagnosticCode(
      code: "VER009", title: "columns that are kept unique on one side only",
      explanation: """
        Where the database does not keep them unique, two rows may have the same values, and programs find the wrong one. \
        Where only the database does, it refuses rows that the design admits. A unique index counts as a unique key.
        """,
      wrong: "CREATE TABLE item (id bigint PRIMARY KEY, sku text NOT NULL);\n",
      right: "database shop: postgresql 17 {\n  table item { id: bigint primary key  sku: text unique }\n}\n"),
    DiagnosticCode(
      code: "VER010", title: "a foreign key that is missing, extra, or leads elsewhere",
      explanation: """
        Also told: another `on delete` or `on update`, where the design states one. `restrict` and `no action` differ only in \
        when they refuse, which is a warning.
        """,
      wrong: """
        CREATE TABLE item (id bigint PRIMARY KEY);
        CREATE TABLE image (id bigint PRIMARY KEY, item_id bigint NOT NULL REFERENCES item);

        """,
      right: """
        database shop: postgresql 17 {
          table item { id: bigint primary key }
          table image { id: bigint primary key  item_id: bigint -> item.id on delete cascade }
        }

        """),
    DiagnosticCode(
      code: "VER011", title: "an index that is missing, extra, or on other columns",
      explanation: """
        A query that was planned for reads the whole table, or every write pays for an index that nobody planned. Names of \
        indexes may differ; columns, their order, whether it covers some rows only, and a stated kind (`using gin`) may not. \
        Conditions and expressions, which databases write in their own way, are only held to be there or not.
        """,
      wrong: "CREATE TABLE item (id bigint PRIMARY KEY, name text NOT NULL);\n",
      right:
        "database shop: postgresql 17 {\n  table item { id: bigint primary key  name: text  index (name) }\n}\n"
    ),
    DiagnosticCode(
      code: "VER012", title: "an enumeration with other values",
      explanation: """
        A value that the database does not have cannot be stored; one that the design does not have may be met by programs \
        that do not know it. The order of values is not compared.
        """,
      wrong: """
        CREATE TYPE status AS ENUM ('open');
        CREATE TABLE item (id bigint PRIMARY KEY, state status NOT NULL);

        """,
      right: """
        database shop: postgresql 17 {
          enum status { open, closed }
          table item { id: bigint primary key  state: status }
        }

        """),
  ]

  private static let api = """
    application shop: service {
      api items: rest {
        GET /items -> [Item]
      }
      type Item { id: int  name: string }
    }

    """

  private static func document(_ properties: String, _ required: String, _ more: String = "") -> String {
    """
    openapi: 3.1.0
    info: {title: Items, version: "1"}
    paths:
      /items:
        get:
          responses:
            "200":
              description: all
              content:
                application/json:
                  schema:
                    type: array
                    items: {type: object, required: [\(required)], properties: {\(properties)}}
    \(more)
    """
  }

  private static let ofDocuments = [
    DiagnosticCode(
      code: "VER020", title: "a part of an api that the service does not describe",
      explanation: """
        An endpoint, parameter, answer or property that was agreed is not in the OpenAPI document that the service gives. It \
        is an error where callers fail, as `designc breaking` judges it, else a warning.
        """,
      wrong: document("id: {type: integer}", "id"), right: api),
    DiagnosticCode(
      code: "VER021", title: "a part of an api that was not agreed",
      explanation: """
        The service offers something that nobody agreed on, so that somebody may build upon it. It is an error where callers \
        fail, as for a parameter that they must give, else a warning. Endpoints that other apis of the same application have \
        are not told.
        """,
      wrong: document(
        "id: {type: integer}, name: {type: string}", "id, name",
        "  /debug:\n    get: {responses: {\"204\": {description: done}}}\n"),
      right: api),
    DiagnosticCode(
      code: "VER022", title: "a part of an api that is otherwise than agreed",
      explanation: """
        Another type, bound or obligation. It is an error where callers fail, as `designc breaking` judges it by the \
        direction of the data, else a warning.
        """,
      wrong: document("id: {type: integer}, name: {type: integer}", "id, name"), right: api),
  ]

  private static func answer(_ status: String, _ type: String, _ body: String) -> String {
    "HTTP/1.1 \(status)\nContent-Type: \(type)\n\n\(body)\n"
  }

  private static let ofAnswers = [
    DiagnosticCode(
      code: "VER030", title: "an answer with a status that was not agreed",
      explanation: """
        Callers have no code for it. When the status is 401 or 403, give credentials with `--header`; a value that the \
        service knows is given with `--value NAME=VALUE`.
        """,
      wrong: answer("500 Internal Server Error", "text/plain", "oops"), right: api),
    DiagnosticCode(
      code: "VER031", title: "an answer that is not of the media type that was agreed, or is not JSON",
      explanation: "Callers cannot read it. The body is read as RFC 8259 has JSON.",
      wrong: answer("200 OK", "text/html", "<p>items</p>"), right: api),
    DiagnosticCode(
      code: "VER032", title: "an answer of another shape",
      explanation: """
        A property that was agreed is missing, or a value is of another type or out of its bounds. A property that is optional \
        may be left out, but is not null. The same fault in many items is told once.
        """,
      wrong: answer("200 OK", "application/json", "[{\"id\": 1}]"), right: api),
    DiagnosticCode(
      code: "VER033", title: "a property in an answer that no type names",
      explanation: """
        Somebody may build upon it, and it may be what should never leave the service: a password's hash, a cost. Add it to \
        the type, or take it out of the answer.
        """,
      wrong: answer("200 OK", "application/json", "[{\"id\": 1, \"name\": \"a\", \"cost\": 2}]"), right: api),
    DiagnosticCode(
      code: "VER034", title: "no answer that could be judged",
      explanation: """
        The service cannot be reached, takes longer than `--timeout` says, answers with more than 4 MiB, or sends the caller to \
        another host, which is not followed.
        """,
      wrong: "HTTP/1.1 302 Found\nLocation: https://example.org/items\n\n", right: api),
    DiagnosticCode(
      code: "VER035", title: "an endpoint that was not tried",
      explanation: """
        Only GET and HEAD are ever sent, to endpoints whose parameters have a value: a default, an example, one of an \
        enumeration, one found in the answer of the list above it, or one given with `--value NAME=VALUE`. Endpoints that \
        ask for authentication are tried when `--header` gives something to authenticate with.
        """,
      wrong: "",
      right:
        "application shop: service {\n  api items: rest {\n    POST /items -> 204\n  }\n}\n"),
  ]
}
