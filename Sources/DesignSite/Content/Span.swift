/// A run of text on a page.
struct Span {
  enum Style: String {
    case plain, code, tag, strong, quiet
  }

  var text: String
  var style: Style
  var target: Target?

  /// Where a click leads.
  enum Target: Equatable {
    /// A page of the site, with what stands after its `#`; its folder and name are without an extension.
    case page(String, anchor: String = "")
    /// An address outside of the site, which has been found harmless.
    case outside(String)
  }

  init(_ text: String, _ style: Style = .plain, to target: Target? = nil) {
    self.text = text
    self.style = style
    self.target = target
  }

  static func code(_ text: String, to target: Target? = nil) -> Span { Span(text, .code, to: target) }
  static func tag(_ text: String) -> Span { Span(text, .tag) }
}

/// What stands in a cell of a table, or on a line of its own.
typealias Line = [Span]

extension Line {
  static func text(_ text: String) -> Line { text.isEmpty ? [] : [Span(text)] }
  static func code(_ text: String) -> Line { text.isEmpty ? [] : [.code(text)] }

  /// With runs of the same kind as one.
  var merged: Line {
    var out: Line = []
    for span in self {
      if let last = out.last, last.style == span.style, last.target == span.target, span.style != .tag {
        out[out.count - 1].text += span.text
      } else {
        out.append(span)
      }
    }
    return out
  }

  /// The words alone.
  var plainText: String { map(\.text).joined() }

  /// Several lines one after another.
  static func joined(_ lines: [Line], by separator: String = ", ") -> Line {
    Line(lines.joined(separator: [Span(separator)]))
  }
}
