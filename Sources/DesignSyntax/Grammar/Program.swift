/// What follows the words of every form, as one flat list of steps. Slots nest; steps do not, so that reading a statement
/// copies nothing.
struct Program: Sendable {
  /// One thing to read.
  struct Step: Sendable {
    let action: Action
    /// The slot that it comes from, in `slots`, for messages.
    let slot: UInt16
    /// Steps that an optional part skips; the word or the word list that is wanted.
    let operand: UInt16
    let dimension: Dimension
    let symbol: Token.Kind
  }

  enum Action: UInt8, Sendable {
    case name, nameOrText, path, endpointReference, text, word, known, freeWord, kind, version, value, range,
      sql
    case columns, determinant, type, arguments, parameters, responses, endpointPath, expression, protocolName
    case literal, must, symbol
    /// The next `operand` steps, or none of them: the first decides.
    case optional
    /// The next step once or more, separated by commas.
    case list
  }

  /// Words of a closed list, each of one or more.
  struct WordList: Sendable {
    let spellings: [String]
    /// The numbers of single words.
    let single: [KeywordID]
    /// Those of spellings of several words.
    let several: [[KeywordID]]
  }

  private(set) var steps: [Step] = []
  private(set) var slots: [Slot] = []
  private(set) var lists: [WordList] = []
  private let keywords: Keywords

  init(keywords: Keywords) { self.keywords = keywords }

  /// Adds the slots of a form; tells where its steps stand.
  mutating func add(_ slots: [Slot]) -> Range<Int> {
    let start = steps.count
    for slot in slots { add(slot) }
    return start..<steps.count
  }

  private mutating func add(_ slot: Slot) {
    let place = steps.count
    var operand: UInt16 = 0
    var dimension = Dimension.any
    var symbol = Token.Kind.end
    let action: Action
    switch slot {
    case .name: action = .name
    case .nameOrText: action = .nameOrText
    case .path: action = .path
    case .endpointReference: action = .endpointReference
    case .text: action = .text
    case .word(let list):
      action = .word
      operand = add(list)
    case .known(let list):
      action = .known
      operand = add(list)
    case .freeWord: action = .freeWord
    case .kind: action = .kind
    case .version: action = .version
    case .value(let wanted):
      action = .value
      dimension = wanted
    case .range(let wanted):
      action = .range
      dimension = wanted
    case .sql: action = .sql
    case .columns: action = .columns
    case .determinant: action = .determinant
    case .type: action = .type
    case .arguments: action = .arguments
    case .parameters: action = .parameters
    case .responses: action = .responses
    case .endpointPath: action = .endpointPath
    case .expression: action = .expression
    case .protocolName: action = .protocolName
    case .literal: action = .literal
    case .must(let word):
      action = .must
      operand = keywords.id(word)
    case .symbol(let kind):
      action = .symbol
      symbol = kind
    case .optional: action = .optional
    case .list: action = .list
    }
    func step(_ operand: UInt16) -> Step {
      Step(
        action: action, slot: UInt16(slots.count - 1), operand: operand, dimension: dimension, symbol: symbol)
    }
    slots.append(slot)
    steps.append(step(operand))
    let entry = slots.count - 1
    switch slot {
    case .optional(let inner):
      for slot in inner { add(slot) }
      steps[place] = Step(
        action: .optional, slot: UInt16(entry), operand: UInt16(steps.count - place - 1), dimension: .any,
        symbol: .end)
    case .list(let inner): add(inner)
    default: break
    }
  }

  private mutating func add(_ list: [String]) -> UInt16 {
    var single: [KeywordID] = []
    var several: [[KeywordID]] = []
    for spelling in list {
      if spelling.utf8.contains(UInt8(ascii: " ")) {
        several.append(spelling.split(separator: " ").map { keywords.id(String($0)) })
      } else {
        single.append(keywords.id(spelling))
      }
    }
    lists.append(WordList(spellings: list, single: single, several: several))
    return UInt16(lists.count - 1)
  }
}

/// Words that the parser itself looks for, as numbers.
struct FixedWords: Sendable {
  static let spellings = [
    "determines", "asc", "desc", "header", "cookie", "query", "stream", "default", "external",
  ]

  let determines, ascending, descending, header, cookie, query, stream, defaultStatus, external: KeywordID
  /// Words that say which name space a path is of.
  let nameSpaces: [KeywordID]
  /// Types of several words, and what may follow a type's arguments.
  let types: [[KeywordID]]
  let typeTails: [[KeywordID]]

  init(_ keywords: Keywords) {
    determines = keywords.id("determines")
    ascending = keywords.id("asc")
    descending = keywords.id("desc")
    header = keywords.id("header")
    cookie = keywords.id("cookie")
    query = keywords.id("query")
    stream = keywords.id("stream")
    defaultStatus = keywords.id("default")
    external = keywords.id("external")
    nameSpaces = ["flow", "view", "type", "environment", "feature", "milestone"].map { keywords.id($0) }
    types = TypeSpellings.several.map { $0.map { keywords.id($0) } }
    typeTails = TypeSpellings.tails.map { $0.map { keywords.id($0) } }
  }
}

/// Types of several words, as SQL engines spell them.
package enum TypeSpellings {
  /// Names of types.
  package static let several: [[String]] = [
    ["double", "precision"], ["character", "varying"], ["national", "character", "varying"],
    ["national", "character"], ["national", "varchar"], ["bit", "varying"], ["binary", "varying"],
    ["timestamp", "with", "time", "zone"], ["timestamp", "without", "time", "zone"],
    ["timestamp", "with", "local", "time", "zone"], ["time", "with", "time", "zone"],
    ["time", "without", "time", "zone"], ["long", "raw"], ["long", "varchar"],
    ["interval", "year", "to", "month"], ["interval", "day", "to", "second"],
    ["character", "large", "object"], ["binary", "large", "object"],
  ]
  /// What may follow a type's arguments.
  package static let tails: [[String]] = [
    ["with", "time", "zone"], ["without", "time", "zone"], ["with", "local", "time", "zone"], ["unsigned"],
    ["unsigned", "zerofill"], ["varying"], ["to", "month"], ["to", "second"],
  ]
}
