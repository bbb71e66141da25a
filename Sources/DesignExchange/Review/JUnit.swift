import DesignLint
import DesignSource

/// Results as a JUnit report: a test case for each rule that ran or reported, failed where it has findings.
package enum JUnit {
  /// - Parameter rules: the ids of all rules that ran, so that those without findings are told as passed.
  package static func write(_ results: [ReportedResult], rules: [String], _ places: Places) -> String {
    let open = results.filter(\.isOpen)
    let codes = Set(rules).union(open.map(\.diagnostic.code)).sorted()
    let failed = Set(open.map(\.diagnostic.code)).count
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    out += "<testsuites name=\"designc\" tests=\"\(codes.count)\" failures=\"\(failed)\">\n"
    out +=
      "  <testsuite name=\"designc lint\" tests=\"\(codes.count)\" failures=\"\(failed)\" errors=\"0\" skipped=\"0\">\n"
    for code in codes {
      let name = Rule.named(code).map { "\(code) \($0.name)" } ?? code
      let own = open.filter { $0.diagnostic.code == code }
      out += "    <testcase classname=\"designc\" name=\"\(escaped(name))\""
      guard let first = own.first else {
        out += "/>\n"
        continue
      }
      out +=
        ">\n      <failure type=\"\(first.diagnostic.severity.rawValue)\" message=\"\(escaped(first.diagnostic.message))\">"
      out += own.map { line($0.diagnostic, places) }.joined(separator: "\n")
      out += "</failure>\n    </testcase>\n"
    }
    return out + "  </testsuite>\n</testsuites>\n"
  }

  private static func line(_ diagnostic: Diagnostic, _ places: Places) -> String {
    let place = places.place(diagnostic.range).map { "\($0.file):\($0.line):\($0.column): " } ?? ""
    return escaped("\(place)\(diagnostic.severity.rawValue): \(diagnostic.message)")
  }

  /// XML 1.0 has no place for control characters.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { out, scalar in
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\n", "\t": out.unicodeScalars.append(scalar)
      case _ where scalar.value < 32 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: out += "\u{FFFD}"
      default: out.unicodeScalars.append(scalar)
      }
    }
  }
}
