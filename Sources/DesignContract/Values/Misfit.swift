/// Why a value is not what a shape says, and where in the value.
package struct Misfit: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    /// What must be there is not.
    case missing
    /// What may not be there is.
    case forbidden
    /// It is there, admitted, and no shape names it: whoever reads the design does not know of it.
    case undeclared
    /// A value of another type.
    case type
    /// A value of the right type that is not among those admitted.
    case value
  }

  /// A step from a value inwards.
  package enum Step: Sendable, Hashable {
    case name(String)
    /// From 0.
    case index(Int)
  }

  package let kind: Kind
  /// From the whole value inwards; empty for the whole.
  package let path: [Step]
  /// The end of a sentence that begins with the place: `is a text, not a number`.
  package let message: String

  /// The place as a JSON Pointer (RFC 6901); empty for the whole.
  package var pointer: String {
    path.map { step in
      switch step {
      case .name(let name): "/\(name.replacing("~", with: "~0").replacing("/", with: "~1"))"
      case .index(let index): "/\(index)"
      }
    }.joined()
  }

  /// The place in all values of the shape: `lines[].price`; empty for the whole.
  package var place: String {
    path.reduce(into: "") { out, step in
      switch step {
      case .name(let name): out += out.isEmpty ? name : ".\(name)"
      case .index: out += "[]"
      }
    }
  }
}
