/// A kind of mistake that keeps a design from being understood, or a way in which what was built is not what was agreed, as
/// `designc explain` tells it. What the review finds in a design that is understood is a rule's to tell.
package struct DiagnosticCode: Sendable {
  /// The stable name, as it stands in brackets behind `error`.
  package let code: String
  /// The mistake in a few words.
  package let title: String
  /// What it means and what to do.
  package let explanation: String
  /// A design that has the mistake, and no other.
  package let wrong: String
  /// The same design without it.
  package let right: String

  /// All codes, in alphabetical order.
  package static let all: [DiagnosticCode] = (syntax + meaning + deviations).sorted { $0.code < $1.code }

  /// The code of this name; nil when there is none.
  package static func named(_ code: String) -> DiagnosticCode? { all.first { $0.code == code } }
}
