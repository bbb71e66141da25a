import DesignSource

/// Results as Markdown for a comment on a pull request.
package enum MarkdownReview {
  /// A line that sums up, then a table by severity; accepted findings are folded.
  package static func write(_ results: [ReportedResult], _ places: Places) -> String {
    let open = results.filter(\.isOpen)
    let covered = results.count(where: \.isCovered)
    let accepted = results.filter { $0.acceptance != nil }
    var out = "### Architecture review\n\n"
    guard !results.isEmpty else { return out + "No findings.\n" }
    let counts = Diagnostic.Severity.allCases.reversed().compactMap { severity -> String? in
      let count = open.count { $0.diagnostic.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 || severity == .info ? "" : "s")"
    }
    out += (counts.isEmpty ? "No open findings" : counts.joined(separator: ", "))
    out += accepted.isEmpty ? "" : "; \(accepted.count) accepted"
    out += covered == 0 ? ".\n" : "; \(covered) in the baseline.\n"
    if !open.isEmpty { out += "\n" + table(open, places) }
    if !accepted.isEmpty {
      out +=
        "\n<details><summary>Accepted</summary>\n\n| rule | element | reason | until |\n| --- | --- | --- | --- |\n"
      for result in accepted {
        guard let acceptance = result.acceptance else { continue }
        let until = acceptance.until.map { "\($0)" } ?? ""
        out +=
          "| \(result.diagnostic.code) | \(Markdown.cell(result.subject ?? "")) | \(Markdown.cell(acceptance.reason)) | \(until) |\n"
      }
      out += "\n</details>\n"
    }
    return out
  }

  private static func table(_ results: [ReportedResult], _ places: Places) -> String {
    var out = "| | rule | finding | place |\n| --- | --- | --- | --- |\n"
    for result in results.sorted(by: { $0.diagnostic.severity > $1.diagnostic.severity }) {
      let diagnostic = result.diagnostic
      let place = places.place(diagnostic.range).map { "`\($0.file):\($0.line)`" } ?? ""
      let help =
        diagnostic.help.isEmpty ? "" : "<br>" + diagnostic.help.map(Markdown.cell).joined(separator: "<br>")
      out +=
        "| \(diagnostic.severity.rawValue) | \(diagnostic.code) | \(Markdown.cell(diagnostic.message))\(help) | \(place) |\n"
    }
    return out
  }
}
