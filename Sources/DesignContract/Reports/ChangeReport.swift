#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What has changed between contracts, for people and for machines.
package struct ChangeReport: Sendable {
  /// The changes of one contract.
  package struct Section: Sendable {
    /// The api, topic or database, as a path; the name of a document where there is no design.
    package let name: String
    /// What it is held against: `agreed on 2026-10-01 by Back end and Front end`.
    package let against: String
    package let changes: [Change]
    /// Who calls, reads or listens to each part, by the part's name: `storefront, screen product-page`.
    package let users: [String: [String]]

    package init(name: String, against: String, changes: [Change], users: [String: [String]] = [:]) {
      self.name = name
      self.against = against
      self.changes = changes
      self.users = users
    }

    func users(of change: Change) -> [String] { users[change.part] ?? users[""] ?? [] }
  }

  package let sections: [Section]

  package init(_ sections: [Section]) { self.sections = sections }

  /// How many changes there are of a class.
  package func count(_ changeClass: ChangeClass) -> Int {
    sections.reduce(0) { $0 + $1.changes.count { $0.changeClass == changeClass } }
  }

  /// `2 breaking changes, 1 compatible, none of documentation`
  package var summary: String {
    let classes: [ChangeClass] = [.breaking, .compatible, .documentation]
    guard classes.contains(where: { count($0) > 0 }) else { return "no changes" }
    return classes.filter { count($0) > 0 }.map { "\(count($0)) \($0.rawValue)" }.joined(separator: ", ")
  }

  // MARK: Text

  /// For a terminal: each part with its changes, the gravest first.
  package var text: String {
    var out = ""
    for section in sections where !section.changes.isEmpty {
      out += "\(section.name), \(section.against)\n"
      for part in section.parts {
        out += "\n  \(part.name.isEmpty ? "the whole" : part.name)\n"
        if let users = section.users[part.name] ?? section.users[""], !users.isEmpty {
          out += "    used by \(users.joined(separator: "; "))\n"
        }
        for change in part.changes {
          let place = change.location.joined(separator: " / ")
          out += "    \(change.changeClass.rawValue)  \(change.id)\n"
          out += "      \(place.isEmpty ? "" : "\(place): ")\(change.message)\n"
        }
      }
      out += "\n"
    }
    return out + summary + "\n"
  }

  // MARK: Markdown

  /// For a comment on a change request.
  package var markdown: String {
    var out = "## Changes of the contract: \(summary)\n"
    for section in sections where !section.changes.isEmpty {
      out += "\n### \(Self.escaped(section.name)), \(Self.escaped(section.against))\n"
      out += "\n| class | what | where | change | used by |\n| --- | --- | --- | --- | --- |\n"
      for change in section.parts.flatMap(\.changes) {
        let place = ([change.part] + change.location).filter { !$0.isEmpty }.joined(separator: " / ")
        let cells = [
          change.changeClass.rawValue, "`\(change.id)`", Self.escaped(place), Self.escaped(change.message),
          Self.escaped(section.users(of: change).joined(separator: "; ")),
        ]
        out += "| " + cells.joined(separator: " | ") + " |\n"
      }
    }
    return out
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "|": out += "\\|"
      case "<": out += "&lt;"
      case "\n", "\r", "\r\n": out += " "
      default: out.append(character)
      }
    }
    return out
  }

  // MARK: JSON

  private struct Entry: Encodable {
    let contract: String
    let id: String
    let `class`: String
    let part: String
    let location: [String]
    let message: String
    let usedBy: [String]
  }

  private struct JSONDocument: Encodable {
    let breaking: Int
    let compatible: Int
    let documentation: Int
    let changes: [Entry]
  }

  /// For machines; keys in order of the alphabet, a line feed at the end.
  package func json() throws -> [UInt8] {
    let entries = sections.flatMap { section in
      section.parts.flatMap(\.changes).map {
        Entry(
          contract: section.name, id: $0.id, class: $0.changeClass.rawValue, part: $0.part,
          location: $0.location,
          message: $0.message, usedBy: section.users(of: $0))
      }
    }
    let document = JSONDocument(
      breaking: count(.breaking), compatible: count(.compatible), documentation: count(.documentation),
      changes: entries)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(document)) + [10]
  }
}

extension ChangeReport.Section {
  /// The changes of each part, those with the gravest first.
  var parts: [(name: String, changes: [Change])] {
    var names: [String] = []
    var changesOf: [String: [Change]] = [:]
    for change in changes {
      if changesOf[change.part] == nil { names.append(change.part) }
      changesOf[change.part, default: []].append(change)
    }
    // Sorting keeps the order of equals only when it is part of what is compared.
    let parts = names.enumerated().map { index, name in
      let changes = (changesOf[name] ?? []).enumerated().sorted {
        ($1.element.changeClass, $0.offset) < ($0.element.changeClass, $1.offset)
      }
      return (index: index, name: name, changes: changes.map(\.element))
    }
    let worst = parts.map { $0.changes.first?.changeClass ?? .documentation }
    return parts.sorted { (worst[$1.index], $0.index) < (worst[$0.index], $1.index) }.map {
      ($0.name, $0.changes)
    }
  }
}
