import DesignModel
import DesignSyntax

/// The answer to a condition. What depends on a fact that is unstated is neither true nor false.
enum Truth: Sendable, Hashable {
  case no, unknown, yes

  init(_ truth: Bool) { self = truth ? .yes : .no }

  static prefix func ! (truth: Truth) -> Truth {
    switch truth {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }

  /// Whether all hold: no if any does not.
  static func all(_ truths: [Truth]) -> Truth {
    truths.contains(.no) ? .no : truths.contains(.unknown) ? .unknown : .yes
  }

  /// Whether any holds: yes if one does.
  static func any(_ truths: [Truth]) -> Truth {
    truths.contains(.yes) ? .yes : truths.contains(.unknown) ? .unknown : .no
  }
}

extension Quantity {
  /// Which of two is greater; nil for quantities of different kinds, which have no order.
  func ordered(before other: Quantity) -> Bool? {
    switch (self, other) {
    case (.date(let a, let b, let c), .date(let x, let y, let z)): (a, b, c) < (x, y, z)
    case (.version(let a), .version(let b)): Self.parts(a).lexicographicallyPrecedes(Self.parts(b))
    default:
      dimension == other.dimension ? magnitude.flatMap { a in other.magnitude.map { a < $0 } } : nil
    }
  }

  /// What must be the same for two to be compared.
  private var dimension: String {
    switch self {
    case .count, .number: "number"
    case .percent: "percent"
    case .duration: "duration"
    case .size: "size"
    case .cores: "cores"
    case .rate(_, let what): "rate \(what)"
    case .date: "date"
    case .version: "version"
    case .money(_, let currency, let period): "money \(currency) \(period)"
    }
  }

  /// The numbers of a version: `1.30` is later than `1.4`; a number that is lacking is 0.
  private static func parts(_ version: String) -> [Int] {
    var parts = version.split { !$0.isNumber }.map { Int($0) ?? .max }
    while parts.last == 0 { parts.removeLast() }
    return parts
  }
}
