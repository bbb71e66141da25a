/// What can be said of a part of a contract.
package enum Attribute: String, Sendable, Hashable, CaseIterable {
  // What every reader is told.
  case title, version, name, description, tags, example
  // What becomes of it.
  case deprecated, sunset
  // What callers may rely on beyond the data.
  case paginated
  case maxPageSize = "max-page-size"
  case idempotent
  case idempotencyKey = "idempotency-key"
  case rateLimit = "rate-limit"
  case rateLimitScope = "rate-limit-scope"
  // Of parameters, bodies and properties.
  case required
  case style, explode
  case allowReserved = "allow-reserved"
  case allowEmptyValue = "allow-empty-value"
  case encoding
  // Of shapes.
  case reference, type, nullable, format
  case defaultValue = "default"
  case minimum = "min"
  case maximum = "max"
  case exclusiveMinimum = "exclusive-min"
  case exclusiveMaximum = "exclusive-max"
  case multipleOf = "multiple-of"
  case minLength = "min-length"
  case maxLength = "max-length"
  case pattern
  case minItems = "min-items"
  case maxItems = "max-items"
  case uniqueItems = "unique-items"
  case minContains = "min-contains"
  case maxContains = "max-contains"
  case minProperties = "min-properties"
  case maxProperties = "max-properties"
  case contentEncoding = "content-encoding"
  case contentMediaType = "content-media-type"
  case readOnly = "read-only"
  case writeOnly = "write-only"
  // Of what refers to something else.
  case names, target
  // Of security schemes.
  case schemeType = "scheme-type"
  case location
  case schemeName = "scheme"
  case bearerFormat = "bearer-format"
  case url, flows
  // Of events and tables.
  case flow
  case partitionKey = "partition-key"
  case primaryKey = "primary-key"
  case unique, references

  /// What can be said of every shape.
  static let ofSchemas: [Attribute] = [
    .title, .description, .example, .deprecated, .sunset, .reference, .type, .nullable, .format,
    .defaultValue, .minimum,
    .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf, .minLength, .maxLength, .pattern, .minItems,
    .maxItems,
    .uniqueItems, .minContains, .maxContains, .minProperties, .maxProperties, .contentEncoding,
    .contentMediaType,
    .readOnly, .writeOnly,
  ]

  /// What callers may rely on beyond the data, which documents have no words for but their own.
  static let promises: [Attribute] = [
    .paginated, .maxPageSize, .idempotent, .idempotencyKey, .rateLimit, .rateLimitScope,
  ]

  /// The key of it in documents that have no word for it: `x-sunset`.
  var extensionKey: String { "x-\(rawValue)" }

  /// The fact without which it says nothing: while only one side states that, this one is not held against anything.
  var belongsTo: Attribute? {
    switch self {
    case .maxPageSize: .paginated
    case .idempotencyKey: .idempotent
    case .rateLimitScope: .rateLimit
    default: nil
    }
  }

  /// How two values of it are held against each other.
  package enum Order: Sendable, Hashable {
    /// It is said or not.
    case flag
    /// By size.
    case number
    /// By how often, as `600/min`; what is no rate cannot be compared.
    case rate
    /// By date; what is no date cannot be compared.
    case date
    /// By which values are among those of the other.
    case set
    /// They are the same or not.
    case text
  }

  package var order: Order {
    switch self {
    case .required, .allowReserved, .allowEmptyValue, .nullable, .uniqueItems, .readOnly, .writeOnly,
      .deprecated, .paginated, .idempotent, .primaryKey, .unique:
      .flag
    case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .minLength, .maxLength, .minItems,
      .maxItems,
      .minContains, .maxContains, .minProperties, .maxProperties, .maxPageSize:
      .number
    case .rateLimit: .rate
    case .sunset: .date
    case .type, .format: .set
    default: .text
    }
  }
}
