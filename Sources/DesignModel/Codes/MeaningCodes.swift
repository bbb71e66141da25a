/// Mistakes of meaning, in a text that reads well.
extension DiagnosticCode {
  static let meaning = [
    DiagnosticCode(
      code: "unknown-type", title: "a column type that the engine does not have",
      explanation: """
        A column's type is one of its database's engine, with the engine's spelling, or an enum or domain of the design. A \
        type of an extension stands in quotes: `"geography(Point, 4326)"`. Only databases whose engine is known to the \
        language are judged.
        """,
      wrong: "database shop: postgresql 17 {\n  table t { id: bigint primary key  name: strng }\n}\n",
      right: "database shop: postgresql 17 {\n  table t { id: bigint primary key  name: text }\n}\n"),
    DiagnosticCode(
      code: "wrong-arguments", title: "a column type with too many or too few arguments",
      explanation:
        "Engines fix how many arguments a type takes: `numeric(12, 2)`, `varchar(320)`, but `integer` alone.",
      wrong: "database shop: postgresql 17 {\n  table t { id: integer(11) primary key }\n}\n",
      right: "database shop: postgresql 17 {\n  table t { id: integer primary key }\n}\n"),
    DiagnosticCode(
      code: "wrong-default", title: "a default that its column cannot hold",
      explanation: """
        A literal default fits its column: a number in a column of numbers, a text no longer than its column, `true` or \
        `false`. SQL, such as a function, stands in backticks and is the engine's to judge.
        """,
      wrong:
        "database shop: postgresql 17 {\n  table t { id: bigint primary key  stock: int default \"none\" }\n}\n",
      right: "database shop: postgresql 17 {\n  table t { id: bigint primary key  stock: int default 0 }\n}\n"
    ),
    DiagnosticCode(
      code: "unknown-version", title: "a version that was never released",
      explanation: """
        The version of an engine is one that exists. Versions newer than this release of designc knows are taken as they \
        are.
        """,
      wrong: "database shop: mysql 6.0\n", right: "database shop: mysql 8.4\n"),
    DiagnosticCode(
      code: "rule-type", title: "a rule of the design that asks for what cannot be",
      explanation: """
        A rule looks at elements of a kind, and asks for what that kind has: its facts by their words, and a few attributes \
        such as `name` or `technology`. Values are compared in the unit of the fact: a timeout with a duration. A rule's \
        name is not that of a built-in one, and a pattern is a regular expression.
        """,
      wrong: "rule owned: error \"has no owner\" { for application where ownr is stated }\n",
      right: "rule owned: error \"has no owner\" { for application  expect owner is stated }\n"),
    DiagnosticCode(
      code: "import-missing", title: "an import of a directory that holds no design",
      explanation: """
        `import` names a directory with `.design` files. Its path leads from the directory of the file that imports, not from \
        where the command runs.
        """,
      wrong: "import \"../payments\" as payments\n", right: "external application payments: service\n"),
    DiagnosticCode(
      code: "import-cycle", title: "imports that lead in a circle",
      explanation: """
        A design may import another, and that a third, but none may import itself by such a way, nor a directory that holds \
        files of its own. What two designs need of one another stands in a third, or is declared as `external`.
        """,
      wrong: "import \".\" as self\napplication a: service { calls self.b }\napplication b: service\n",
      right: "application a: service { calls b }\napplication b: service\n"),
    DiagnosticCode(
      code: "import-errors", title: "an import of a design that has errors",
      explanation: """
        What is imported must be a design without errors, or nothing that refers to it could be judged. Run `designc check` \
        with its directory to see them.
        """,
      wrong: "import \"../payments\" as payments\n", right: "external application payments: service\n"),
    DiagnosticCode(
      code: "imported-element", title: "a change to what another design declares",
      explanation: """
        Imported elements are another team's: a design refers to them and never changes them. Change them where they are \
        declared, or declare an `external` element of your own.
        """,
      wrong: "import \"../payments\" as payments\nextend payments.charges { owner \"Till\" }\n",
      right: "external application charges: service owner \"Till\"\n"),
  ]
}
