/// The published table of all changes: what each means by the direction of the data.
package enum ChangeTable {
  /// A page of Markdown, the same for the same rules.
  package static var markdown: String {
    var out = """
      # What breaks a contract

      This table is made from the kinds of parts that a contract has: every thing, and everything that can be said of it,
      with every way in which it can change. Exactly one rule judges each. `designc breaking --list` prints it.

      A change's id is the direction of the data, the place in it where there is one, what has changed, and how:
      `request-property-min-length-increased`, `response-body-type-widened`, `operation-removed`.

      - `request`: callers send it. `consumed`: others send it to a topic, or write it to a table.
      - `response`: callers are given it. `published`: those who listen to a topic, or read a table, are given it.

      What is stricter turns away data that was good, so it breaks those who send; what is looser gives data that nobody is
      prepared for, so it breaks those who are given it.

      | what | how | request | response | published | consumed | elsewhere |
      | --- | --- | --- | --- | --- | --- | --- |

      """
    for rule in ChangeRule.all {
      let met = ChangeCase.all.filter(rule.claims)
      let cells = (Direction.allCases.map(Optional.some) + [nil]).map { direction in
        let classes = met.filter { $0.direction == direction }.map(\.changeClass.rawValue)
        return classes.first ?? ""
      }
      out += "| \(rule.subject.words) | \(rule.kind.rawValue) | " + cells.joined(separator: " | ") + " |\n"
    }
    return out + "\n\(ChangeRule.all.count) rules judge \(ChangeCase.all.count) changes.\n"
  }
}

extension Subject {
  /// As the table has it.
  package var words: String {
    switch self {
    case .thing(let thing): "`\(thing.rawValue)`"
    case .attribute(let attribute, of: let thing): "`\(attribute.rawValue)` of `\(thing.rawValue)`"
    case .attributeOfSchema(let attribute): "`\(attribute.rawValue)`"
    }
  }
}
