/// The keyword table, compiled so that a word and its place lead to its form in one step.
package final class Grammar: Sendable {
  /// The language.
  package static let shared = Grammar()

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

  /// The tables that belong to one form.
  struct Compiled: Sendable {
    var line: Int
    var block: Int?
    var tail: Int
  }

  let tables: [Table]
  let compiled: [Compiled]
  /// The table of the top level.
  let top: Int
  /// The number of the arrow, which begins statements as a word does.
  let arrow: KeywordID
  private let idsByName: [String: FormID]

  /// The number of the form with this name; names are unique.
  package func id(_ name: String) -> FormID? { idsByName[name] }

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
    let keywords = Keywords(words)

    var builder = TableBuilder(contexts: contexts, forms: forms, ids: ids, keywords: keywords)
    top = builder.table([.top, .systemBody])
    compiled = forms.map { form in
      Compiled(
        line: builder.table(form.modifiers),
        block: form.block.map { builder.table($0 + form.modifiers, enclosing: form.block) }
          ?? (form.modifiers.isEmpty ? nil : builder.table(form.modifiers)),
        tail: builder.table(form.tail))
    }
    tables = builder.tables
    self.contexts = contexts
    self.forms = forms
    self.keywords = keywords
    idsByName = ids
    arrow = keywords.id("->")
  }

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
        case .word(let list): words += list.flatMap { $0.split(separator: " ").map(String.init) }
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
  let contexts: [Context: [Form]]
  let forms: [Form]
  let ids: [String: Grammar.FormID]
  let keywords: Keywords
  var tables: [Grammar.Table] = []
  private var made: [[Context]: Int] = [:]

  init(contexts: [Context: [Form]], forms: [Form], ids: [String: Grammar.FormID], keywords: Keywords) {
    self.contexts = contexts
    self.forms = forms
    self.ids = ids
    self.keywords = keywords
  }

  mutating func table(_ list: [Context], enclosing: [Context]? = nil) -> Int {
    if let index = made[list] { return index }
    var table = Grammar.Table(first: Array(repeating: 0, count: keywords.spellings.count))
    for context in expand(list) {
      for form in contexts[context] ?? [] { add(form, to: &table) }
    }
    for index in table.alternatives.indices {
      // A stable order: the longest spelling first, then as the table has them.
      table.alternatives[index] = table.alternatives[index].enumerated()
        .sorted { ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset) }.map(\.element)
    }
    tables.append(table)
    made[list] = tables.count - 1
    return tables.count - 1
  }

  /// What `extend` may hold is what any element may hold.
  private func expand(_ list: [Context]) -> [Context] {
    var out: [Context] = []
    for context in list {
      switch context {
      case .top: out += [.top, .systemBody]
      case .extend:
        out += [
          .systemBody, .connections, .applicationBody, .databaseBody, .tableBody, .apiBody, .brokerBody,
          .places,
          .environmentBody, .element, .facts, .application, .database, .table, .api, .broker, .topic, .place,
          .deploy, .flowBody, .feature, .pipeline,
        ]
      default: out.append(context)
      }
    }
    return out
  }

  private func add(_ form: Form, to table: inout Grammar.Table) {
    guard let id = ids[form.name] else { return }
    switch form.lead {
    case .nameColon: table.nameColon = table.nameColon ?? id
    case .determines: table.determines = table.determines ?? id
    case .path: table.path = table.path ?? id
    case .bareName: table.bareName = table.bareName ?? id
    case .words(let heads):
      for head in heads {
        let words = head.map { keywords.id($0) }
        let first = Int(words[0])
        if table.first[first] == 0 {
          table.first[first] = UInt16(table.alternatives.count)
          table.alternatives.append([])
        }
        let place = Int(table.first[first])
        guard !table.alternatives[place].contains(where: { $0.words == words }) else { continue }
        table.alternatives[place].append(.init(form: id, words: words))
      }
    }
  }
}
