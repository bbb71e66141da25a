import DesignLint
import DesignSource
import Yams

/// Reads values, and takes down what is wrong with them.
struct ConfigurationReader {
  let rules: RuleBook
  private(set) var diagnostics: [Diagnostic] = []
  private let file: SourceFile
  private let id: FileID
  private let places: ConfigurationPlaces

  init(_ file: SourceFile, _ id: FileID, _ rules: RuleBook) {
    self.file = file
    self.id = id
    self.rules = rules
    places = ConfigurationPlaces(file, id)
  }

  /// Gives each known key of the file to `body`.
  mutating func read(_ body: (ConfigurationEntry, inout ConfigurationReader) -> Void) {
    guard let root = root() else { return }
    for entry in entries(of: root, "the file", keys: Section.all.map(\.key)) { body(entry, &self) }
  }

  private mutating func root() -> ConfigurationValue? {
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      error("the file is not UTF-8", at: SourceRange(file: id, start: 0, end: 0), help: ["save it as UTF-8"])
      return nil
    }
    do {
      // An empty file sets nothing.
      return try Yams.compose(yaml: text).map(places.value)
    } catch let failure as YamlError {
      add(failure)
    } catch {
      self.error("the file cannot be read: \(error)", at: SourceRange(file: id, start: 0, end: 0), help: [])
    }
    return nil
  }

  private mutating func add(_ failure: YamlError) {
    switch failure {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      error("this is not YAML: \(problem)", at: places.word(at: mark), help: [Self.shape])
    case .duplicatedKeysInMapping(let duplicates, let context):
      error(
        "`\(duplicates.first ?? "a key")` is set twice", at: places.word(at: context.mark),
        help: ["keep one of them"])
    default:
      error(
        "this is not YAML: \(failure)", at: SourceRange(file: id, start: 0, end: 0), help: [Self.shape])
    }
  }

  private static let shape =
    "a line is `key: value`, and what belongs to a key is indented by spaces below it"

  /// Takes down a mistake.
  mutating func error(
    _ message: String, at range: SourceRange, label: String = "", notes: [String] = [], help: [String],
    instead: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        .error, "configuration", message, at: range, label: label, notes: notes, help: help,
        fixIts: instead.map {
          [.init("write `\($0)`", range: range, replacement: $0, safety: .suggested)]
        } ?? []))
  }

  /// The entries of a block, without those whose key is none of these.
  ///
  /// - Parameter owner: what the keys belong to, for messages.
  mutating func entries(of value: ConfigurationValue, _ owner: String, keys: [String]) -> [ConfigurationEntry]
  {
    var known: [ConfigurationEntry] = []
    for entry in entries(of: value, owner) {
      if keys.contains(entry.name) {
        known.append(entry)
      } else {
        unknown(entry.name, at: entry.range, "\(owner) has no setting `\(entry.name)`", among: keys)
      }
    }
    return known
  }

  /// The entries of a block, whatever their keys.
  mutating func entries(of value: ConfigurationValue, _ owner: String) -> [ConfigurationEntry] {
    switch value.content {
    case .map(let entries): return entries
    case .text(""): return []
    default:
      error("\(owner) is a block of settings, but here is \(value.kind)", at: value.range, help: [Self.shape])
      return []
    }
  }

  /// Tells of a word that is none of those that may stand here.
  mutating func unknown(_ word: String, at range: SourceRange, _ message: String, among known: [String]) {
    let near = Spelling.nearest(to: word, among: known)
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    let help =
      if let near, known.count > 12 { "write `\(near)`" } else {
        known.isEmpty ? "remove it" : "there are \(list)"
      }
    error(
      message, at: range, label: near.map { "did you mean `\($0)`?" } ?? "",
      help: [help], instead: near)
  }

  /// The text of a value; nil, with a mistake told, when it is none.
  mutating func text(_ value: ConfigurationValue, of owner: String) -> String? {
    if case .text(let text) = value.content, !text.isEmpty { return text }
    error("`\(owner)` needs a value, but is \(value.kind)", at: value.range, help: ["write `\(owner): …`"])
    return nil
  }

  /// One of several words; nil, with a mistake told, when it is none of them.
  mutating func choice(_ value: ConfigurationValue, of owner: String, among words: [String]) -> String? {
    guard let text = text(value, of: owner) else { return nil }
    if words.contains(text) { return text }
    unknown(text, at: value.range, "`\(owner)` cannot be `\(text)`", among: words)
    return nil
  }

  /// The members of a list; one alone needs no brackets.
  func list(_ value: ConfigurationValue) -> [ConfigurationValue] {
    switch value.content {
    case .list(let members): members
    case .text(""): []
    default: [value]
    }
  }
}
