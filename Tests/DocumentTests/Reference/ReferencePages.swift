import DesignModel
import DesignSyntax
import Foundation
import TestSupport

/// The pages of the language reference, written from the keyword table.
struct ReferencePages {
  let grammar = Grammar.shared
  let examples: Examples

  init() throws { examples = try Examples() }

  static let folder = "docs/reference"
  private static let notice =
    "<!-- Written from the keyword table by Tests/DocumentTests; RECORD=1 swift test writes it anew. -->\n"

  /// The text by hand that a page begins with.
  private func introduction(_ name: String) throws -> String {
    String(decoding: try TestFiles.bytes("\(Examples.folder)/\(name).md"), as: UTF8.self)
  }

  func page(_ chapter: Chapter) throws -> String {
    var out =
      Self.notice + "# \(chapter.title)\n\n" + (try introduction(chapter.name)) + "\n## An example\n\n"
    let example = String(
      decoding: try TestFiles.bytes("\(Examples.folder)/\(chapter.name).design"), as: UTF8.self)
    out += "```design\n\(example)```\n"
    for section in chapter.sections { out += try self.section(section, of: chapter) }
    if chapter.name == "databases" { out += columnTypes() }
    return out + "\n[Other chapters](README.md)\n"
  }

  private func section(_ section: Chapter.Section, of chapter: Chapter) throws -> String {
    let forms = grammar.contexts[section.context] ?? []
    var out = "\n## \(section.title)\n\n"
    let owners = self.owners(of: section.context)
    if !owners.isEmpty { out += owners + "\n\n" }
    out += "| statement | meaning | for example |\n| --- | --- | --- |\n"
    var listings: [Notation.Listing] = []
    for form in forms {
      let notation = Notation(form)
      listings += notation.listings
      let held = links(to: form, from: chapter)
      let use = examples.use(of: form, in: chapter.name) ?? ""
      out += "| \(Self.code(notation.text)) | \(form.documentation)\(held) | \(Self.code(use)) |\n"
    }
    for listing in Notation.Listing.merged(listings) {
      out += "\n\(listing.name): " + listing.words.map { "`\($0)`" }.joined(separator: " ")
      out += listing.isOpen ? "; any other in quotes.\n" : ".\n"
    }
    return out
  }

  /// Code in a cell of a table, where `|` would end the cell.
  private static func code(_ text: String) -> String {
    let escaped = text.replacingOccurrences(of: "|", with: "\\|")
    guard escaped.contains("`") else { return escaped.isEmpty ? "" : "`\(escaped)`" }
    return "`` \(escaped) ``"
  }

  /// Who holds a context, as a sentence.
  private func owners(of context: Context) -> String {
    func spellings(_ holds: (Form) -> Bool) -> [String] {
      var seen: Set<String> = []
      return grammar.forms.filter(holds).map { $0.spellings.count > 2 ? $0.name : $0.spelling }.filter {
        seen.insert($0).inserted
      }
    }
    func code(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }
    let line = spellings { $0.modifiers.contains(context) }
    let block = spellings {
      ($0.block ?? []).contains { $0.expanded.contains(context) } && $0.name != "extend"
    }
    let tail = spellings { $0.tail.contains(context) }
    var parts: [String] = []
    if !line.isEmpty { parts.append("On the line or in the block of \(code(line)).") }
    if !block.isEmpty { parts.append("In the block of \(code(block)).") }
    if !tail.isEmpty { parts.append("After the block of \(code(tail)).") }
    return parts.joined(separator: " ")
  }

  /// Where to read what a statement may hold.
  private func links(to form: Form, from chapter: Chapter) -> String {
    var seen: Set<String> = []
    let targets = ((form.block ?? []) + form.modifiers + form.tail).compactMap { context -> String? in
      guard let (target, section) = Chapter.place(of: context) else { return nil }
      let page = target.name == chapter.name ? "" : "\(target.name).md"
      let link = "[\(section.title.lowercased())](\(page)#\(section.anchor))"
      return seen.insert(link).inserted ? link : nil
    }
    return targets.isEmpty ? "" : " Holds: " + targets.joined(separator: ", ") + "."
  }

  /// The column types that are checked.
  private func columnTypes() -> String {
    var out = "\n## Column types\n\n"
    out += "A column's type is checked against those of its database. Another type stands in quotes.\n\n"
    out += "| database | types |\n| --- | --- |\n"
    for engine in Engine.known {
      out += "| `\(engine.name)` | " + engine.types.map { "`\($0.name)`" }.joined(separator: " ") + " |\n"
    }
    return out
  }

  /// The units that a value may bear.
  private static func units(of dimension: DesignSyntax.Dimension) -> String {
    func code(_ units: [String]) -> String {
      units.filter { !$0.isEmpty }.map { "`\($0)`" }.joined(separator: " ")
    }
    return switch dimension {
    case .count: ", perhaps in " + code(Lexical.multiples)
    case .percent: ", at most 100%"
    case .ratio: ", which may pass 100%"
    case .duration: " in \(code(Lexical.durations)); `m` is minutes, `mo` 30 and `y` 365 days"
    case .size: " in " + code(Lexical.sizes)
    case .cpu: ", or of thousandths of one with `m`"
    case .rate: " in \(code(Lexical.frequencies)), or counts and sizes `/` one of \(code(Lexical.periods))"
    case .money: " in a currency, perhaps per time"
    case .number, .date, .version, .any: ""
    }
  }

  /// The first page: what all chapters stand on, and an index.
  func contents() throws -> String {
    var out = Self.notice + "# The language reference\n\n" + (try introduction("README"))
    out += "\n## Values\n\n| in the reference | is | for example |\n| --- | --- | --- |\n"
    for dimension in Dimension.allCases {
      let examples = dimension.examples.map { "`\($0)`" }.joined(separator: " ")
      out +=
        "| `\(dimension.symbol)` | \(dimension.description)\(Self.units(of: dimension)) | \(examples) |\n"
    }
    out += "\n`PROTOCOL` is one of " + Vocabulary.protocols.map { "`\($0)`" }.joined(separator: " ")
    out += "; any other in quotes. What `+` or `/` adds follows it: `smtp+tls`, `http/2`.\n"
    out += "\n## Chapters\n\n"
    for chapter in Chapter.all { out += "- [\(chapter.title)](\(chapter.name).md)\n" }
    out += "\n## Every statement\n\n"
    let entries = Chapter.all.flatMap { chapter in
      chapter.sections.flatMap { section in
        (grammar.contexts[section.context] ?? []).flatMap { form in
          let link = "[\(section.title.lowercased())](\(chapter.name).md#\(section.anchor))"
          return form.spellings.map { ($0, link) }
        }
      }
    }
    let words = Set(entries.map(\.0)).sorted()
    for word in words {
      var seen: Set<String> = []
      let links = entries.filter { $0.0 == word && seen.insert($0.1).inserted }.map(\.1)
      out += "- `\(word)`: \(links.joined(separator: ", "))\n"
    }
    return out
  }
}
