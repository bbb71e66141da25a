/// Mistakes that reading the text finds.
extension DiagnosticCode {
  static let syntax = [
    DiagnosticCode(
      code: "bad-fence", title: "a fence in Markdown that yields no picture",
      explanation: """
        `designc embed` makes a picture of each ```design fence: of the design between the fences, or, with `from=PATH`, of \
        one on disk, whose path leads from the Markdown file. `picture=NAME` chooses among several, `name=NAME` gives the \
        file of the picture its name, which no other fence of the file may have.
        """,
      wrong: "", right: "application catalog: service\n"),
    DiagnosticCode(
      code: "unknown-word", title: "a word that is not known here",
      explanation: """
        A statement begins with a keyword of its place, and some facts take a word of a closed list. Nothing is ignored: \
        a word that is neither is a mistake, most often a slip of the pen. Names of products and algorithms that the \
        language does not know stand in quotes.
        """,
      wrong: "aplication catalog: service\n", right: "application catalog: service\n"),
    DiagnosticCode(
      code: "unexpected-token", title: "something that does not stand here",
      explanation: """
        Something else was expected at this place: the message says what. A keyword in the wrong block is told with the \
        statements that may hold it; a `{` stands on the line of its statement; facts take their value without `:` or `=`.
        """,
      wrong: "application catalog: service {\n  owner = \"Team\"\n}\n",
      right: "application catalog: service {\n  owner \"Team\"\n}\n"),
    DiagnosticCode(
      code: "missing-name", title: "a declaration without a name",
      explanation: """
        What is declared needs a name: a letter or `_`, then letters, digits, `_` and `-`. Any other name stands in \
        backticks. The text in quotes is the label that people read; it is no name.
        """,
      wrong: "application \"Product catalog\"\n", right: "application catalog: service \"Product catalog\"\n"),
    DiagnosticCode(
      code: "expected-type", title: "a type is missing",
      explanation:
        "Columns, fields and parameters state a type behind their colon; `->` of an endpoint a type or status.",
      wrong: "type Product {\n  name:\n}\n", right: "type Product {\n  name: string\n}\n"),
    DiagnosticCode(
      code: "wrong-unit", title: "a number without its unit, or in another",
      explanation: """
        A number says what it measures: `5s`, `512MiB`, `70%`, `300 rps`, `500m` of a core. The unit touches the number, \
        but for `rps` and a currency, and its letters matter: `m` are minutes, `M` are millions.
        """,
      wrong: "application a: service { calls b { timeout 2 } }\napplication b: service\n",
      right: "application a: service { calls b { timeout 2s } }\napplication b: service\n"),
    DiagnosticCode(
      code: "invalid-number", title: "a number that cannot be",
      explanation: """
        It is no number of any unit, no day of the calendar, too large, negative where there is no less than nothing, a \
        share above 100%, or a range that ends before it begins.
        """,
      wrong: "application a: service { slo availability 120% }\n",
      right: "application a: service { slo availability 99.9% }\n"),
    DiagnosticCode(
      code: "invalid-character", title: "a character that means nothing",
      explanation: """
        Outside of texts, comments and backticks only letters, digits and the signs of the language mean something. In a \
        text, `\\` begins one of `\\"`, `\\\\`, `\\n`, `\\t` and `\\u{…}`.
        """,
      wrong: "application a: service \"C:\\data\"\n", right: "application a: service \"C:\\\\data\"\n"),
    DiagnosticCode(
      code: "invalid-utf8", title: "bytes that are not UTF-8",
      explanation: "Designs are UTF-8 (RFC 3629). Told once for a file, at the first place.",
      wrong: "", right: "application a: service \"Größe\"\n"),
    DiagnosticCode(
      code: "unterminated-text", title: "a text or backtick that is never closed",
      explanation: """
        `"` and a single backtick close on their line. A text of several lines stands between `\"\"\"`, and SQL of several \
        lines between runs of two or more backticks.
        """,
      wrong: "application a: service \"A\napplication b: service\n",
      right: "application a: service \"A\"\napplication b: service\n"),
    DiagnosticCode(
      code: "unterminated-comment", title: "a comment that is never closed",
      explanation: "`/* */` comments nest, so each `/*` needs its own `*/`.",
      wrong: "application a: service\n/* one /* two */\n",
      right: "application a: service\n/* one /* two */ */\n"),
    DiagnosticCode(
      code: "unclosed-brace", title: "a block that is never closed",
      explanation: "Each `{` needs its `}`. The place is that of the `{` whose partner was not found.",
      wrong: "application a: service {\n  stateless\n", right: "application a: service {\n  stateless\n}\n"),
    DiagnosticCode(
      code: "unmatched-brace", title: "a brace that closes nothing",
      explanation: "There is one `}` too many, or the `{` that it closes is missing.",
      wrong: "application a: service {\n  stateless\n}\n}\n",
      right: "application a: service {\n  stateless\n}\n"),
    DiagnosticCode(
      code: "unclosed-parenthesis", title: "a list that is never closed",
      explanation: "Each `(` needs its `)`. Lists may go on over several lines.",
      wrong: "database shop: postgresql 17 {\n  table t {\n    id: int\n    primary key (id\n  }\n}\n",
      right: "database shop: postgresql 17 {\n  table t {\n    id: int\n    primary key (id)\n  }\n}\n"),
    DiagnosticCode(
      code: "repeated-fact", title: "a fact that is stated twice",
      explanation: """
        What has one value is stated once: on the line of its statement or in the block. Of two, nobody could say which \
        holds.
        """,
      wrong: "application a: service owner \"One\" {\n  owner \"Two\"\n}\n",
      right: "application a: service owner \"One\"\n"),
    DiagnosticCode(
      code: "sql-syntax", title: "SQL in place of the language's own words",
      explanation: """
        The language resembles SQL, but columns are not null unless their type ends in `?`, foreign keys are arrows, lines \
        end without commas, texts stand in double quotes, comments begin with `//`, and SQL itself stands in backticks. \
        The fix-it gives our spelling.
        """,
      wrong: "database shop: postgresql 17 {\n  table t { at: timestamptz default now() }\n}\n",
      right: "database shop: postgresql 17 {\n  table t { at: timestamptz default `now()` }\n}\n"),
    DiagnosticCode(
      code: "path-syntax", title: "another notation in the path of an endpoint",
      explanation: """
        Parameters in a path stand in braces, with a type if it matters: `/products/{id: uuid}`. Those of the query follow \
        the path in parentheses: `GET /products (page: int = 1)`.
        """,
      wrong: "application a: service {\n  api x: rest v1 { GET /products/:id -> 204 }\n}\n",
      right: "application a: service {\n  api x: rest v1 { GET /products/{id} -> 204 }\n}\n"),
    DiagnosticCode(
      code: "nested-too-deeply", title: "too many blocks within each other",
      explanation: """
        Blocks, types, arguments and conditions may nest a hundred deep. Inner elements may be named by their path at the \
        top level instead, with `extend`.
        """,
      wrong: String(repeating: "system s { ", count: 101) + String(repeating: "} ", count: 101) + "\n",
      right: "system s { system t { } }\nextend s.t { application a: service }\n"),
    DiagnosticCode(
      code: "too-many-mistakes", title: "more mistakes than are told",
      explanation:
        "Of one file 200 mistakes are told. With more the file is hardly a design, or one mistake made many.",
      wrong: "", right: "application a: service\n"),
  ]
}
