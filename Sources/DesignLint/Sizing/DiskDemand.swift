import DesignModel
import DesignSource
import DesignSyntax

/// The room that the rows of a database take: rows × row size × (1 + index overhead).
struct DiskDemand {
  /// Bytes today.
  let now: Double
  /// Bytes at the design's horizon.
  let end: Double
  /// The formula of each table with the numbers in it.
  let terms: [String]
  let ranges: [SourceRange]
}

extension Review {
  /// How far ahead the design looks, in seconds; 0 when it does not say, so that only today counts.
  var horizon: Double { model.design?.fact("horizon")?.seconds ?? 0 }

  /// What the tables of a database come to, as far as their rows and row sizes are stated; nil when nothing is. What is
  /// lacking is told to the report.
  func diskDemand(of database: Element, _ report: inout Report) -> DiskDemand? {
    var (now, end) = (0.0, 0.0)
    var terms: [String] = []
    var ranges: [SourceRange] = []
    for table in ownTables where table.database == database.id {
      let element = model[table.element]
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
      ranges.append(element.nameRange)
      let overhead = factor > 1 ? " × \(Written.number(factor))" : ""
      let perDay = Written.number(growth * Quantity.day)
      terms.append(
        horizon > 0
          ? "\(element.name): \(perDay) rows/d × \(Written.duration(kept)) × \(Written.bytes(size))\(overhead) = \(Written.bytes(bytes))"
          : "\(element.name): \(Written.number(rows)) rows × \(Written.bytes(size))\(overhead) = \(Written.bytes(bytes))"
      )
    }
    return end > 0 ? DiskDemand(now: now, end: end, terms: terms, ranges: ranges) : nil
  }

  /// The disk that a deployment has: its own, or its machine's.
  func disk(of placed: PlacedDeployment) -> Fact? {
    placed.deployment.fact("storage") ?? machines(of: placed).flatMap { places[$0].place.fact("storage") }
  }
}
