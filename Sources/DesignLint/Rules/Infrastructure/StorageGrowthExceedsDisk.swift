import DesignModel
import DesignSizing

let storageGrowthExceedsDisk = Rule(
  "INF015", "storage-growth-exceeds-disk", .error,
  what: """
    Finds databases and brokers whose tables and topics outgrow their disk within the design's horizon. A warning from 80 % on, an error when it is \
    full.
    """,
  why:
    "A database with a full disk stops, and making the disk larger or deleting old rows takes longer than is left then.",
  silent: """
    Unless rows, their size, growth, the disk and the horizon are stated; tables of which they are not are left out, so the \
    real figure is higher. Rows older than `retention` are reckoned as gone.
    """,
  fires: """
    design d { horizon 2y }
    database db: postgresql {
      table event rows 0 growth 2M/day row-size 600B { id: bigint primary key }
    }
    environment production { deploy db storage 500GiB }
    """,
  passes: """
    design d { horizon 2y }
    database db: postgresql {
      table event rows 0 growth 2M/day row-size 600B retention 90d { id: bigint primary key }
    }
    environment production { deploy db storage 500GiB }
    """,
  sources: [.init("PostgreSQL 17 documentation, §28.5 disk full failure", "2024-09"), .house],
  parameters: [.fullDisk]
) { review, report in
  // Without a horizon only what is there today is judged.
  let horizon = review.model.design?.fact("horizon")?.seconds ?? 0
  for environment in review.model.environments.indices where review.isJudged(environment) {
    let (disks, lacks) = review.sizing.disks(in: environment)
    for lack in lacks { if let element = lack.element { report.lacks(lack.fact, of: element) } }
    for disk in disks { check(disk, horizon, review, &report) }
  }
}

private func check(_ whole: DiskUse, _ horizon: Double, _ review: Review, _ report: inout Report) {
  var terms: [DiskUse.Term] = []
  for term in whole.terms {
    let isGuess = term.size == 0 || term.bound == .atMost
    if isGuess, term.growth > 0, horizon > 0 { report.lacks("row-size …", of: term.element) }
    // The longest that columns may be is not what they are.
    if !isGuess { terms.append(term) }
  }
  let disk = whole.keeping(terms)
  let (now, end, there) = (disk.bytes(after: 0), disk.bytes(after: horizon), disk.size)
  let share = end / there
  guard !terms.isEmpty, share > report.share(.fullDisk) else { return }
  let names = disk.deployments.map { review.model[review.deployments[$0].target].path }.quotedList
  let isOne = disk.deployments.count == 1
  let days = disk.day(before: horizon) ?? 0
  let when = review.options.today.map { ", around \($0.adding(days: days))" } ?? ""
  report.add(
    share >= 1 ? .error : .warning, on: .deployment(disk.deployments[0]),
    now >= there
      ? "\(names) \(isOne ? "holds" : "hold") \(Written.bytes(now)), more than \(isOne ? "its" : "their") disk of \(Written.bytes(there))"
      : share >= 1
        ? "\(names) \(isOne ? "fills its" : "fill their") disk of \(Written.bytes(there)) in about \(Written.grouped(days)) days\(when)"
        : "\(names) \(isOne ? "fills" : "fill") \(Written.percent(share * 100, digits: 0)) of \(isOne ? "its" : "their") disk of \(Written.bytes(there)) within the design's horizon",
    at: disk.sizeInput.range,
    notes: terms.map { $0.arithmetic(horizon) } + [
      "\(Written.bytes(end)) of \(Written.bytes(there)) at the horizon of \(Written.duration(horizon))"
    ],
    help: ["take a larger disk, keep rows for less time (`retention …`), or move old ones elsewhere"])
}
