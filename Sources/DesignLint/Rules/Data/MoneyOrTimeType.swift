import DesignModel

let moneyOrTimeType = Rule(
  "DAT019", "money-or-time-type", .error,
  what: "Finds money that is kept as a binary fraction, and as a warning moments without a time zone.",
  why:
    "0.1 has no exact binary fraction, so that sums are wrong by cents; a time without zone means another moment for each reader.",
  silent:
    "For times on the wall (`local time`), for engines whose types have no zone, and for names that speak of no money.",
  fires: "database shop: postgresql { table item { id: int primary key  price: double precision } }",
  passes: "database shop: postgresql { table item { id: int primary key  price: numeric(12, 2) } }",
  sources: [
    .init("PostgreSQL wiki, Don't Do This: timestamp without time zone, money", "2024-01"),
    .init("squawk, prefer-timestamptz", "2024-06"),
    .init("Zalando RESTful API Guidelines, common money object", "2024-01"),
  ]
) { review, report in
  let money: Set<String> = [
    "price", "amount", "cost", "total", "balance", "fee", "salary", "payment", "subtotal", "revenue",
    "discount", "tax", "refund",
  ]
  let zoned: Set<String> = ["postgresql", "postgres", "cockroachdb", "timescaledb", "yugabytedb", "oracle"]
  for table in review.ownTables {
    for column in table.columns {
      let name = ColumnTypes.canonicalName(review.resolved(column.type))
      let path = review.model[column.element].path
      if ["real", "double precision", "float", "binary_double", "binary_float"].contains(name),
        let last = column.nameWords.last, money.contains(last)
      {
        let exact = exactType(of: review.engine(of: table))
        report.add(
          .error, on: .element(column.element),
          "`\(path)` keeps money as \(column.type.unwrapped.description), which rounds", at: column.typeRange,
          help: ["write `\(exact)`, or whole cents as an integer"],
          fixIts: [
            .init(
              "write `\(exact)`", range: column.typeRange,
              replacement: "\(exact)\(column.isNullable ? "?" : "")", safety: .suggested)
          ])
      }
      if name == "timestamp", review.engine(of: table).map(zoned.contains) ?? false,
        column.fact("local time") == nil
      {
        let type = review.engine(of: table) == "oracle" ? "timestamp with time zone" : "timestamptz"
        report.add(
          .warning, on: .element(column.element), "`\(path)` is a moment without a time zone",
          at: column.typeRange,
          help: ["write `\(type)`; or say that it is the time on the wall: `local time`"],
          fixIts: [
            .init(
              "write `\(type)`", range: column.typeRange,
              replacement: "\(type)\(column.isNullable ? "?" : "")", safety: .suggested)
          ])
      }
    }
  }
}

/// The type that keeps decimal digits as they are, as the engine spells it.
private func exactType(of engine: String?) -> String {
  engine == "mongodb" ? "decimal" : "numeric(12, 2)"
}
