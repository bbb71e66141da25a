/// A reviewer, with the rules that ran.
struct Reviewer: Sendable {
  let name: String
  /// Three letters; empty for the design's own rules.
  let prefix: String
  let rules: Set<String>

  /// The id of the chapter.
  var anchor: String { prefix.isEmpty ? "chapter-own" : "chapter-\(prefix.lowercased())" }
}

/// What one reviewer has to say.
struct Chapter: Sendable {
  let reviewer: String
  let anchor: String
  /// How many of the reviewer's rules ran.
  let rules: Int
  /// `2 errors, 1 warning`; nil where nothing was found.
  let counts: String?
  let pictures: [Figure]
  let findings: [Entry]

  /// A picture with signs where the findings are.
  struct Figure: Sendable {
    let id: String
    let caption: String
    let isWide: Bool
    let svg: String
  }

  /// A finding, as it is listed.
  struct Entry: Sendable {
    /// From one on, through all chapters.
    let number: Int
    let severity: String
    let rule: String
    let name: String
    let message: [Phrase]
    let subject: String
    let place: String
    let notes: [[Phrase]]
    let help: [[Phrase]]
    /// The figure and sign that show it; nil where no picture does.
    let shown: Shown?

    struct Shown: Sendable {
      /// The id of the sign.
      let link: String
      let picture: String
    }
  }
}

/// A piece of a sentence: words, or what stood in backquotes.
struct Phrase: Sendable, Hashable {
  let text: String
  let isCode: Bool

  static func all(_ sentence: String) -> [Phrase] {
    let parts = sentence.split(separator: "`", omittingEmptySubsequences: false)
    // A backquote without a partner is none.
    guard parts.count % 2 == 1 else { return [Phrase(text: sentence, isCode: false)] }
    return parts.enumerated().compactMap { index, part in
      part.isEmpty ? nil : Phrase(text: String(part), isCode: index % 2 == 1)
    }
  }
}
