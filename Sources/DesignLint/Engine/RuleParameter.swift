package import DesignSyntax

/// A figure that a rule goes by and that a project may set otherwise: one that no authority stands behind.
package struct RuleParameter: Sendable, Hashable {
  /// In words joined with hyphens, unique within a rule.
  package let name: String
  /// What it is, as the continuation of "sets".
  package let what: String
  /// `percent`, `duration` or `count`.
  package let dimension: Dimension
  /// What may be set, both ends included: in percent, seconds, or as a number.
  package let range: ClosedRange<Double>
  /// What holds when nothing is set, in the same unit.
  package let standard: Double

  init(
    _ name: String, _ dimension: Dimension, _ standard: Double, in range: ClosedRange<Double>, _ what: String
  ) {
    self.name = name
    self.what = what
    self.dimension = dimension
    self.range = range
    self.standard = standard
  }

  /// A value of it as people write it: `70%`, `90d`, `10000`.
  package func written(_ value: Double) -> String {
    switch dimension {
    case .percent: return "\(Self.digits(value))%"
    case .duration:
      for (unit, seconds) in [("d", Quantity.day), ("h", 3600), ("m", 60)]
      where value >= seconds && value.truncatingRemainder(dividingBy: seconds) == 0 {
        return "\(Self.digits(value / seconds))\(unit)"
      }
      return "\(Self.digits(value))s"
    default: return Self.digits(value)
    }
  }

  private static func digits(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 9e15 ? "\(Int(value))" : "\(value)"
  }
}

extension ReviewOptions {
  /// What a rule's parameter is: in percent, seconds, or as a number.
  func figure(_ parameter: RuleParameter, of rule: String) -> Double {
    figures[rule]?[parameter.name] ?? parameter.standard
  }
}

extension Report {
  /// What the project has set a parameter of the rule at hand to, else what holds otherwise: in percent, seconds, or as
  /// a number.
  func figure(_ parameter: RuleParameter) -> Double { options.figure(parameter, of: rule.id) }

  /// The same as a share of 1.
  func share(_ parameter: RuleParameter) -> Double { figure(parameter) / 100 }

  /// Whose figure it is, for a note.
  func origin(_ parameter: RuleParameter) -> String {
    options.figures[rule.id]?[parameter.name] == nil
      ? "by a default of this project" : "as the project has set it"
  }
}
