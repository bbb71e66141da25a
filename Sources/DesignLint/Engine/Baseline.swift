/// Findings that were there when a project took the review up, so that only new ones count: for each rule and element
/// how many. No line and no word of a message is part of it, so that it outlives edits.
package struct Baseline: Sendable, Hashable {
  /// What findings are told apart by.
  package struct Key: Sendable, Hashable, Comparable {
    /// The rule's id.
    package let rule: String
    /// The element's path.
    package let element: String

    package init(rule: String, element: String) {
      self.rule = rule
      self.element = element
    }

    init(_ finding: Finding) { self.init(rule: finding.rule, element: finding.subject) }

    package static func < (a: Key, b: Key) -> Bool { (a.rule, a.element) < (b.rule, b.element) }
  }

  /// How many findings of a key are covered; never less than 1.
  package var counts: [Key: Int] = [:]

  package init() {}

  /// The findings of a review that may be covered. What can never be accepted cannot.
  package init(_ result: ReviewResult) {
    for finding in result.findings where result.mayBeCovered(finding) {
      counts[Key(finding), default: 0] += 1
    }
  }

  /// The keys, in order.
  package var keys: [Key] { counts.keys.sorted() }

  /// An entry that covers more findings than there are.
  package struct Stale: Sendable, Hashable {
    package let key: Key
    package let covered: Int
    package let found: Int
  }

  /// The entries that cover more than a review has found, in order. Rules that did not run are not judged.
  package func stale(_ result: ReviewResult) -> [Stale] {
    let found = Baseline(result).counts
    let ran = Set(result.rules.map(\.id))
    return keys.compactMap { key in
      let (covered, now) = (counts[key] ?? 0, found[key] ?? 0)
      let isJudged = ran.contains(key.rule) || Rule.named(key.rule)?.isAcceptable == false
      return isJudged && covered > now ? Stale(key: key, covered: covered, found: now) : nil
    }
  }

  /// Without what is no longer found. It never grows.
  package func shrunk(to result: ReviewResult) -> Baseline {
    var out = self
    for entry in stale(result) { out.counts[entry.key] = entry.found == 0 ? nil : entry.found }
    return out
  }

  /// With what is found now, and of the rules that did not run what it had.
  package func replaced(by result: ReviewResult) -> Baseline {
    var out = shrunk(to: result)
    out.counts.merge(Baseline(result).counts) { $1 }
    return out
  }

  /// Sets aside the findings that are covered. Of more findings than an entry covers none is set aside, since nobody can
  /// tell which of them is new.
  package func settle(_ result: ReviewResult) -> ReviewResult {
    let found = Baseline(result).counts
    var out = result
    out.findings = []
    for finding in result.findings {
      let key = Key(finding)
      guard result.mayBeCovered(finding), let covered = counts[key], let now = found[key] else {
        out.findings.append(finding)
        continue
      }
      if now <= covered {
        out.covered.append(finding)
      } else {
        var shown = finding
        shown.diagnostic.notes.append("the baseline has \(covered) of these \(now)")
        out.findings.append(shown)
      }
    }
    return out
  }
}

extension ReviewResult {
  fileprivate func mayBeCovered(_ finding: Finding) -> Bool {
    rules.first { $0.id == finding.rule }?.isAcceptable ?? false
  }
}
