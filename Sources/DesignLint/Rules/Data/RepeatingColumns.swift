import DesignModel

let repeatingColumns = Rule(
  "DAT014", "repeating-columns", .info,
  what: "Finds columns of one type that are numbered: `phone1`, `phone2`.",
  why: "There is always one more than there are columns, and a search must look into each.",
  silent: """
    For lines of an address, for names that end with a number of their own (`sha256`, `utf8`, `oauth2`), and for numbers with \
    a gap.
    """,
  fires: "database shop: postgresql { table customer { id: int primary key  phone1: text  phone2: text } }",
  passes: """
    database shop: postgresql {
      table customer { id: int primary key }
      table phone { customer_id: int -> customer.id  number: text  primary key (customer_id, number) }
    }
    """,
  sources: [
    .init("SchemaCrawler lint, LinterTableWithIncrementingColumns", "2025-01"),
    .init("E. F. Codd, A Relational Model of Data for Large Shared Data Banks, §1.4", "1970-06"),
  ]
) { review, report in
  for table in review.ownTables {
    var byStem: [String: [(number: Int, column: Column)]] = [:]
    var order: [String] = []
    for column in table.columns where column.name.utf8.last.map({ (48...57).contains($0) }) ?? false {
      let digits = String(column.name.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
      guard let number = Int(digits), digits.count <= 2 else { continue }
      var stem = String(column.name.dropLast(digits.count))
      if stem.hasSuffix("_") { stem.removeLast() }
      guard !stem.isEmpty, !isStopped(stem.lowercased()) else { continue }
      if byStem[stem] == nil { order.append(stem) }
      byStem[stem, default: []].append((number, column))
    }
    for stem in order {
      let members = (byStem[stem] ?? []).sorted { $0.number < $1.number }
      guard members.count >= 2, let first = members.first, first.number <= 1,
        members.enumerated().allSatisfy({ $0.element.number == first.number + $0.offset }),
        Set(members.map { ColumnTypes.canonicalName($0.column.type) }).count == 1
      else { continue }
      report.add(
        .info, on: .element(table.element),
        "`\(review.model[table.element].path)` has \(members.count) numbered columns: \(members.map(\.column.name).quotedList)",
        at: first.column.nameRange,
        help: ["move them to a table of their own, a row each; or leave it if there can never be more"])
    }
  }
}

private func isStopped(_ stem: String) -> Bool {
  let last = stem.split(separator: "_").last.map(String.init) ?? stem
  return [
    "line", "address", "street", "sha", "md", "utf", "oauth", "x", "y", "z", "lat", "lon", "iso", "crc",
    "base", "level", "q", "s", "h", "ipv",
  ]
  .contains { last == $0 || (($0 == "line" || $0 == "address") && last.hasSuffix($0)) }
}
