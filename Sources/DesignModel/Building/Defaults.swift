import DesignSource
import DesignSyntax

/// Literal defaults, held against the types of their columns.
extension ModelBuilder {
  mutating func checkDefault(of column: Column) {
    let statement = statements(of: column.element).first { $0.formID == Self.defaultForm }
    guard let value = statement?.child(.sql), let token = value.tokens.first, token.kind != .backtick else {
      return
    }
    if let target = column.type.name?.target, model[target].kind == .enumeration {
      checkCase(value, token, of: target)
    }
  }

  private static let defaultForm = form("default")

  /// The default of an enumeration is one of its cases, as a name or a text.
  private mutating func checkCase(_ value: Node, _ token: Token, of enumeration: ElementID) {
    let written = token.kind == .text ? Texts.value(ofText: value) : value.sourceText
    let cases = model[enumeration].children.map { model[$0].name }
    guard !cases.contains(written), written.lowercased() != "null", !skippedWords.contains(written) else {
      return
    }
    let near = Spelling.nearest(to: written, among: cases)
    report(
      "MOD001", "unresolved-reference", "`\(model[enumeration].path)` has no case `\(written)`",
      at: value.range, label: near.map { "did you mean `\($0)`?" } ?? "",
      related: [.init(model[enumeration].nameRange, "declared here")],
      fixIts: near.map { [.init("write `\($0)`", range: value.range, replacement: $0, safety: .suggested)] }
        ?? [])
  }
}
