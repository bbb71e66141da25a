package import DesignLint

/// The list of rules that the pages in a folder begin with, and its like in a terminal.
package enum RulesIndex {
  /// A table a reviewer, each rule with a link to its page.
  ///
  /// - Parameter hasPages: whether the pages stand beside it, so that the ids lead there.
  package static func markdown(_ rules: [Rule], hasPages: Bool) -> String {
    var out =
      "# The rules of the review\n\n\(rules.count) rules, by reviewer. `designc explain RULE` shows a page.\n"
    for (reviewer, own) in byReviewer(rules) {
      out +=
        "\n## \(Markdown.text(reviewer))\n\n| rule | name | severity | what it looks for |\n| --- | --- | --- | --- |\n"
      for rule in own {
        let id = hasPages ? "[\(rule.id)](\(fileName(rule)))" : rule.id
        let name = rule.isOwn ? "" : rule.name
        out += "| \(id) | \(name) | \(level(rule)) | \(Markdown.cell(rule.what)) |\n"
      }
    }
    return out
  }

  /// A line a rule: id, severity, name.
  package static func text(_ rules: [Rule]) -> String {
    let width = rules.map(\.id.count).max() ?? 0
    return rules.map { rule in
      let words = [
        rule.id.padded(to: width), rule.severity.rawValue.padded(to: 7), rule.isOwn ? rule.what : rule.name,
      ]
      return words.joined(separator: "  ") + (rule.isOnByDefault ? "" : " (only when it is named)") + "\n"
    }.joined()
  }

  /// The name of the file that holds a rule's page.
  package static func fileName(_ rule: Rule) -> String { "\(rule.id).md" }

  private static func level(_ rule: Rule) -> String {
    rule.isOnByDefault ? rule.severity.rawValue : "\(rule.severity.rawValue), only when it is named"
  }

  /// In the order of the rules.
  private static func byReviewer(_ rules: [Rule]) -> [(reviewer: String, rules: [Rule])] {
    var out: [(reviewer: String, rules: [Rule])] = []
    for rule in rules {
      let name = rule.isOwn ? "This design" : rule.reviewerName
      if out.last?.reviewer != name { out.append((name, [])) }
      out[out.count - 1].rules.append(rule)
    }
    return out
  }
}

extension String {
  /// With spaces behind, up to a number of characters.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
