import DesignSyntax
import Testing

/// The keyword table is consistent in itself.
@Suite struct GrammarTests {
  let grammar = Grammar.shared

  @Test func namesAreUnique() {
    var seen: Set<String> = []
    for context in Context.allCases {
      var here: Set<String> = []
      for form in grammar.contexts[context] ?? [] {
        #expect(here.insert(form.name).inserted, "\(form.name) stands twice in \(context.rawValue)")
        seen.insert(form.name)
      }
    }
    #expect(seen.count == grammar.forms.count)
  }

  /// A form that is defined twice under one name would be parsed as the first of the two.
  @Test func formsOfOneNameAreOneForm() {
    for context in Context.allCases {
      for form in grammar.contexts[context] ?? [] {
        let kept = grammar.id(form.name).map { grammar.forms[Int($0)] }
        #expect(kept?.documentation == form.documentation, "\(form.name) is defined twice")
        #expect(kept?.slots == form.slots, "\(form.name) is defined twice")
      }
    }
  }

  @Test func everyContextIsUsed() {
    let used = Set(grammar.forms.flatMap { $0.modifiers + ($0.block ?? []) + $0.tail })
    // What any element may hold is put together for `extend`; the top is where files begin.
    let roots: Set<Context> = [.top, .systemBody, .extend]
    for context in Context.allCases where !roots.contains(context) {
      #expect(used.contains(context), "no form names \(context.rawValue)")
      #expect(!(grammar.contexts[context] ?? []).isEmpty, "\(context.rawValue) holds no form")
    }
  }

  @Test func everyFormIsDocumentedInOneLine() {
    for form in grammar.forms {
      #expect(form.documentation.hasSuffix("."), "\(form.name)")
      #expect(!form.documentation.contains("\n"), "\(form.name)")
    }
  }
}
