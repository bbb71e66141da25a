import DesignContract

/// Reads what the query of a `Catalog` answers.
package enum CatalogReader {
  /// Why an answer cannot be used, as the end of a sentence.
  package struct Problem: Error, Sendable, Hashable { package let reason: String }

  package static func read(_ bytes: [UInt8], of engine: BuiltDatabase.Engine) throws(Problem) -> BuiltDatabase
  {
    let document: Document
    do {
      document = try JSONReader.read(bytes)
    } catch {
      throw Problem(reason: "its answer cannot be read: \(error.reason)")
    }
    return BuiltDatabase(
      engine: engine, schema: document["schema"]?.text ?? "",
      tables: (document["tables"]?.items ?? []).map(table),
      enumerations: (document["enumerations"]?.items ?? []).map { one in
        BuiltEnumeration(
          schema: text(one, "schema"), name: text(one, "name"),
          values: (one["values"]?.items ?? []).compactMap(\.text))
      })
  }

  private static func table(_ one: Document) -> BuiltTable {
    BuiltTable(
      schema: text(one, "schema"), name: text(one, "name"),
      kind: .init(rawValue: text(one, "kind")) ?? .table,
      columns: (one["columns"]?.items ?? []).map(column),
      primaryKey: (one["primaryKey"]?.items ?? []).compactMap(\.text),
      indexes: (one["indexes"]?.items ?? []).map { index in
        BuiltIndex(
          name: text(index, "name"), parts: (index["parts"]?.items ?? []).map(\.text),
          isUnique: isTrue(index, "unique"), isOfKey: isTrue(index, "ofKey"),
          isPartial: isTrue(index, "partial"),
          method: index["method"]?.text)
      },
      foreignKeys: (one["foreignKeys"]?.items ?? []).map { key in
        let targets = (key["targetColumns"]?.items ?? []).compactMap(\.text)
        return BuiltForeignKey(
          columns: (key["columns"]?.items ?? []).compactMap(\.text), targetSchema: text(key, "targetSchema"),
          target: text(key, "target"), targetColumns: targets, onDelete: text(key, "onDelete").lowercased(),
          onUpdate: text(key, "onUpdate").lowercased())
      })
  }

  private static func column(_ one: Document) -> BuiltColumn {
    BuiltColumn(
      name: text(one, "name"), type: text(one, "type"), baseType: one["baseType"]?.text,
      isNotNull: isTrue(one, "notNull"), defaultValue: one["default"]?.text,
      isGenerated: isTrue(one, "generated"), isIdentity: isTrue(one, "identity"))
  }

  private static func text(_ document: Document, _ key: String) -> String { document[key]?.text ?? "" }

  /// Databases without a type for truths say 1.
  private static func isTrue(_ document: Document, _ key: String) -> Bool {
    document[key]?.bool ?? (document[key]?.number?.int == 1)
  }
}
