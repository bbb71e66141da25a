package import DesignSource

/// What happens step by step.
package struct Flow: Sendable {
  package let element: ElementID
  package let steps: [Step]

  package indirect enum Step: Sendable {
    case message(Message)
    /// Each case with its condition; that of a last `else` may be empty.
    case alternative([(condition: String, steps: [Step])])
    /// What happens at once, with the text before it; empty for none.
    case parallel(String, [[Step]])
    case loop(String, [Step])
    case note(String)
  }

  /// What one participant does to another.
  package struct Message: Sendable {
    package let verb: String
    package let source: ElementID?
    package let target: ElementID?
    package let endpoint: ElementID?
    package let label: String?
    package let range: SourceRange
  }
}
