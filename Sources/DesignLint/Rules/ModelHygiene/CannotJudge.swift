import DesignModel
import DesignSource

let cannotJudge = Rule(
  "MOD006", "cannot-judge", .warning,
  what: "Lists, once an element, the facts that other rules needed and that the design does not state.",
  why: """
    A missing fact is never taken for a bad one, so a rule that lacks one says nothing. Without this list a reader could \
    not tell that silence from approval.
    """,
  silent: """
    In a sketch, unless it is asked for, since a sketch is incomplete on purpose; and for facts that only rules wanted \
    which do not run.
    """,
  fires: "database shop: postgresql { table user { id: uuid primary key  password: text } }",
  passes: """
    database shop: postgresql {
      table user { id: uuid primary key  password: text hashed argon2id(memory: 19MiB, iterations: 2) }
    }
    """,
  sources: [.init("SARIF 2.1.0 §3.27.9, results of kind `open` and `notApplicable`", "2020-03")]
) { _, _ in
  // What is lacking is known when all other rules have run: see `reportUnjudged`.
}

/// Reports what the rules lacked, which they took down as they ran.
func reportUnjudged(
  _ lacking: [ElementID: [(fact: String, rule: String)]], _ review: Review, _ report: inout Report
) {
  let options = review.options
  guard options.listsUnjudged || options.stage >= .review else { return }
  for id in lacking.keys.sorted() {
    let element = review.model[id]
    let unjudged = review.unjudged(element, lacking[id] ?? [])
    let rules = Set(unjudged.facts.flatMap(\.rules)).sorted()
    report.add(
      options.stage >= .release ? .warning : .info, on: .element(id),
      "\(rules.joined(separator: ", ")) could not judge `\(element.path)`", at: element.nameRange,
      notes: unjudged.facts.map { "unstated: `\($0.fact)` (\($0.rules.joined(separator: ", ")))" },
      help: ["state what is known; what is known to be absent is stated too, as in `auth none`"])
  }
}

extension Review {
  /// What could not be judged, an entry for each element.
  func unjudged(_ lacking: [ElementID: [(fact: String, rule: String)]]) -> [Unjudged] {
    lacking.keys.sorted().map { unjudged(model[$0], lacking[$0] ?? []) }
  }

  func unjudged(_ element: Element, _ lacks: [(fact: String, rule: String)]) -> Unjudged {
    let byFact = Dictionary(grouping: lacks, by: \.fact)
    let facts = byFact.keys.sorted().map { fact in
      Unjudged.Lack(fact: fact, rules: Set((byFact[fact] ?? []).map(\.rule)).sorted())
    }
    return Unjudged(subject: element.path, facts: facts, range: element.nameRange)
  }
}
