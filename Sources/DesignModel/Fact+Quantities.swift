import DesignSyntax

/// Numbers that a fact states, in the unit that arithmetic uses; nil when its first quantity is of another kind.
extension Fact {
  /// The first quantity, when it is a percentage.
  package var percent: Double? { if case .percent(let value)? = quantity { value } else { nil } }

  /// The first quantity in seconds, when it is a duration.
  package var seconds: Double? { if case .duration(let value)? = quantity { value } else { nil } }

  /// The first quantity in bytes, when it is a size.
  package var bytes: Double? { if case .size(let value)? = quantity { value } else { nil } }

  /// The first quantity per second, when it is a rate.
  package var perSecond: Double? { if case .rate(let value, _)? = quantity { value } else { nil } }

  /// The first quantity as a whole number.
  package var count: Int? { if case .count(let value)? = quantity { value } else { nil } }

  /// The first quantity in cores.
  package var cores: Double? { if case .cores(let value)? = quantity { value } else { nil } }

  /// A number without unit.
  package var factor: Double? {
    switch quantity {
    case .number(let value): value
    case .count(let value): Double(value)
    default: nil
    }
  }

  /// The peak of traffic per second, or the average where no peak is stated.
  package var peakRate: Double? { fact("peak")?.perSecond ?? perSecond }
}
