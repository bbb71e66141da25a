import DesignModel
import DesignSource

/// Primary keys, unique keys and indexes.
extension DatabaseComparison {
  mutating func compareKeys(_ table: Table, _ other: BuiltTable, _ known: KnownColumns) {
    let element = model[table.element]
    let (own, theirs) = (table.primaryKey.map { Names($0.columns) }, Names(other.primaryKey))
    guard own ?? Names([]) != theirs else { return }
    // A column that is missing or extra is told already.
    guard own.map({ known.design.isSuperset(of: $0.set) }) ?? true, known.built.isSuperset(of: theirs.set)
    else { return }
    let message =
      if let own, other.primaryKey.isEmpty {
        "`\(element.path)` has no primary key in the database, not \(own.written)"
      } else if let own {
        "the primary key of `\(element.path)` is \(theirs.written) in the database, not \(own.written)"
      } else {
        "`\(element.path)` has the primary key \(theirs.written) in the database, which the design does not have"
      }
    add(
      .primaryKey, .error, on: element, message, at: table.primaryKey?.range ?? element.nameRange,
      help: ["change the key in the database, or in the design"])
  }

  mutating func compareIndexes(_ table: Table, _ other: BuiltTable, _ known: KnownColumns) {
    var rest = other.indexes.filter { !($0.isOfKey && Names($0.columns ?? []) == Names(other.primaryKey)) }
    // A column that the design does not have is told, with all that rests on it.
    rest.removeAll { index in
      !(index.columns ?? []).allSatisfy { known.built.contains($0.lowercased()) || other.column($0) == nil }
    }
    compareUniques(table, other, known, &rest)
    for index in table.indexes where !index.isUnique || index.states("where") {
      guard index.columns.allSatisfy({ known.design.contains($0.lowercased()) || table.column($0) == nil })
      else {
        continue
      }
      compare(index, table, other, &rest)
    }
    for index in rest { tellExtra(index, table) }
  }

  // MARK: Unique keys

  private mutating func compareUniques(
    _ table: Table, _ other: BuiltTable, _ known: KnownColumns, _ rest: inout [BuiltIndex]
  ) {
    let element = model[table.element]
    for key in table.uniques {
      if let at = rest.firstIndex(where: {
        $0.isUnique && !$0.isPartial && Self.isOn($0, key.columns, table, inOrder: false)
      }) {
        rest.remove(at: at)
        continue
      }
      guard key.columns.allSatisfy({ known.design.contains($0.lowercased()) || table.column($0) == nil }),
        Names(key.columns) != Names(other.primaryKey)
      else { continue }
      var message = "`\(element.path)` does not keep \(Names(key.columns).written) unique in the database"
      if let at = rest.firstIndex(where: { Self.isOn($0, key.columns, table, inOrder: true) }) {
        let index = rest.remove(at: at)
        message += ": the index `\(index.name)` \(index.isUnique ? "covers only some rows" : "is not unique")"
      }
      add(
        .uniqueKey, .error, on: element, message, at: key.range,
        help: [
          "add `UNIQUE (\(key.columns.joined(separator: ", ")))` in the database, or take it out of the design"
        ])
    }
  }

  // MARK: Indexes

  private mutating func compare(
    _ index: Index, _ table: Table, _ other: BuiltTable, _ rest: inout [BuiltIndex]
  ) {
    let element = model[table.element]
    let name = index.name.map { "the index `\($0)`" } ?? "the index on \(Names(index.columns).written)"
    func tell(_ message: String) {
      add(
        .index, .warning, on: element, message, at: index.range,
        help: ["change the index in the database, or in the design"])
    }
    let isPartial = index.states("where")
    let same = rest.indices.filter { Self.isOn(rest[$0], index.columns, table, inOrder: true) }
    let best = same.first { rest[$0].isPartial == isPartial && rest[$0].isUnique == index.isUnique }
    if let at = best ?? same.first {
      let found = rest[at]
      // One that is unique beyond the design is told as an extra unique key.
      if found.isUnique == index.isUnique || index.isUnique { rest.remove(at: at) }
      if found.isPartial != isPartial {
        tell(
          "\(name) of `\(element.path)` covers \(isPartial ? "all rows in the database, not only some" : "only some rows in the database, not all")"
        )
      } else if index.isUnique, !found.isUnique {
        tell("\(name) of `\(element.path)` is not unique in the database")
      } else if let wanted = index.fact("using")?.word?.lowercased(), let method = found.method,
        method != wanted
      {
        tell("\(name) of `\(element.path)` is `\(method)` in the database, not `\(wanted)`")
      }
      return
    }
    if !isPartial, other.primaryKey.map({ $0.lowercased() }) == index.columns.map({ $0.lowercased() }) {
      return
    }
    if let at = rest.firstIndex(where: { $0.name.lowercased() == index.name?.lowercased() }) {
      let found = rest.remove(at: at)
      return tell(
        "\(name) of `\(element.path)` is on \(Names(found.shownParts).written) in the database, not \(Names(index.columns).written)"
      )
    }
    add(
      .index, .warning, on: element, "\(name) of `\(element.path)` is not in the database", at: index.range,
      help: [
        "`CREATE INDEX ON \(other.name) (\(index.columns.joined(separator: ", ")))`, or take it out of the design"
      ])
  }

  private mutating func tellExtra(_ index: BuiltIndex, _ table: Table) {
    let element = model[table.element]
    let columns = Names(index.shownParts).written
    guard index.isUnique else {
      return add(
        .index, .warning, on: element,
        "`\(element.path)` has an index `\(index.name)` on \(columns) in the database, which the design does not have",
        at: element.nameRange,
        notes: ["every write keeps it up to date"],
        help: ["add `index \(columns)` to the table, or drop it"])
    }
    let isImplied =
      table.primaryKey.map { Names($0.columns).set.isSubset(of: Names(index.columns ?? []).set) } ?? false
    guard !isImplied || index.isPartial else { return }
    add(
      .uniqueKey, .error, on: element,
      "`\(element.path)` keeps \(columns) unique in the database\(index.isPartial ? ", among some rows" : ""), which the design does not say",
      at: element.nameRange, notes: ["rows that the design admits are refused"],
      help: ["add `unique \(columns)` to the table, or drop it in the database"])
  }

  /// Whether an index is on columns or expressions of the design. Of an expression that the catalog does not tell, or that
  /// it writes in another way, it is only known that it is one.
  private static func isOn(_ index: BuiltIndex, _ columns: [String], _ table: Table, inOrder: Bool) -> Bool {
    guard index.parts.count == columns.count else { return false }
    if !inOrder, let own = index.columns, Names(own) == Names(columns) { return true }
    return zip(index.parts, columns).allSatisfy { part, column in
      guard table.column(column) == nil else { return part?.lowercased() == column.lowercased() }
      return part.map { table.column($0) == nil } ?? true
    }
  }
}

/// Names of columns without order and case.
private struct Names: Equatable {
  let set: Set<String>
  let written: String

  init(_ names: [String]) {
    set = Set(names.map { $0.lowercased() })
    written = "(\(names.joined(separator: ", ")))"
  }

  static func == (a: Names, b: Names) -> Bool { a.set == b.set }
}

extension BuiltIndex {
  /// Its parts for people.
  fileprivate var shownParts: [String] { parts.map { $0 ?? "…" } }
}
