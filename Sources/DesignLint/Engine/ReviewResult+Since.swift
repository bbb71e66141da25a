extension ReviewResult {
  /// Only what an earlier review of the design had not found, or had set aside. A finding is the same when rule, element
  /// and message are, and else when it has the same place among those of its rule and element.
  package func since(_ earlier: ReviewResult) -> ReviewResult {
    var said: [Saying: Int] = [:]
    for finding in earlier.findings { said[Saying(finding), default: 0] += 1 }
    var open: [Finding] = []
    for finding in findings {
      if let count = said[Saying(finding)], count > 0 {
        said[Saying(finding)] = count - 1
      } else {
        open.append(finding)
      }
    }
    // What is left of the earlier findings may have been worded with other figures.
    var reworded: [Baseline.Key: Int] = [:]
    for (saying, count) in said { reworded[saying.key, default: 0] += count }
    var out = self
    out.findings = open.filter { finding in
      let key = Baseline.Key(finding)
      guard let count = reworded[key], count > 0 else { return true }
      reworded[key] = count - 1
      return false
    }
    out.unchanged = findings.count - out.findings.count
    return out
  }

  private struct Saying: Hashable {
    let key: Baseline.Key
    let message: String

    init(_ finding: Finding) {
      key = Baseline.Key(finding)
      message = finding.diagnostic.message
    }
  }
}
