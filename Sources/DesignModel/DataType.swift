package import DesignSource

/// The type of a column, field, parameter, answer or payload.
package indirect enum DataType: Sendable, Hashable {
  case named(NamedType)
  case list(DataType)
  case map(DataType, DataType)
  case oneOf([DataType])
  case optional(DataType)

  /// As people write it.
  package var description: String {
    switch self {
    case .named(let type): type.description
    case .list(.named(let type)) where type.isColumnType: "\(type.description)[]"
    case .list(let type): "[\(type.description)]"
    case .map(let key, let value): "[\(key.description): \(value.description)]"
    case .oneOf(let types): types.map(\.description).joined(separator: " | ")
    case .optional(let type): "\(type.description)?"
    }
  }

  /// Whether the value may be missing.
  package var isOptional: Bool { if case .optional = self { true } else { false } }

  /// The type without the `?`.
  package var unwrapped: DataType { if case .optional(let type) = self { type } else { self } }

  /// The named type, when it is one.
  package var name: NamedType? { if case .named(let type) = unwrapped { type } else { nil } }
}

/// A type that has a name: a scalar, an engine's type, a declared type or enumeration.
package struct NamedType: Sendable, Hashable {
  /// The words, in one line: `timestamp with time zone`.
  package let name: String
  package let arguments: [Argument]
  /// The declared type, enumeration or domain, when the name is of one.
  package let target: ElementID?
  /// Whether it stands in a column, where arrays are written `T[]`.
  package let isColumnType: Bool
  package let range: SourceRange

  package var description: String {
    guard !arguments.isEmpty else { return name }
    let list = arguments.map { ($0.name.map { "\($0): " } ?? "") + $0.value }.joined(separator: ", ")
    // `timestamp(6) with time zone` keeps its arguments behind the first word.
    if let space = name.firstIndex(of: " "), name.hasSuffix("time zone") {
      return "\(name[..<space])(\(list))\(name[space...])"
    }
    return "\(name)(\(list))"
  }
}
