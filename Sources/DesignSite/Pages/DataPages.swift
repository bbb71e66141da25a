import DesignMarkdown
import DesignModel

/// What pages of databases, tables and types say.
extension SiteModel {
  /// The tables below an element, in the order of the text.
  func addTables(of id: ElementID, to page: inout Page) {
    let tables = Array(model.tables(of: id))
    page.add(
      "Tables", anchor: "tables", ["Table", "Columns", "Primary key", "Rows", "Classified", "What it is"],
      tables.map { table in
        let element = model[table.element]
        let classes = table.columns.flatMap { $0.fact("classified")?.words ?? [] }
        var seen: Set<String> = []
        return .init(cells: [
          [link(element.id)], .text("\(table.columns.count)"),
          .code(table.primaryKey?.columns.joined(separator: ", ") ?? ""),
          .text(element.fact("rows")?.word ?? ""),
          classes.filter { seen.insert($0).inserted }.map { .tag($0) },
          summary(element),
        ])
      })
  }

  /// Parts of an element without pages of their own, each with its facts.
  func addParts(_ title: String, _ kind: ElementKind, of element: Element, to page: inout Page) {
    let parts = element.children.map { model[$0] }.filter { $0.kind == kind }
    page.add(
      title, anchor: title.lowercased(), ["Name", "As stated", "What it is"],
      parts.map { part in
        .init(
          anchor: addresses.anchor(of: part.id),
          cells: [[Span(part.title, .strong)], notes(part.facts), summary(part)])
      })
  }

  func addTable(_ table: Table, to page: inout Page) {
    page.add(
      "Columns", anchor: "columns",
      ["Column", "Type", "Null", "Key", "Classified", "Default", "Notes"],
      table.columns.map { row($0, table) })
    page.add(
      "Foreign keys", anchor: "foreign-keys", ["Columns", "Leads to", "Facts"],
      table.foreignKeys.map { key in
        .init(cells: [.code(key.columns.joined(separator: ", ")), target(key), facts(key.facts)])
      })
    page.add(
      "Referred to by", anchor: "referred-to-by", ["Table", "Columns", "Facts"],
      (referring[table.element] ?? []).map { other, key in
        .init(cells: [[link(other)], .code(key.columns.joined(separator: ", ")), facts(key.facts)])
      })
    page.add(
      "Indexes", anchor: "indexes", ["Index", "Columns", "Unique", "Facts"],
      table.indexes.map { index in
        .init(cells: [
          .code(index.name ?? ""), .code(index.columns.joined(separator: ", ")),
          .text(index.isUnique ? "yes" : ""), facts(index.facts.filter { $0.key != "unique" }),
        ])
      })
    page.add(
      "Unique together", anchor: "unique", ["Columns"],
      table.uniques.filter { $0.columns.count > 1 }.map {
        .init(cells: [.code($0.columns.joined(separator: ", "))])
      })
    page.add(
      "Dependencies", anchor: "dependencies", ["Columns", "Determine"],
      table.dependencies.map { dependency in
        .init(cells: [
          .code(dependency.determinant.joined(separator: ", ")),
          .code(dependency.dependents.joined(separator: ", ")),
        ])
      })
  }

  private func target(_ key: ForeignKey) -> Line {
    guard let target = key.target else { return [] }
    let columns = key.targetColumns.joined(separator: ", ")
    return [link(target)] + (columns.isEmpty ? [] : [Span(" "), .code("(\(columns))")])
  }

  private func row(_ column: Column, _ table: Table) -> Page.Grid.Row {
    var keys: [Line] = []
    if table.primaryKey?.columns.contains(column.name) == true { keys.append([.tag("primary")]) }
    if table.uniques.contains(where: { $0.columns == [column.name] }) { keys.append([.tag("unique")]) }
    for key in table.foreignKeys where key.columns.contains(column.name) {
      keys.append([Span("→ ")] + target(key))
    }
    let shown: Set = ["primary key", "unique", "references", "->", "classified", "default", "accept"]
    let facts = column.facts.filter { !shown.contains($0.key) && !table.isKeyFact($0) }
    let notes = [
      .text(model[column.element].summary.map(Description.firstParagraph) ?? ""), self.notes(facts),
    ]
    return .init(
      anchor: addresses.anchor(of: column.element),
      cells: [
        [Span(column.name, .strong)], line(column.type.unwrapped), .text(column.isNullable ? "yes" : ""),
        .joined(keys), (column.fact("classified")?.words ?? []).map { .tag($0) },
        column.fact("default").map(line) ?? [], .joined(notes.filter { !$0.isEmpty }, by: " "),
      ])
  }

  /// Facts with their words, and with links.
  private func notes(_ facts: [Fact]) -> Line {
    .joined(
      facts.map { fact in
        let rest = line(fact)
        let written = stated(fact)
        return written == rest.plainText
          ? rest : [.code(fact.key)] + (written == fact.key ? [] : [Span(" ")] + rest)
      })
  }

  // MARK: Types

  /// The fields, the cases, or what it stands for.
  ///
  /// - Parameter isOwnPage: whether it is the page to which links to the fields lead.
  func blocks(ofType id: ElementID, isOwnPage: Bool = false) -> [Page.Block] {
    let element = model[id]
    if element.kind == .enumeration {
      let cases = element.children.map { model[$0] }.filter { $0.kind == .enumCase }
      return [
        .table(
          Page.Grid(
            headers: ["Case", "What it means"],
            rows: cases.map {
              .init(
                anchor: isOwnPage ? addresses.anchor(of: $0.id) : "", cells: [.code($0.name), summary($0)])
            }
          ).compact)
      ]
    }
    if let fields = model.fields[id] {
      return [
        .table(
          Page.Grid(
            headers: ["Field", "Type", "Default", "Classified", "From", "Notes"],
            rows: fields.map { row($0, in: isOwnPage ? element : nil) }
          ).compact)
      ]
    }
    return model.payloads[id].map { [.paragraph([Span("Stands for ")] + line($0))] } ?? []
  }

  private func row(_ field: Field, in type: Element?) -> Page.Grid.Row {
    let shown: Set = ["classified", "accept"]
    let classes = field.facts.first { $0.key == "classified" }?.words ?? []
    let declared = type?.children.first { model[$0].kind == .field && model[$0].name == field.name }
    return .init(
      anchor: declared.map(addresses.anchor) ?? "",
      cells: [
        [Span(field.name, .strong)], line(field.type), .code(field.defaultValue ?? ""),
        classes.map { .tag($0) },
        field.column.map { [Span(model[$0].path, .code, to: addresses.target($0))] } ?? [],
        notes(field.facts.filter { !shown.contains($0.key) }),
      ])
  }

  /// The declared types that a type names, and those that these name in turn, each once, nearest first.
  func declaredTypes(in types: [DataType]) -> [ElementID] {
    var out: [ElementID] = []
    var seen: Set<ElementID> = []
    var pending = types[...]
    while let type = pending.popFirst() {
      switch type {
      case .list(let inner), .optional(let inner): pending.append(inner)
      case .map(let key, let value): pending += [key, value]
      case .oneOf(let types): pending += types
      case .named(let named):
        guard let id = named.target, seen.insert(id).inserted else { continue }
        out.append(id)
        pending += (model.fields[id] ?? []).map(\.type) + [model.payloads[id]].compactMap { $0 }
      }
    }
    return out
  }
}

extension Table {
  /// Whether a fact of a column is a foreign key, which is told as one.
  fileprivate func isKeyFact(_ fact: Fact) -> Bool { foreignKeys.contains { $0.range == fact.range } }
}
