/// Finds what a person may have meant by a word that is not known.
package enum Spelling {
  /// The candidate nearest to `word`, when it is near enough to be worth proposing: at most one edit for four letters
  /// (two for up to eight, three beyond). Letter case counts as no edit. Of equally near ones, the first.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars.prefix(64))
    let limit = wanted.count <= 4 ? 1 : wanted.count <= 8 ? 2 : 3
    var best: (distance: Int, word: String)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars.prefix(64))
      let bound = min(limit, (best?.distance ?? limit + 1) - 1)
      guard bound >= 0, abs(other.count - wanted.count) <= bound, candidate != word else { continue }
      let distance = distance(wanted, other)
      if distance <= bound, distance < max(wanted.count, 2) { best = (distance, candidate) }
    }
    return best?.word
  }

  /// Optimal string alignment: insertions, deletions, substitutions, and swaps of neighbours.
  package static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var current = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        let substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var cost = min(last[j] + 1, current[j - 1] + 1, substitution)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          cost = min(cost, beforeLast[j - 2] + 1)
        }
        current[j] = cost
      }
      beforeLast = last
      last = current
    }
    return last[b.count]
  }
}
