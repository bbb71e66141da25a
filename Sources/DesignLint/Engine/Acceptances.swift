import DesignModel
import DesignSource

/// Every `accept` of the design: which finding each one takes, and what is wrong with it.
struct Acceptances {
  private struct Site {
    let acceptance: Acceptance
    /// Whether it may take findings: it is well-formed and has not expired.
    let isValid: Bool
    /// What MOD010 names as the place of it.
    let subject: Subject?
    var isUsed = false
  }

  private var sites: [Site] = []
  /// Places in `sites`, by what they stand on.
  private var bySubject: [Subject: [Int]] = [:]
  /// The clause's place in `sites`: an environment that is like another bears the same clause.
  private var byRange: [SourceRange: Int] = [:]
  /// What each deployment deploys: what is accepted on an application is accepted wherever it runs.
  private let deployed: [ElementID]
  private let today: CalendarDay?
  private let book: RuleBook
  private let options: ReviewOptions

  /// The fewest characters of a reason that can be one.
  static let shortestReason = 10
  private static let emptyReasons = ["todo", "tbd", "fixme", "perf", "performance", "later", "n/a", "none"]

  /// Whether a text says why.
  static func isReason(_ text: String?) -> Bool {
    guard let text else { return false }
    let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    return trimmed.count >= shortestReason
      && !emptyReasons.contains { trimmed.hasPrefix($0 + ":") || trimmed == $0 }
  }

  init(_ review: Review) {
    today = review.options.today
    options = review.options
    book = review.book
    deployed = review.deployments.map(\.deployment.target)
    let model = review.model
    for element in model.ownElements { add(element.facts, on: .element(element.id)) }
    for (index, connection) in model.connections.enumerated() {
      add(connection.facts, on: .connection(index))
    }
    for (index, placed) in review.places.enumerated() { add(placed.place.facts, on: .place(index)) }
    for (index, placed) in review.deployments.enumerated() {
      add(placed.deployment.facts, on: .deployment(index))
    }
    for outer in model.acceptances { add(outer.fact, on: outer.target.map(Subject.element)) }
  }

  private mutating func add(_ facts: [Fact], on subject: Subject) {
    for fact in facts where fact.key == "accept" { add(fact, on: subject) }
  }

  private mutating func add(_ fact: Fact, on subject: Subject?) {
    let index: Int
    if let known = byRange[fact.range] {
      index = known
    } else {
      let acceptance = Acceptance(
        rule: fact.word ?? "", reason: fact.words.dropFirst().first ?? "",
        until: CalendarDay(fact.fact("until")?.quantity), by: fact.fact("by")?.word,
        ticket: fact.fact("ticket")?.word, kind: fact.fact("as")?.word, range: fact.range)
      index = sites.count
      sites.append(Site(acceptance: acceptance, isValid: isValid(acceptance), subject: subject))
      byRange[fact.range] = index
    }
    if let subject { bySubject[subject, default: []].append(index) }
  }

  private func isValid(_ acceptance: Acceptance) -> Bool {
    guard Self.isReason(acceptance.reason), let rule = book.named(acceptance.rule), options.accepts(rule)
    else {
      return false
    }
    return !isExpired(acceptance)
  }

  private func isExpired(_ acceptance: Acceptance) -> Bool {
    guard let today, let until = acceptance.until else { return false }
    return until < today
  }

  /// The acceptance that takes a finding, if one does.
  mutating func accept(_ entry: Report.Entry) -> Acceptance? {
    guard let subject = entry.subject else { return nil }
    var indices = bySubject[subject] ?? []
    if case .deployment(let index) = subject { indices += bySubject[.element(deployed[index])] ?? [] }
    for index in indices where book.named(sites[index].acceptance.rule)?.id == entry.diagnostic.code {
      sites[index].isUsed = true
      if sites[index].isValid { return sites[index].acceptance }
    }
    return nil
  }

  /// What MOD010 says of them, now that all findings are known.
  func reportProblems(_ ran: [Rule], _ review: Review, _ report: inout Report) {
    let ranIDs = Set(ran.map(\.id))
    for site in sites { reportProblem(site, ranIDs, &report) }
  }

  private func reportProblem(_ site: Site, _ ran: Set<String>, _ report: inout Report) {
    let acceptance = site.acceptance
    func say(
      _ severity: Diagnostic.Severity, _ message: String, label: String = "", notes: [String] = [],
      help: [String], fixIts: [Diagnostic.FixIt] = []
    ) {
      report.add(
        severity, on: site.subject, message, at: acceptance.range, label: label, notes: notes, help: help,
        fixIts: fixIts)
    }
    guard let rule = book.named(acceptance.rule) else {
      let near = book.nearest(to: acceptance.rule)
      return say(
        .error, "there is no rule called `\(acceptance.rule)`",
        label: near.map { "did you mean `\($0)`?" } ?? "",
        help: ["name the rule by its id or name, as the finding shows it"])
    }
    let title = rule.isOwn ? "`\(rule.id)`" : "\(rule.id) (\(rule.name))"
    guard options.accepts(rule) else {
      return say(
        .error, "findings of \(title) cannot be accepted",
        help: ["mend what it found, and remove the `accept`"])
    }
    guard Self.isReason(acceptance.reason) else {
      return say(
        .error, "the reason for accepting \(rule.id) is too short to be one",
        notes: ["a reason has at least \(Self.shortestReason) characters and says why, not when"],
        help: ["say why the finding does no harm here, or what stands in the way of mending it"])
    }
    guard site.subject != nil else {
      return say(
        .error, "this `accept` does not say which element it is about",
        help: ["add `on PATH`, or move it into the element"])
    }
    if site.isUsed {
      if isExpired(acceptance), let until = acceptance.until {
        say(
          .error, "the acceptance of \(rule.id) ended on \(until)",
          help: ["mend the finding, or decide anew and state a later day"])
      }
    } else if ran.contains(rule.id) {
      say(
        .warning, "\(title) finds nothing here that could be accepted",
        help: ["remove the `accept`; if the rule has found something nearby, move it there"],
        fixIts: [.init("remove it", range: acceptance.range, replacement: "")])
    }
  }
}
