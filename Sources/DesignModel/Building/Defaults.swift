import DesignSource
import DesignSyntax

/// Literal defaults, held against the types of their columns. SQL in backticks is the engine's to judge.
extension ModelBuilder {
  mutating func checkDefault(of column: Column) {
    let statement = statements(of: column.element).first { $0.formID == Self.defaultForm }
    guard let value = statement?.child(.sql), value.tokens.count == 1 else { return }
    let token = value.head
    if token.kind == .word, Self.sqlWords.contains(value.sourceText.lowercased()) {
      return report(
        "wrong-default", "", "`\(value.sourceText)` is SQL, which stands in backticks", at: value.range,
        fixIts: [
          .init("write `` `\(value.sourceText)` ``", range: value.range, replacement: "`\(value.sourceText)`")
        ])
    }
    guard token.kind != .backtick, value.sourceText.lowercased() != "null", let type = column.type.name else {
      return
    }
    if let target = type.target {
      if model[target].kind == .enumeration { checkCase(value, of: target) }
    } else {
      check(value, type, column)
    }
  }

  private static let defaultForm = form("default")
  private static let sqlWords: Set<String> = [
    "current_timestamp", "current_date", "current_time", "localtimestamp", "localtime", "current_user",
    "sysdate", "systimestamp", "newid",
  ]

  /// The default of an enumeration is one of its cases, as a name or a text.
  private mutating func checkCase(_ value: Node, of enumeration: ElementID) {
    let written = value.head.kind == .text ? Texts.value(ofText: value) : value.sourceText
    let cases = model[enumeration].children.map { model[$0].name }
    guard !cases.contains(written), !skippedWords.contains(written) else { return }
    let near = Spelling.nearest(to: written, among: cases)
    report(
      "MOD001", "unresolved-reference", "`\(model[enumeration].path)` has no case `\(written)`",
      at: value.range, label: near.map { "did you mean `\($0)`?" } ?? "",
      related: [.init(model[enumeration].nameRange, "declared here")],
      fixIts: near.map { [.init("write `\($0)`", range: value.range, replacement: $0, safety: .suggested)] }
        ?? [])
  }

  private mutating func check(_ value: Node, _ type: NamedType, _ column: Column) {
    guard let database = model.enclosing(column.element, ElementKinds(.database))?.subtype,
      let category = Engine.named(database)?.type(type.name)?.category,
      let (fault, help) = fault(value, category, type)
    else { return }
    report(
      "wrong-default", "", "the default of `\(model[column.element].path)` \(fault)", at: value.range,
      related: [.init(column.typeRange, "the column's type")], help: help.map { [$0] } ?? [])
  }

  /// What is wrong with a literal for a type of this category, and what to write.
  private func fault(_ value: Node, _ category: Engine.Category, _ type: NamedType) -> (String, String?)? {
    let written = value.sourceText
    let isTruth = ["true", "false"].contains(written.lowercased())
    switch (category, value.head.kind) {
    case (.integer, .number):
      return Int(written.filter { $0 != "_" }) == nil ? ("is not a whole number", nil) : nil
    case (.decimal, .number), (.float, .number):
      return Double(written.filter { $0 != "_" }) == nil ? ("is not a number", nil) : nil
    case (.integer, .text), (.decimal, .text), (.float, .text):
      return Double(Texts.value(ofText: value)) == nil
        ? ("is a text, but the column holds numbers", nil) : nil
    case (.integer, .word), (.decimal, .word), (.float, .word):
      return isTruth ? nil : ("is a name, but the column holds numbers", "SQL stands in backticks")
    case (.boolean, .number):
      return written == "0" || written == "1" ? nil : ("is neither `true` nor `false`", nil)
    case (.boolean, .word): return isTruth ? nil : ("is neither `true` nor `false`", nil)
    case (.text, .word):
      return ("is a name, but the column holds text", "write `\"\(written)\"`; SQL stands in backticks")
    case (.text, .text):
      let length = Texts.value(ofText: value).unicodeScalars.count
      guard type.arguments.count == 1, let limit = Int(type.arguments[0].value), length > limit else {
        return nil
      }
      return ("has \(length) characters, but the column holds at most \(limit)", nil)
    case (.uuid, .number), (.date, .number), (.timestamp, .number), (.json, .number):
      return ("is a number, but the column holds \(category == .uuid ? "UUIDs" : "no numbers")", nil)
    default: return nil
    }
  }
}
