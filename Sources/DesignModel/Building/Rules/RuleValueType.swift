import DesignSyntax

/// What the values of an attribute may be, and so which comparisons make sense.
struct RuleValueType: Sendable {
  /// What its numbers measure, the likeliest first.
  var dimensions: [Dimension] = []
  /// The words of its closed list.
  var words: [String] = []
  /// Whether it may be any text.
  var isText = false
  /// Whether it holds several values.
  var isList = false
  /// Whether it is true or false, and always known.
  var isTruth = false

  static let text = RuleValueType(isText: true)
  static let texts = RuleValueType(isText: true, isList: true)
  static let truth = RuleValueType(isTruth: true)
  static let count = RuleValueType(dimensions: [.count])
  static let version = RuleValueType(dimensions: [.version])
  /// A fact that is stated or not, and says no more.
  static let flag = RuleValueType()

  static func words(_ words: [String]) -> RuleValueType { RuleValueType(words: words) }

  var isFlag: Bool { dimensions.isEmpty && words.isEmpty && !isText && !isTruth }

  /// What follows the words of a form.
  init(slots: [Slot]) {
    for slot in slots { add(slot) }
  }

  init(
    dimensions: [Dimension] = [], words: [String] = [], isText: Bool = false, isList: Bool = false,
    isTruth: Bool = false
  ) {
    self.dimensions = dimensions
    self.words = words
    self.isText = isText
    self.isList = isList
    self.isTruth = isTruth
  }

  private mutating func add(_ slot: Slot) {
    switch slot {
    case .value(let dimension), .range(let dimension): add(dimension)
    case .version: add(Dimension.version)
    case .word(let list): words += list.filter { !words.contains($0) }
    case .optional(let inner): for slot in inner { add(slot) }
    case .list(let inner):
      isList = true
      add(inner)
    case .columns, .determinant:
      isList = true
      isText = true
    case .literal:
      add(Dimension.any)
      isText = true
    case .name, .nameOrText, .path, .endpointReference, .text, .known, .freeWord, .kind, .sql, .type,
      .responses,
      .endpointPath, .protocolName:
      isText = true
    case .arguments, .parameters, .expression, .must, .symbol: break
    }
  }

  private mutating func add(_ dimension: Dimension) {
    if !dimensions.contains(dimension) { dimensions.append(dimension) }
  }

  /// What either of two may be.
  func merged(with other: RuleValueType) -> RuleValueType {
    var out = self
    for dimension in other.dimensions { out.add(dimension) }
    out.words += other.words.filter { !words.contains($0) }
    out.isText = isText || other.isText
    out.isList = isList || other.isList
    out.isTruth = isTruth || other.isTruth
    return out
  }

  /// In words, with its article.
  var description: String {
    if isTruth { return "`true` or `false`" }
    var parts = dimensions.prefix(1).map(\.description)
    if isText { parts.append("a text") }
    if !isText, !words.isEmpty {
      let shown = words.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
      parts.append("one of " + shown + (words.count > 5 ? ", …" : ""))
    }
    return parts.joined(separator: " or ")
  }
}
