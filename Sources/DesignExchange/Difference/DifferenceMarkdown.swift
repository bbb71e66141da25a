package import DesignDiff

/// The difference of two designs as Markdown for a comment on a pull request.
package enum DifferenceMarkdown {
  /// A line that counts, then a table; a long one is folded.
  package static func write(_ difference: Difference) -> String {
    var out = "### What changes in the design\n\n"
    guard !difference.isEmpty else { return out + "Nothing.\n" }
    out += "\(difference.counts).\n\n"
    let isLong = difference.changes.count > 20
    if isLong { out += "<details><summary>All changes</summary>\n\n" }
    out += "| | | element | before | after |\n| --- | --- | --- | --- | --- |\n"
    for change in difference.changes { out += rows(change) }
    return isLong ? out + "\n</details>\n" : out
  }

  private static func rows(_ change: Difference.Change) -> String {
    let inside = change.contained > 0 ? " with \(change.contained) inside" : ""
    let former = change.formerPath.map { code($0) } ?? ""
    let first =
      "| \(change.status.rawValue) | \(change.subject.kind) | \(code(change.subject.path))\(inside) |"
    let details = change.details.map { detail in
      let within = detail.within.map { "\(Markdown.cell($0)) · " }.joined()
      return (detail.old.map { within + code($0) } ?? "", detail.new.map { within + code($0) } ?? "")
    }
    let all = former.isEmpty ? details : [(former, code(change.subject.path))] + details
    guard let head = all.first else { return first + " | |\n" }
    return "\(first) \(head.0) | \(head.1) |\n"
      + all.dropFirst().map { "| | | | \($0.0) | \($0.1) |\n" }.joined()
  }

  /// Text as code in a cell; a backquote in it would end it.
  private static func code(_ text: String) -> String {
    let fence = text.contains("`") ? "``" : "`"
    let space = text.contains("`") ? " " : ""
    return fence + space + text.replacing("|", with: "\\|") + space + fence
  }
}
