import DesignExchange

extension ReviewReport {
  /// The report as Markdown, without pictures: what each finding is about is named instead.
  package func markdown() -> [UInt8] {
    var out = "# \(Markdown.text(design)): architecture review\n\n"
    for fact in facts { out += "- \(fact.label): \(Markdown.text(fact.value))\n" }
    out += "\n## Summary\n\n| reviewer | rules asked | errors | warnings | remarks (info) | accepted |\n"
    out += "| --- | ---: | ---: | ---: | ---: | ---: |\n"
    for row in summary + [total] {
      out +=
        "| \(Markdown.cell(row.reviewer)) | \(row.rules) | \(row.error) | \(row.warning) | \(row.info) | \(row.accepted) |\n"
    }
    for chapter in chapters { out += self.chapter(chapter) }
    out += "\n## What could not be judged\n\n"
    out += table(
      ["element", "unstated", "rules"],
      unjudged.flatMap { one in one.facts.map { [code(one.subject), code($0.fact), $0.rules] } },
      "Everything that the rules ask for is stated.")
    out += "\n## Sizing\n\n"
    out += sizings.isEmpty ? "No environment is for production.\n" : ""
    out += sizings.map { Markdown.fenced($0, language: "text") }.joined(separator: "\n")
    out += "\n## Accepted findings\n\n"
    out += table(
      ["until", "finding", "why it is accepted", "owner"],
      accepted.map {
        [
          $0.until ?? "no end",
          "\($0.severity) \($0.rule) \(code($0.subject)): \(Markdown.cell(Phrase.written($0.finding)))",
          Markdown.cell($0.remarks.isEmpty ? $0.reason : "\($0.reason) (\($0.remarks))"),
          Markdown.cell($0.owner ?? "nobody is named"),
        ]
      }, "No finding is accepted.")
    out += "\n## Decisions\n\n"
    out += table(
      ["element", "decision", "because"],
      decisions.map {
        [code($0.subject), $0.what.map(code) ?? "that it is there", Markdown.cell($0.reason)]
      },
      "The design states no reason with `because`.")
    out += "\n## Sign-off\n\n"
    out += table(
      ["reviewer", "open findings", "agreed", "name", "day"],
      summary.map { [Markdown.cell($0.reviewer), "\($0.open)", "", "", ""] }, "")
    return Array(out.utf8)
  }

  private func chapter(_ chapter: Chapter) -> String {
    var out = "\n## \(Markdown.text(chapter.reviewer))\n\n"
    out += "\(chapter.counts ?? "No findings"). \(chapter.rules) rules were asked.\n"
    for finding in chapter.findings {
      out += "\n### \(finding.number). \(finding.severity) \(finding.rule) \(Markdown.text(finding.name))\n\n"
      out += "\(Markdown.text(Phrase.written(finding.message)))\n\n"
      for note in finding.notes { out += "- \(Markdown.text(Phrase.written(note)))\n" }
      for help in finding.help { out += "- **To do:** \(Markdown.text(Phrase.written(help)))\n" }
      out +=
        "- \(code(finding.place))\(finding.shown.map { ", on the picture “\(Markdown.text($0.picture))”" } ?? "")\n"
    }
    return out
  }

  /// - Parameter none: what is said where there are no rows.
  private func table(_ titles: [String], _ rows: [[String]], _ none: String) -> String {
    guard !rows.isEmpty else { return none + "\n" }
    var out = "| \(titles.joined(separator: " | ")) |\n|\(String(repeating: " --- |", count: titles.count))\n"
    for row in rows { out += "| \(row.joined(separator: " | ")) |\n" }
    return out
  }

  private func code(_ text: String) -> String { Markdown.cell("`\(text.replacing("`", with: "'"))`") }
}

extension Phrase {
  /// The sentence with its backquotes.
  static func written(_ phrases: [Phrase]) -> String {
    phrases.map { $0.isCode ? "`\($0.text)`" : $0.text }.joined()
  }
}
