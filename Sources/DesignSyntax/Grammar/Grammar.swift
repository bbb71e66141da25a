/// The keyword table, compiled so that a word and its place lead to its form in one step.
package final class Grammar: Sendable {
  /// The language.
  package static let shared = Grammar()

  /// Makes the table now rather than when the first word is read.
  package static func prepare() { _ = shared }

  /// A form's number: its place in `forms`.
  package typealias FormID = UInt16

  package let forms: [Form]
  package let keywords: Keywords
  /// The forms of each context, in the order of the table.
  package let contexts: [Context: [Form]]

  /// The forms that may begin at one place.
  package struct Table: Sendable {
    struct Alternative: Sendable {
      let form: FormID
      let words: [KeywordID]
      let notBeforeParenthesis: Bool
    }
    /// For each keyword, the place in `alternatives` of the forms that begin with it; 0 when none does.
    var first: [UInt16]
    /// The longest spelling first.
    var alternatives: [[Alternative]] = [[]]
    var nameColon: FormID?
    var determines: FormID?
    var path: FormID?
    var bareName: FormID?
  }

  /// A form as the parser reads it.
  struct Compiled: Sendable {
    let lead: Lead
    let isRepeatable: Bool
    let notBeforeParenthesis: Bool
    /// Whether it has a block of its own, besides its modifiers'.
    let hasBlock: Bool
    let takesNameSpace: Bool
    /// Whether a colon or `=` before its value is a slip that is told.
    let takesValue: Bool
    let steps: Range<Int>
    /// The tables that belong to the form.
    let line: Int
    let block: Int?
    let tail: Int
  }

  enum Lead: UInt8, Sendable { case words, nameColon, determines, path, bareName }

  let tables: [Table]
  let compiled: [Compiled]
  let program: Program
  let fixed: FixedWords
  /// The table of the top level.
  let top: Int
  /// The number of the arrow, which begins statements as a word does.
  let arrow: KeywordID
  /// The numbers of forms that the parser itself asks for.
  let protocols: [KeywordID]
  let endpoint: FormID
  let extend: FormID
  private let idsByName: [String: FormID]

  /// The number of the form with this name; names are unique.
  package func id(_ name: String) -> FormID? { idsByName[name] }

  /// The spellings of the forms in whose block a form may stand; for the top level that of the file.
  package func owners(of form: Form) -> [String] {
    let places = Context.allCases.filter { contexts[$0]?.contains { $0.name == form.name } ?? false }
    if places.contains(.top) { return ["the top level"] }
    let owners = forms.filter { owner in
      places.contains { (owner.block ?? []).contains($0) || owner.modifiers.contains($0) }
    }
    return owners.map(\.spelling)
  }

  private init() {
    let contexts = Self.allContexts()
    var forms: [Form] = []
    var ids: [String: FormID] = [:]
    for context in Context.allCases {
      for form in contexts[context] ?? [] where ids[form.name] == nil {
        ids[form.name] = FormID(forms.count)
        forms.append(form)
      }
    }
    var words: [String] = []
    var seen: Set<String> = []
    for form in forms {
      for word in Self.words(of: form) where seen.insert(word).inserted { words.append(word) }
    }
    for word in FixedWords.spellings + Vocabulary.protocols + TypeSpellings.several.joined()
      + TypeSpellings.tails.joined()
    where seen.insert(word).inserted { words.append(word) }
    let keywords = Keywords(words)
    fixed = FixedWords(keywords)

    var builder = TableBuilder(contexts: contexts, forms: forms, ids: ids, keywords: keywords)
    top = builder.table([.top, .systemBody])
    var program = Program(keywords: keywords)
    compiled = forms.map { Self.compile($0, &program, &builder) }
    self.program = program
    tables = builder.tables
    self.contexts = contexts
    self.forms = forms
    self.keywords = keywords
    idsByName = ids
    arrow = keywords.id("->")
    protocols = Vocabulary.protocols.map { keywords.id($0) }
    endpoint = ids["endpoint"] ?? 0
    extend = ids["extend"] ?? 0
  }

  private static func compile(_ form: Form, _ program: inout Program, _ builder: inout TableBuilder)
    -> Compiled
  {
    let lead: Lead =
      switch form.lead {
      case .words: .words
      case .nameColon: .nameColon
      case .determines: .determines
      case .path: .path
      case .bareName: .bareName
      }
    let takesValue: Bool =
      switch form.slots.first {
      case nil, .name, .nameOrText, .symbol, .optional: false
      default: true
      }
    return Compiled(
      lead: lead, isRepeatable: form.isRepeatable, notBeforeParenthesis: form.notBeforeParenthesis,
      hasBlock: form.block != nil, takesNameSpace: nameSpaceForms.contains(form.name), takesValue: takesValue,
      steps: program.add(form.slots), line: builder.table(form.modifiers),
      block: form.block.map { builder.table($0 + form.modifiers) }
        ?? (form.modifiers.isEmpty ? nil : builder.table(form.modifiers)),
      tail: builder.table(form.tail))
  }

  /// Forms whose paths may name elements and things of other name spaces.
  private static let nameSpaceForms = [
    "realized by", "extend", "focus", "view:include", "exclude", "accept:on",
  ]

  private static func allContexts() -> [Context: [Form]] {
    var all: [Context: [Form]] = [:]
    for part in [
      elementForms, applicationForms, connectionForms, databaseForms, apiForms, brokerForms, environmentForms,
      flowForms,
    ] {
      all.merge(part) { first, _ in first }
    }
    return all
  }

  /// Every word that a form is spelled with.
  private static func words(of form: Form) -> [String] {
    var words: [String] = []
    if case .words(let heads) = form.lead { words += heads.joined() }
    if case .determines = form.lead { words.append("determines") }
    func visit(_ slots: [Slot]) {
      for slot in slots {
        switch slot {
        case .must(let word): words.append(word)
        case .word(let list), .known(let list):
          words += list.flatMap { $0.split(separator: " ").map(String.init) }
        case .optional(let inner): visit(inner)
        case .list(let inner): visit([inner])
        default: break
        }
      }
    }
    visit(form.slots)
    return words
  }
}

