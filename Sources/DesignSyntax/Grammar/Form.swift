/// One shape of statement or modifier: how it is spelled, what follows, what it may hold, and its line of documentation.
/// The list of all forms is the one place that says what the language is.
package struct Form: Sendable {
  /// What a statement of this form begins with.
  package enum Lead: Sendable, Hashable {
    /// One of these spellings, each of one or more words: `primary key`.
    case words([[String]])
    /// A name followed by a colon: a column, a field.
    case nameColon
    /// A name, or names in parentheses, followed by `determines`.
    case determines
    /// A path followed by a verb: `orders calls billing`.
    case path
    /// A name alone: a case of an enum.
    case bareName
  }

  /// A name that no other form has; for declarations the keyword.
  package let name: String
  package let lead: Lead
  package let slots: [Slot]
  /// Contexts whose forms may follow on the line or stand in the block.
  package let modifiers: [Context]
  /// Contexts whose forms may stand in the block alone; nil when only the modifiers may.
  package let block: [Context]?
  /// Contexts whose forms may follow the block: `else`, `and`.
  package let tail: [Context]
  /// Whether a statement may bear it more than once.
  package let isRepeatable: Bool
  /// What follows may not be `(`, since then it is another statement.
  package let notBeforeParenthesis: Bool
  /// One line of documentation.
  package let documentation: String

  /// The spelling people know it by.
  package var spelling: String {
    switch lead {
    case .words(let heads): heads[0].joined(separator: " ")
    case .nameColon, .determines, .path, .bareName: name
    }
  }

  init(
    _ name: String, lead: Lead? = nil, _ slots: [Slot], modifiers: [Context] = [], block: [Context]? = nil,
    tail: [Context] = [], repeatable: Bool = false, notBeforeParenthesis: Bool = false,
    _ documentation: String
  ) {
    self.name = name
    // The name of a form is its spelling, unless several forms share one: then a context stands before a colon.
    self.lead = lead ?? .words([Self.words(of: name)])
    self.slots = slots
    self.modifiers = modifiers
    self.block = block
    self.tail = tail
    isRepeatable = repeatable
    self.notBeforeParenthesis = notBeforeParenthesis
    self.documentation = documentation
  }

  /// The words behind the colon of a name, or of the whole name. Every form passes here whenever the command starts, so
  /// bytes are cut, not characters.
  private static func words(of name: String) -> [String] {
    let bytes = name.utf8
    let start = bytes.firstIndex(of: UInt8(ascii: ":")).map(bytes.index(after:)) ?? bytes.startIndex
    return bytes[start...].split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
  }

  /// A form of words alone.
  init(
    _ name: String, lead: Lead? = nil, modifiers: [Context] = [], block: [Context]? = nil,
    tail: [Context] = [],
    repeatable: Bool = false, notBeforeParenthesis: Bool = false, _ documentation: String
  ) {
    self.init(
      name, lead: lead, [], modifiers: modifiers, block: block, tail: tail, repeatable: repeatable,
      notBeforeParenthesis: notBeforeParenthesis, documentation)
  }
}

/// A set of forms that may stand in the same place. Statements name contexts, so that forms may nest in themselves.
package enum Context: String, Sendable, Hashable, CaseIterable {
  case top, systemBody
  case element, facts, person, users
  case application, applicationBody, audit, minVersion, passwords, tokens, secret, slo
  case connections, connection, auth, because, peak
  case database, databaseBody, table, tableBody, column, nestedColumns, reference, redundancy, keeper,
    trigger, index,
    sqlView
  case enumBody, type, typeBody, field
  case api, apiBody, endpoint, cors, deprecation, limit
  case broker, brokerBody, topic, deadLetter, exchangeBody, binding
  case screen, screenUse, screenBudget
  case environment, environmentBody, places, place, managed, deploy, backup, autoscale, strategy
  case monitoring, alert
  case flow, flowBody, flowReply, alternativeTail, parallelTail
  case view, focus, feature, milestone, accept, rule
  case pipeline, stage, tested, like
  case design, extend

  /// The contexts whose forms stand where this one is named: the top level also holds what systems hold, and what
  /// `extend` may add is what any element may hold.
  package var expanded: [Context] {
    switch self {
    case .top: [.top, .systemBody]
    case .extend:
      [
        .systemBody, .connections, .applicationBody, .databaseBody, .tableBody, .apiBody, .brokerBody,
        .places, .environmentBody, .element, .facts, .application, .database, .table, .api, .broker, .topic,
        .place, .deploy, .flowBody, .feature, .pipeline,
      ]
    default: [self]
    }
  }
}
