package import DesignLint
package import DesignSource

/// What came of mending a design.
package struct FixResult: Sendable {
  /// The design's own files, mended, in the order in which they came.
  package var files: [SourceFile]
  /// What was mended, in the order in which it was.
  package var fixes: [Fix] = []
  /// The mended design.
  package var compilation: Compilation

  /// An edit that was made.
  package struct Fix: Sendable, Hashable {
    /// The code of the mistake, or the id of the rule.
    package let code: String
    /// In the imperative: "write `bigint`".
    package let title: String
    package let path: String
    /// From 1, in the text as it was when the edit was made.
    package let line: Int
  }
}

/// Makes the edits that mend what is wrong with a design, again and again until none is left. An edit that would give the
/// design a new mistake is not made, and one that does not mend is made once.
///
/// - Parameters:
///   - safety: `safe` for edits that keep the meaning, `suggested` for those too that change a decision.
///   - compile: how files become a design.
///   - review: what of a design that reads well is to be mended.
package func fix(
  _ files: [SourceFile], _ safety: Diagnostic.FixIt.Safety, compile: @escaping ([SourceFile]) -> Compilation,
  review: @escaping (Compilation) -> ReviewResult
) -> FixResult {
  var fixing = Fixing(compile: compile, review: review)
  return fixing.run(files, safety)
}

private struct Fixing {
  let compile: ([SourceFile]) -> Compilation
  let review: (Compilation) -> ReviewResult
  /// What edits have not mended, or may not be made for.
  private var given: Set<Trouble> = []

  init(compile: @escaping ([SourceFile]) -> Compilation, review: @escaping (Compilation) -> ReviewResult) {
    self.compile = compile
    self.review = review
  }

  /// Each round mends what does not touch something else; a design that needs more of them than this is being mended
  /// back and forth.
  private static let mostRounds = 20

  /// What is told apart when it is to be seen whether an edit has mended it.
  private struct Trouble: Hashable {
    let code: String
    let subject: String
    let message: String
  }

  private struct Candidate {
    let trouble: Trouble
    let fixIt: Diagnostic.FixIt
  }

  mutating func run(_ files: [SourceFile], _ safety: Diagnostic.FixIt.Safety) -> FixResult {
    var result = FixResult(files: files, compilation: compile(files))
    var troubles = troubles(of: result.compilation)
    for _ in 0..<Self.mostRounds {
      let candidates = troubles.compactMap { trouble, diagnostic -> Candidate? in
        guard !given.contains(trouble), Int(diagnostic.range.file.index) < files.count,
          let fixIt = diagnostic.fixIts.first(where: { safety == .suggested || $0.safety == .safe }),
          Int(fixIt.range.file.index) < files.count
        else { return nil }
        return Candidate(trouble: trouble, fixIt: fixIt)
      }
      guard !candidates.isEmpty else { break }
      let made = make(candidates, &result)
      let before = Dictionary(troubles.map { ($0.0, 1) }, uniquingKeysWith: +)
      troubles = self.troubles(of: result.compilation)
      let after = Dictionary(troubles.map { ($0.0, 1) }, uniquingKeysWith: +)
      for trouble in made where after[trouble] ?? 0 >= before[trouble] ?? 0 { given.insert(trouble) }
    }
    return result
  }

  /// Makes those of the edits that do not touch one another and leave a design that reads no worse. Gives what they were
  /// made for.
  private mutating func make(_ candidates: [Candidate], _ result: inout FixResult) -> [Trouble] {
    var candidates = candidates
    while !candidates.isEmpty {
      let round = Round(candidates, result.files)
      let compilation = compile(round.files)
      if mistakes(compilation) <= mistakes(result.compilation) {
        result.files = round.files
        result.fixes += round.fixes
        result.compilation = compilation
        return round.made.map(\.trouble)
      }
      let harmful = harmful(round.made, result)
      given.formUnion(harmful)
      // Edits that do no harm alone may do it together; then half of them go first.
      candidates =
        harmful.isEmpty
        ? Array(round.made.prefix(round.made.count / 2)) : candidates.filter { !harmful.contains($0.trouble) }
    }
    return []
  }

  /// Those of the edits that give the design a new mistake, each by itself.
  private func harmful(_ candidates: [Candidate], _ result: FixResult) -> Set<Trouble> {
    let worse = compile(Round(candidates, result.files).files)
    guard mistakes(worse) > mistakes(result.compilation) else { return [] }
    guard candidates.count > 1 else { return Set(candidates.map(\.trouble)) }
    let half = candidates.count / 2
    return harmful(Array(candidates[..<half]), result).union(harmful(Array(candidates[half...]), result))
  }

  /// The edits that can be made at once, and what becomes of the files.
  private struct Round {
    var files: [SourceFile]
    var fixes: [FixResult.Fix] = []
    var made: [Candidate] = []

    init(_ candidates: [Candidate], _ old: [SourceFile]) {
      files = old
      for index in files.indices {
        let own = candidates.filter { Int($0.fixIt.range.file.index) == index }
        guard !own.isEmpty else { continue }
        let lines = LineTable(files[index])
        let (file, done) = files[index].applying(own.map { TextEdit($0.fixIt) })
        for place in done {
          let fixIt = own[place].fixIt
          fixes.append(
            .init(
              code: own[place].trouble.code, title: fixIt.title, path: file.path,
              line: lines.position(of: fixIt.range.start).line))
          made.append(own[place])
        }
        files[index] = file
      }
    }
  }

  private func mistakes(_ compilation: Compilation) -> Int {
    compilation.diagnostics.count { $0.severity == .error }
  }

  /// What is wrong, by place: with the text, and when that reads well with the design.
  private func troubles(of compilation: Compilation) -> [(Trouble, Diagnostic)] {
    var out = compilation.mistakes.map { (Trouble(code: $0.code, subject: "", message: $0.message), $0) }
    if compilation.isReviewable {
      out += review(compilation).findings.map { finding in
        (
          Trouble(code: finding.rule, subject: finding.subject, message: finding.diagnostic.message),
          finding.diagnostic
        )
      }
    }
    return out
  }
}
