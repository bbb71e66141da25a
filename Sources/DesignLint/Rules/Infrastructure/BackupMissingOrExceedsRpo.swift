import DesignModel
import DesignSource

let backupMissingOrExceedsRpo = Rule(
  "INF011", "backup-missing-or-exceeds-rpo", .error,
  what: """
    Finds production databases that say `backup none`, are backed up more seldom than `rpo` allows, or take longer to \
    restore than `rto` allows.
    """,
  why:
    "What is deleted by mistake is deleted on every replica too: only a backup brings it back, as old as it is.",
  silent: "When nothing is stated of backups, and for what can be rebuilt.",
  fires: """
    database shop: postgresql rpo 5m
    environment production { deploy shop backup daily }
    """,
  passes: """
    database shop: postgresql rpo 5m
    environment production { deploy shop backup continuous }
    """,
  sources: [.init("Microsoft Azure Well-Architected Framework, RE:09 disaster recovery", "2024-11")]
) { review, report in
  var said: Set<SourceRange> = []
  for database in review.elements(.database) where !database.isExternal && !database.states("rebuildable") {
    let indices = review.productionDeployments(of: database.id)
    let deployments = indices.map { review.deployments[$0].deployment }
    guard !deployments.contains(where: { $0.states("rebuildable") }) else { continue }
    let stated = zip(indices, deployments).compactMap { pair in backup(pair.1).map { (pair.0, $0) } }
    // A replica need not be backed up when the primary is.
    if stated.isEmpty, !deployments.isEmpty { report.lacks("deploy … backup …", of: database.id) }
    let isBackedUp = stated.contains { !$0.1.isAbsent }
    for (index, fact) in stated where said.insert(fact.range).inserted {
      func add(_ message: String, _ related: Fact?, _ help: String) {
        report.add(
          .error, on: .deployment(index), "`\(database.path)` \(message)", at: fact.range,
          related: related.map { [.init($0.range, "what is allowed")] } ?? [], help: [help])
      }
      if fact.isAbsent {
        if !isBackedUp {
          add("is not backed up in production", nil, "write `backup daily retained 30d`, or `rebuildable`")
        }
        continue
      }
      if let rpo = database.fact("rpo"), let allowed = rpo.seconds, let interval = interval(fact),
        interval > allowed
      {
        add(
          "is backed up every \(Written.duration(interval)), but may lose \(Written.duration(allowed)) at most",
          rpo,
          "back it up at least every \(Written.duration(allowed)), or continuously")
      }
      if let rto = database.fact("rto"), let allowed = rto.seconds,
        let restored = fact.fact("restored in")?.seconds,
        restored > allowed
      {
        add(
          "takes \(Written.duration(restored)) to restore, but may be away for \(Written.duration(allowed)) at most",
          rto,
          "make restoring faster, or allow more")
      }
    }
  }
}

private func backup(_ deployment: Deployment) -> Fact? {
  deployment.fact("backup") ?? deployment.fact("backup every")
}

/// Seconds between backups.
private func interval(_ fact: Fact) -> Double? {
  if let seconds = fact.seconds { return seconds }
  switch fact.word {
  case "continuous": return 0
  case "hourly": return 3600
  case "daily": return 86_400
  case "weekly": return 7 * 86_400
  case "monthly": return 30 * 86_400
  default: return nil
  }
}
