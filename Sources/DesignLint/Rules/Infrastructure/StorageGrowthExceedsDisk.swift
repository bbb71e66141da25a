import DesignModel
import DesignSyntax

let storageGrowthExceedsDisk = Rule(
  "INF015", "storage-growth-exceeds-disk", .error,
  what: """
    Finds databases whose tables outgrow their disk within the design's horizon. A warning from 80 % on, an error when it is \
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
  let horizon = review.horizon
  for database in review.elements(.database) {
    guard let demand = review.diskDemand(of: database, &report) else { continue }
    let (now, end) = (demand.now, demand.end)
    for index in review.productionDeployments(of: database.id) {
      let placed = review.deployments[index]
      guard let disk = review.disk(of: placed), let there = disk.bytes else {
        report.lacks("deploy … storage …", of: database.id)
        continue
      }
      let share = end / there
      guard share > report.share(.fullDisk) else { continue }
      let days = end > now ? (there - now) / (end - now) * horizon / Quantity.day : 0
      let when = day(review.options.today, after: Int(max(0, days)))
      report.add(
        share >= 1 ? .error : .warning, on: .deployment(index),
        now >= there
          ? "`\(database.path)` holds \(Written.bytes(now)), more than its disk of \(Written.bytes(there))"
          : share >= 1
            ? "`\(database.path)` fills its disk of \(Written.bytes(there)) in about \(Written.grouped(Int(max(0, days)))) days\(when)"
            : "`\(database.path)` fills \(Written.percent(share * 100, digits: 0)) of its disk of \(Written.bytes(there)) within the design's horizon",
        at: disk.range,
        notes: demand.terms + [
          "\(Written.bytes(end)) of \(Written.bytes(there)) at the horizon of \(Written.duration(horizon))"
        ],
        help: ["take a larger disk, keep rows for less time (`retention …`), or move old ones elsewhere"])
    }
  }
}

/// The day that so many days from today are, when today is known.
private func day(_ today: CalendarDay?, after days: Int) -> String {
  guard let today else { return "" }
  return ", around \(today.adding(days: days))"
}
