import DesignSyntax

/// How the reference spells a statement: words as they are, capitals for what one chooses, brackets around what may be
/// missing.
struct Notation {
  /// A list of words too long for the line, under the capitals that stand for it there.
  struct Listing {
    /// `KIND` or `WORD`.
    let kind: String
    /// The statements in which it stands.
    fileprivate(set) var owners: [String]
    let words: [String]
    /// Whether what is not among them may stand in quotes.
    let isOpen: Bool

    var name: String { "\(kind) of " + owners.map { "`\($0)`" }.joined(separator: ", ") }

    /// Lists of the same words under one name.
    static func merged(_ listings: [Listing]) -> [Listing] {
      var out: [Listing] = []
      for listing in listings {
        if let same = out.firstIndex(where: { $0.words == listing.words && $0.kind == listing.kind }) {
          out[same].owners += listing.owners
        } else {
          out.append(listing)
        }
      }
      return out
    }
  }

  let text: String
  let listings: [Listing]

  init(_ form: Form) {
    var listings: [Listing] = []
    var parts = [Self.head(of: form)]
    // The parser itself takes the word that says which sort of thing is extended.
    if form.name == "extend" { parts.append("[KEYWORD]") }
    parts += form.slots.map { Self.text(of: $0, in: form, &listings) }
    if form.lead == .path { parts.append("VERB …") }
    text = parts.filter { !$0.isEmpty }.joined(separator: " ").replacing(" : ", with: ": ")
      .replacing(" [:", with: "[:").replacing(" [(", with: "[(")
    self.listings = listings
  }

  private static func head(of form: Form) -> String {
    guard case .words(let heads) = form.lead else { return "" }
    let spellings = heads.map { $0.joined(separator: " ") }
    // `[external] system`, and `not encrypted [at rest]`, rather than both.
    if spellings.count == 2, let (short, long) = pair(spellings) {
      if long.hasSuffix(" " + short) { return "[\(long.dropLast(short.count + 1))] \(short)" }
      if long.hasPrefix(short + " ") { return "\(short) [\(long.dropFirst(short.count + 1))]" }
    }
    return spellings.joined(separator: "|")
  }

  private static func pair(_ spellings: [String]) -> (String, String)? {
    spellings[0].count < spellings[1].count
      ? (spellings[0], spellings[1]) : (spellings[1], spellings[0])
  }

  private static func text(of slot: Slot, in form: Form, _ listings: inout [Listing]) -> String {
    switch slot {
    case .name, .nameOrText: return "NAME"
    case .path: return "PATH"
    case .endpointReference: return "METHOD /path"
    case .text: return "\"TEXT\""
    case .word(let words): return choice(words, isOpen: false, of: form, &listings)
    case .known(let words): return choice(words, isOpen: true, of: form, &listings)
    case .freeWord: return "WORD"
    case .kind: return "KIND"
    case .version: return "VERSION"
    case .value(let dimension): return dimension.symbol
    case .range(let dimension): return "\(dimension.symbol)[..\(dimension.symbol)]"
    case .sql: return "`SQL`"
    case .columns: return "(COLUMN, …)"
    case .determinant: return "COLUMN|(COLUMN, …)"
    case .type: return "TYPE"
    case .arguments: return "(NAME: VALUE, …)"
    case .parameters: return "(NAME: TYPE, …)"
    case .responses: return "[STATUS] TYPE [| …]"
    case .endpointPath: return "/path"
    case .expression: return "CONDITION"
    case .protocolName: return "PROTOCOL"
    case .literal: return "VALUE"
    case .must(let word): return word
    case .symbol(let kind): return kind.spelling
    case .list(let inner): return text(of: inner, in: form, &listings) + ", …"
    case .optional(let inner):
      let parts = inner.map { text(of: $0, in: form, &listings) }
      return "[\(parts.joined(separator: " "))]"
    }
  }

  private static func choice(_ words: [String], isOpen: Bool, of form: Form, _ listings: inout [Listing])
    -> String
  {
    if !isOpen, words.joined(separator: "|").count <= 60 { return words.joined(separator: "|") }
    let name = form.slots.first == .name ? "KIND" : "WORD"
    listings.append(Listing(kind: name, owners: [form.spelling], words: words, isOpen: isOpen))
    return name
  }
}

extension Form {
  /// What its statements may begin with.
  var spellings: [String] {
    guard case .words(let heads) = lead else { return [spelling] }
    return heads.map { $0.joined(separator: " ") }
  }
}

extension Dimension {
  /// The capitals that stand for a value.
  var symbol: String { rawValue == "any" ? "VALUE" : rawValue.uppercased() }
}

extension Token.Kind {
  /// How a symbol of the language is written.
  var spelling: String {
    switch self {
    case .colon: ":"
    case .arrow: "->"
    case .equal: "="
    case .greater: "<|<=|>|>="
    default: "\(self)"
    }
  }
}
