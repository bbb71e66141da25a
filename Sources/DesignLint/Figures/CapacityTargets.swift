import DesignModel

/// How much of its capacity something may use. Defaults of this project, with no authority behind them.
extension RuleParameter {
  static let utilisationTarget = RuleParameter(
    "target", .percent, 70, in: 1...99,
    "the share of processors that may be busy at peak; answers wait longer the nearer it comes to 100 %")
  static let criticalUtilisationTarget = RuleParameter(
    "critical-target", .percent, 60, in: 1...99, "the same for what states `criticality high`")
  static let degradedUtilisation = RuleParameter(
    "degraded-target", .percent, 85, in: 1...100,
    "the share of processors that may be busy when a zone is lost")
  static let fullDisk = RuleParameter(
    "full-disk", .percent, 80, in: 1...100, "the share of a disk that may be full")
}

extension Review {
  /// The share of its processors that an application may use at peak: as stated, else as the project or this one
  /// has it.
  func targetUtilisation(of application: Element) -> Double {
    if let stated = application.fact("target-utilization")?.percent { return stated / 100 }
    return options.figure(targetParameter(of: application), of: "INF004") / 100
  }

  /// Which parameter settles the target where none is stated.
  func targetParameter(of application: Element) -> RuleParameter {
    application.fact("criticality")?.word == "high" ? .criticalUtilisationTarget : .utilisationTarget
  }
}
