package import DesignDiff

/// The difference of two designs for a terminal.
package enum DifferenceText {
  /// A line for each element, those of its statements under it, and a last line that counts.
  ///
  /// - Parameter colour: whether signs are painted, by ANSI escapes.
  package static func write(_ difference: Difference, colour: Bool) -> String {
    guard !difference.isEmpty else { return "no difference\n" }
    var out = ""
    for change in difference.changes {
      let sign = paint(change.status.sign, change.status, colour)
      let former = change.formerPath.map { "\($0) → " } ?? ""
      let inside = change.contained > 0 ? " with \(change.contained) inside" : ""
      out += "\(sign) \(change.subject.kind) \(former)\(change.subject.path)\(inside)\n"
      for detail in change.details {
        let within = detail.within.map { "\($0) · " }.joined()
        switch (detail.old, detail.new) {
        case (let old?, let new?): out += "    \(within)\(old) → \(new)\n"
        case (let old?, nil): out += "    \(paint("-", .removed, colour)) \(within)\(old)\n"
        case (nil, let new?): out += "    \(paint("+", .added, colour)) \(within)\(new)\n"
        case (nil, nil): break
        }
      }
    }
    return out + "\n\(difference.counts)\n"
  }

  private static func paint(_ sign: String, _ status: Difference.Change.Status, _ colour: Bool) -> String {
    guard colour else { return sign }
    let code =
      switch status {
      case .added: "32"
      case .removed: "31"
      case .changed, .renamed: "33"
      }
    return "\u{1B}[\(code)m\(sign)\u{1B}[0m"
  }
}

extension Difference.Change.Status {
  /// What stands before a change, so that it is told without colour too.
  var sign: String {
    switch self {
    case .added: "+"
    case .removed: "-"
    case .changed: "~"
    case .renamed: ">"
    }
  }
}

extension Difference {
  /// `2 added, 1 removed`
  package var counts: String {
    let counts = Change.Status.allCases.compactMap { status in
      count(status) == 0 ? nil : "\(count(status)) \(status.rawValue)"
    }
    return counts.isEmpty ? "no difference" : counts.joined(separator: ", ")
  }
}
