import DesignModel

/// How much of its capacity something may use. Defaults of this project, with no authority behind them.
enum CapacityTargets {
  /// The share of processors that may be busy at peak. Answers wait longer the nearer it comes to 1.
  static let utilisation = 0.7
  /// The same where much depends on it.
  static let criticalUtilisation = 0.6
  /// The share after the loss of one failure unit from which on it is worth a warning.
  static let degradedUtilisation = 0.85
  /// The share of a disk that may be full.
  static let disk = 0.8
}

extension Review {
  /// The share of its processors that an application may use at peak: as stated, else a default.
  func targetUtilisation(of application: Element) -> Double {
    if let stated = application.fact("target-utilization")?.percent { return stated / 100 }
    return application.fact("criticality")?.word == "high"
      ? CapacityTargets.criticalUtilisation : CapacityTargets.utilisation
  }
}
