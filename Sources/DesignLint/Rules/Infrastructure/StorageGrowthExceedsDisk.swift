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
  // Without a horizon only what is there today is judged.
  let horizon = review.model.design?.fact("horizon")?.seconds ?? 0
  let byDatabase = Dictionary(grouping: review.ownTables.map { $0 }, by: \.database)
  for database in review.elements(.database) {
    var terms: [Term] = []
    var now = 0.0
    var end = 0.0
    for table in byDatabase[database.id] ?? [] {
      let element = review.model[table.element]
      guard element.states("growth") || element.states("rows") else { continue }
      let growth = element.fact("growth")?.perSecond ?? 0
      guard growth > 0 && horizon > 0 || element.states("row-size") else { continue }
      guard let size = element.fact("row-size")?.bytes else {
        report.lacks("row-size …", of: element.id)
        continue
      }
      let factor = 1 + (element.fact("index-overhead")?.percent ?? 0) / 100
      let rows = Double(element.fact("rows")?.count ?? 0)
      let kept = min(horizon, element.fact("retention")?.seconds ?? horizon)
      // Rows that are there now go when their time is over.
      let old = element.fact("retention") == nil || horizon == 0 ? rows : 0
      let bytes = (old + growth * kept) * size * factor
      now += rows * size * factor
      end += bytes
      terms.append(
        Term(table: element.name, growth: growth, kept: kept, size: size, factor: factor, bytes: bytes))
    }
    guard end > 0 else { continue }
    for index in review.productionDeployments(of: database.id) {
      let placed = review.deployments[index]
      let disk =
        placed.deployment.fact("storage")
        ?? review.machines(of: placed).flatMap { review.places[$0].place.fact("storage") }
      guard let disk, let there = disk.bytes else {
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
        notes: terms.map(\.description) + [
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

/// What one table comes to.
private struct Term {
  let table: String
  let growth: Double
  let kept: Double
  let size: Double
  let factor: Double
  let bytes: Double

  var description: String {
    let overhead = factor > 1 ? " × \(Written.number(factor))" : ""
    let rows = Written.number(growth * Quantity.day)
    return
      "\(table): \(rows) rows/d × \(Written.duration(kept)) × \(Written.bytes(size))\(overhead) = \(Written.bytes(bytes))"
  }
}
