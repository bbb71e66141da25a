import DesignSource
import DesignSyntax

/// Types of columns, held against what their engine knows.
extension ModelBuilder {
  /// Reports a column type that its engine does not have, or that takes other arguments.
  mutating func checkType(_ type: DataType, _ node: Node, in database: ElementID) {
    guard let name = model[database].subtype, let engine = Engine.named(name) else { return }
    check(type, node, engine)
  }

  private mutating func check(_ type: DataType, _ node: Node, _ engine: Engine) {
    switch type {
    case .optional(let inner): check(inner, node, engine)
    case .list(let inner):
      guard engine.hasArrays else {
        return report(
          "unknown-type", "", "`\(engine.name)` has no arrays", at: node.range,
          help: ["keep the values in a table of their own, or as JSON"])
      }
      check(inner, node, engine)
    case .map, .oneOf: break
    case .named(let named):
      // What stands in quotes is the author's own affair: a type of an extension, or of a newer version.
      guard named.target == nil, !isQuoted(node) else { return }
      if let known = engine.type(named.name) {
        checkArguments(named, known, engine)
      } else {
        reportUnknown(named, engine)
      }
    }
  }

  private func isQuoted(_ node: Node) -> Bool {
    node.tokens.contains { $0.kind == .text }
  }

  private mutating func checkArguments(_ named: NamedType, _ known: Engine.ColumnType, _ engine: Engine) {
    let count = named.arguments.count
    guard !known.arguments.contains(count) else { return }
    let (least, most) = (known.arguments.lowerBound, known.arguments.upperBound)
    let wanted =
      most == 0
      ? "no arguments"
      : least == most ? "\(most) argument\(most == 1 ? "" : "s")" : "\(least) to \(most) arguments"
    report(
      "wrong-arguments", "", "`\(known.name)` of `\(engine.name)` takes \(wanted), not \(count)",
      at: named.range)
  }

  private mutating func reportUnknown(_ named: NamedType, _ engine: Engine) {
    guard !skippedWords.contains(named.name) else { return }
    let foreign = Self.foreign[named.name.lowercased()].flatMap { engine.type($0) }?.name
    let near = foreign ?? Spelling.nearest(to: named.name, among: engine.types.map(\.name))
    report(
      "unknown-type", "", "`\(engine.name)` has no type `\(named.name)`", at: named.range,
      label: near.map { "did you mean `\($0)`?" } ?? "",
      help: near == nil
        ? ["put a type of an extension in quotes: `\"\(named.name)\"`; or declare it as an enum or domain"]
        : [],
      fixIts: near.map { [.init("write `\($0)`", range: named.range, replacement: $0, safety: .suggested)] }
        ?? [])
  }

  /// What types of other engines and of apis are called in most.
  private static let foreign: [String: String] = [
    "string": "text", "datetime": "timestamp", "double": "double precision", "long": "bigint",
    "uuid": "uniqueidentifier", "varchar2": "varchar", "nvarchar2": "nvarchar", "number": "numeric",
    "blob": "bytea", "bytea": "blob", "text": "string", "varchar": "string", "integer": "int",
    "bigint": "long", "boolean": "bool", "bool": "boolean", "timestamptz": "timestamp", "clob": "text",
    "tinyint": "smallint", "jsonb": "json", "serial": "integer", "bigserial": "bigint", "numeric": "decimal",
  ]

  // MARK: Versions

  private static let versioned = ElementKinds.stores.union(ElementKinds(.broker))

  /// Reports the version of an engine that was never released. What is newer than the table knows is taken as it is.
  mutating func checkVersions() {
    var existing: Set<String> = []
    for index in 0..<model.ownElementCount where model.elements[index].version != nil {
      guard Self.versioned.contains(model.elements[index].kind), let version = model.elements[index].version,
        let engine = model.elements[index].subtype, !existing.contains("\(engine) \(version)"),
        case let known = EngineVersions.known(of: engine), !known.isEmpty
      else { continue }
      if EngineVersions.exists(version, among: known) {
        existing.insert("\(engine) \(version)")
        continue
      }
      let element = model.elements[index]
      let near = EngineVersions.nearest(to: version, among: known)
      let range = node(of: element.id).child(.version)?.range ?? element.nameRange
      report(
        "unknown-version", "", "there is no version `\(version)` of `\(engine)`", at: range,
        help: ["there are \(near.map { "`\($0)`" }.joined(separator: ", ")), among others"])
    }
  }
}