/// Makes each table once, however many forms use it.
private struct TableBuilder {
  private let members: [Context: [Grammar.FormID]]
  private let leads: [Form.Lead]
  /// The spellings of each form, as numbers.
  private let heads: [[[KeywordID]]]
  private let beforeParenthesis: [Bool]
  private let words: Int
  var tables: [Grammar.Table] = []
  private var made: [[Context]: Int] = [:]

  init(contexts: [Context: [Form]], forms: [Form], ids: [String: Grammar.FormID], keywords: Keywords) {
    members = contexts.mapValues { $0.compactMap { ids[$0.name] } }
    leads = forms.map(\.lead)
    beforeParenthesis = forms.map(\.notBeforeParenthesis)
    heads = forms.map { form in
      guard case .words(let heads) = form.lead else { return [] }
      return heads.map { $0.map { keywords.id($0) } }
    }
    words = keywords.spellings.count
  }

  mutating func table(_ list: [Context]) -> Int {
    if let index = made[list] { return index }
    var table = Grammar.Table(first: Array(repeating: 0, count: words))
    for context in list.flatMap(\.expanded) {
      for form in members[context] ?? [] { add(form, to: &table) }
    }
    for index in table.alternatives.indices where table.alternatives[index].count > 1 {
      // A stable order: the longest spelling first, then as the table has them.
      table.alternatives[index] = table.alternatives[index].enumerated()
        .sorted { (-$0.element.words.count, $0.offset) < (-$1.element.words.count, $1.offset) }.map(\.element)
    }
    tables.append(table)
    made[list] = tables.count - 1
    return tables.count - 1
  }

  private func add(_ form: Grammar.FormID, to table: inout Grammar.Table) {
    switch leads[Int(form)] {
    case .nameColon: table.nameColon = table.nameColon ?? form
    case .determines: table.determines = table.determines ?? form
    case .path: table.path = table.path ?? form
    case .bareName: table.bareName = table.bareName ?? form
    case .words:
      for words in heads[Int(form)] {
        let first = Int(words[0])
        let place = Int(table.first[first])
        let alternative = Grammar.Table.Alternative(
          form: form, words: words, notBeforeParenthesis: beforeParenthesis[Int(form)])
        if place == 0 {
          table.first[first] = UInt16(table.alternatives.count)
          table.alternatives.append([alternative])
        } else if !table.alternatives[place].contains(where: { $0.words == words }) {
          table.alternatives[place].append(alternative)
        }
      }
    }
  }
}
