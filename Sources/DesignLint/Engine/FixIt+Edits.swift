import DesignSource

/// The usual edits of rules. They change what the design decides, so that a person must look at each.
extension Diagnostic.FixIt {
  /// Another text in place of a clause.
  static func write(_ text: String, at range: SourceRange) -> Diagnostic.FixIt {
    Diagnostic.FixIt("write `\(text)`", range: range, replacement: text, safety: .suggested)
  }

  /// A clause behind another one.
  static func add(_ text: String, behind range: SourceRange) -> Diagnostic.FixIt {
    Diagnostic.FixIt("add `\(text)`", range: range.after, replacement: " \(text)", safety: .suggested)
  }
}
