package import DesignContract
import DesignModel
import DesignSource
import DesignSyntax

let agreedApiChanged = Rule(
  "API001", "agreed-api-changed", .error, isAcceptable: false,
  what: """
    Finds apis, topics and published tables that are no longer what was agreed, and lock files that were changed by hand. \
    What breaks those who use them is an error; at stage `agreed` every other change is one as well, since it needs a new \
    agreement.
    """,
  why: "Others have built upon what was agreed; they learn of a change when their program fails.",
  silent: "When nothing is recorded in `agreements/`, and when only words for people have changed.",
  fires: """
    application api: service owner "Back end" {
      api a: rest agreed 2026-10-01 by "Back end", "Front end" { GET /x -> int }
    }
    application web: web owner "Front end" { calls api.a GET /x }
    """,
  passes: """
    application api: service owner "Back end" {
      api a: rest agreed 2026-10-01 by "Back end", "Front end" { GET /x -> string }
    }
    application web: web owner "Front end" { calls api.a GET /x }
    """,
  sources: [
    .init("Semantic Versioning 2.0.0, rules 6 to 8", "2013-06"),
    .init("RFC 8594, The Sunset HTTP Header Field", "2019-05"),
  ]
) { review, report in
  let model = review.model
  let start = SourceRange(file: FileID(0), start: 0, end: 0)
  for file in review.options.agreements {
    switch file.content {
    case .failure(let problem):
      report.add(
        .error, on: nil, "`\(file.path)` \(problem.reason)", at: model.design?.nameRange ?? start,
        help: ["restore the file from version control, or agree anew with `designc agree`"])
    case .success(let agreement):
      let today = review.options.today?.description
      tell(AgreementState(agreement, in: model, today: today), file.path, review, &report)
    }
  }
  guard review.options.stage >= .agreed, review.options.knowsAgreements else { return }
  let recorded = Set(review.options.agreements.compactMap { $0.agreement?.path })
  for element in model.agreeable where !recorded.contains(element.path) {
    guard let fact = element.fact("agreed") else { continue }
    report.add(
      .warning, on: .element(element.id), "`\(element.path)` is agreed, but what was agreed is not recorded",
      at: fact.range, help: ["run `designc agree \(element.path)`, and commit the lock file"])
  }
}

extension Rule {
  /// What is agreed when the wrong example is reviewed: what the right one says, for the rule that holds a design to that.
  package var agreedInExample: [AgreementFile] {
    guard id == agreedApiChanged.id else { return [] }
    let file = SourceFile(path: "example.design", bytes: Array(passes.utf8))
    return AgreementFile.recorded(in: ModelBuilder.build([Parser.parse(file, file: FileID(0))]))
  }
}

/// One finding for each part that has changed, at its place in the design.
private func tell(_ state: AgreementState, _ file: String, _ review: Review, _ report: inout Report) {
  let model = review.model
  let agreement = state.agreement
  guard let id = state.element else {
    let range = model.design?.nameRange ?? SourceRange(file: FileID(0), start: 0, end: 0)
    report.add(
      .error, on: nil, "`\(agreement.path)` is gone, but it was \(agreement.summary)", at: range,
      help: [
        "bring it back, announce its end with `deprecated until DATE`, or delete `\(file)` when all have agreed to that"
      ])
    return
  }
  let users = ContractUser.users(of: id, in: model)
  let element = model[id]
  for (part, changes) in state.parts where changes.contains(where: { $0.changeClass > .documentation }) {
    let breaking = changes.filter { $0.changeClass == .breaking }
    let place = model.range(of: part, in: element)
    let touched = users.filter { $0.part.isEmpty || $0.part == part || part.isEmpty }
    let names = touched.map { $0.described(in: model) }.uniqued
    var severity = Diagnostic.Severity.info
    if !breaking.isEmpty || review.options.stage >= .agreed { severity = .error }
    let what = part.isEmpty ? "`\(element.path)`" : "`\(part)` of `\(element.path)`"
    let harm =
      breaking.isEmpty
      ? "in a way that breaks nobody"
      : names.isEmpty ? "in a breaking way" : "in a way that breaks \(names.joinedWithAnd)"
    report.add(
      severity, on: .element(id), "\(what) was \(agreement.summary), and has changed \(harm)", at: place,
      related: touched.prefix(5).map { .init($0.range, "used by \($0.described(in: model))") },
      notes: changes.filter { $0.changeClass > .documentation }.map { change in
        let inner = change.location.joined(separator: " / ")
        return
          "\(change.changeClass.rawValue), \(change.id): \(inner.isEmpty ? "" : "\(inner): ")\(change.message)"
      },
      help: [
        breaking.isEmpty
          ? "agree anew: `designc agree \(element.path) --by … --date …`"
          : "open a new version beside this one and announce this one's end, or agree anew: `designc agree \(element.path) --by … --date …`"
      ])
  }
}

extension AgreementState {
  /// The changes of each part, in order.
  fileprivate var parts: [(String, [Change])] {
    var out: [(String, [Change])] = []
    for change in changes {
      if out.last?.0 == change.part {
        out[out.count - 1].1.append(change)
      } else {
        out.append((change.part, [change]))
      }
    }
    return out
  }
}

extension [String] {
  /// Each once, where it stands first.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
