import DesignLint
import DesignSource

/// The ways in which what was built is not what was agreed. `DiagnosticCode` explains each.
package enum Deviation: String, Sendable, Hashable, CaseIterable {
  // Databases.
  case tableMissing = "VER001"
  case tableExtra = "VER002"
  case columnMissing = "VER003"
  case columnExtra = "VER004"
  case columnType = "VER005"
  case nullability = "VER006"
  case columnDefault = "VER007"
  case primaryKey = "VER008"
  case uniqueKey = "VER009"
  case foreignKey = "VER010"
  case index = "VER011"
  case enumeration = "VER012"
  // Documents that services give of their apis.
  case documentMissing = "VER020"
  case documentExtra = "VER021"
  case documentDifferent = "VER022"
  // Answers of services.
  case status = "VER030"
  case mediaType = "VER031"
  case shape = "VER032"
  case undeclared = "VER033"
  case noAnswer = "VER034"
  case notTried = "VER035"

  /// The readable name, in words joined with hyphens.
  package var name: String {
    switch self {
    case .tableMissing: "table-missing"
    case .tableExtra: "table-extra"
    case .columnMissing: "column-missing"
    case .columnExtra: "column-extra"
    case .columnType: "column-type-differs"
    case .nullability: "nullability-differs"
    case .columnDefault: "default-differs"
    case .primaryKey: "primary-key-differs"
    case .uniqueKey: "unique-key-differs"
    case .foreignKey: "foreign-key-differs"
    case .index: "index-differs"
    case .enumeration: "enumeration-differs"
    case .documentMissing: "api-part-missing"
    case .documentExtra: "api-part-extra"
    case .documentDifferent: "api-part-differs"
    case .status: "status-not-agreed"
    case .mediaType: "media-type-not-agreed"
    case .shape: "answer-not-agreed"
    case .undeclared: "answer-undeclared"
    case .noAnswer: "no-answer"
    case .notTried: "not-tried"
    }
  }

  /// The ids of those that a kind of verification can find.
  package static let ofDatabases = allCases.filter { $0.rawValue < "VER020" }
  package static let ofDocuments = allCases.filter { ("VER020"..<"VER030").contains($0.rawValue) }
  package static let ofAnswers = allCases.filter { $0.rawValue >= "VER030" }

  /// What is told of one place of the design.
  ///
  /// - Parameter subject: the element's path.
  func finding(
    _ severity: Diagnostic.Severity, on subject: String, _ message: String, at range: SourceRange,
    label: String = "", related: [Diagnostic.Label] = [], notes: [String] = [], help: [String] = []
  ) -> Finding {
    Finding(
      subject: subject,
      diagnostic: Diagnostic(
        severity, rawValue, name: name, message, at: range, label: label, related: related, notes: notes,
        help: help))
  }
}

extension [Finding] {
  /// By place, then by code and message, so that every run tells them in the same order.
  func sortedByPlace() -> [Finding] {
    sorted { a, b in
      let (x, y) = (a.diagnostic, b.diagnostic)
      return (x.range, x.code, x.message, a.subject) < (y.range, y.code, y.message, b.subject)
    }
  }
}
