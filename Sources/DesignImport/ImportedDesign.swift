package import DesignSource

/// What came of a document of another format.
package struct ImportedDesign: Sendable {
  /// What the design is called; empty when the document cannot be read.
  package let name: String
  /// The text of the design, in no particular layout; empty when the document cannot be read.
  package let text: String
  /// Errors, for a document that cannot be read, and with the severity `info` what is left out or was taken for granted:
  /// sentences that begin with a small letter, each at its place in the document.
  package let diagnostics: [Diagnostic]
}

/// Names for what has none, and text that stands in a design.
enum ImportedNames {
  /// A name in small letters, of up to five words: `My Shop.sql` → `my-shop`; `fallback` when nothing is left.
  static func name(_ text: String, fallback: String) -> String {
    let words = text.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber || $0 == "_") }
    let joined = words.prefix(5).joined(separator: "-")
    return joined.first?.isLetter ?? false ? joined : fallback
  }

  /// `order-lines` → `Order lines`
  static func label(_ name: String) -> String {
    let words = name.map { $0 == "-" || $0 == "_" ? " " : $0 }
    return String(words.prefix(1)).uppercased() + String(words.dropFirst())
  }

  /// A name that is not among those taken: `name`, else `name-db`, `name-db2`, and so on.
  static func unused(_ name: String, suffix: String, _ taken: Set<String>) -> String {
    if !taken.contains(name.lowercased()) { return name }
    var number = 1
    while true {
      let next = "\(name)\(suffix)\(number == 1 ? "" : "\(number)")"
      if !taken.contains(next.lowercased()) { return next }
      number += 1
    }
  }
}
