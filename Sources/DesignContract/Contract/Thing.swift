/// The kinds of parts that a contract has. What each is called, what is said of it and what it holds is listed here once;
/// reading, writing, comparing and the published table of changes all follow from it.
package enum Thing: String, Sendable, Hashable, CaseIterable {
  case contract
  // The interface of an api.
  case server
  case securityScheme = "security-scheme"
  case scope
  case operation, webhook, callback
  case parameter
  case requestBody = "request-body"
  case successStatus = "success-status"
  case errorStatus = "error-status"
  case header
  case mediaType = "media-type"
  case security
  case securityAlternative = "security-alternative"
  // Events and data.
  case topic, table, column
  // Shapes of data, each by the part that it plays in another.
  case definition
  case body, property
  case patternProperty = "pattern-property"
  case additionalProperties = "additional-properties"
  case propertyNames = "property-names"
  case items
  case prefixItem = "prefix-items"
  case contains
  case allOf = "all-of"
  case anyOf = "any-of"
  case oneOf = "one-of"
  case alternative
  case not
  case ifSchema = "if"
  case thenSchema = "then"
  case elseSchema = "else"
  case dependentSchema = "dependent-schema"
  case contentSchema = "content-schema"
  case unevaluatedItems = "unevaluated-items"
  case unevaluatedProperties = "unevaluated-properties"
  // What a shape consists of.
  case enumeration = "enum"
  case enumValue = "enum-value"
  case extensibleEnumValue = "extensible-enum-value"
  case requiredName = "required-name"
  case dependentRequired = "dependent-required"
  case discriminator
  case mapping = "discriminator-mapping"

  /// Its place in the order in which parts are told.
  var rank: Int { Self.ranks[self] ?? 0 }

  private static let ranks = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) })

  /// Whether it is a shape of data, with the facts and parts that every shape has.
  package var isSchema: Bool { Self.schemas.contains(self) }

  private static let schemas: Set<Thing> = [
    .definition, .body, .property, .patternProperty, .additionalProperties, .propertyNames, .items,
    .prefixItem, .contains,
    .allOf, .alternative, .not, .ifSchema, .thenSchema, .elseSchema, .dependentSchema, .contentSchema,
    .unevaluatedItems, .unevaluatedProperties,
  ]

  /// Whether what it says can hold for a value or not in ways that a comparison of its parts does not show: any change
  /// inside counts as one change of the whole.
  package var isOpaque: Bool { [.not, .ifSchema, .thenSchema, .elseSchema].contains(self) }

  /// Whether one who adds it can make it compulsory.
  package var canBeRequired: Bool { attributes.contains(.required) }

  /// Whether it can be announced that it goes away on a day.
  package var canRetire: Bool { attributes.contains(.sunset) && (!isSchema || self == .property) }

  /// What may be said of it.
  package var attributes: [Attribute] {
    switch self {
    case .contract: [.title, .version, .description]
    case .server: [.description]
    case .securityScheme:
      [.description, .schemeType, .location, .name, .schemeName, .bearerFormat, .url, .flows]
    case .operation:
      [
        .name, .title, .description, .tags, .deprecated, .sunset, .paginated, .maxPageSize, .idempotent,
        .idempotencyKey, .rateLimit, .rateLimitScope,
      ]
    case .webhook, .callback: [.name, .title, .description, .tags, .deprecated, .sunset]
    case .parameter:
      [
        .name, .description, .example, .required, .style, .explode, .allowReserved, .allowEmptyValue,
        .deprecated, .sunset,
      ]
    case .requestBody: [.description, .required]
    case .successStatus, .errorStatus: [.description]
    case .header: [.description, .example, .required, .deprecated]
    case .mediaType: [.example, .encoding]
    case .topic: [.description, .flow, .partitionKey, .deprecated, .sunset]
    case .table: [.description, .flow, .deprecated, .sunset]
    case .column:
      [
        .description, .type, .nullable, .required, .defaultValue, .primaryKey, .unique, .references,
        .deprecated, .sunset,
      ]
    case .property: Attribute.ofSchemas + [.required]
    case .dependentRequired: [.names]
    case .discriminator: [.name]
    case .mapping: [.target]
    case _ where isSchema: Attribute.ofSchemas
    default: []
    }
  }

  /// What it may hold.
  package var parts: [Thing] {
    switch self {
    case .contract:
      [.server, .securityScheme, .operation, .webhook, .topic, .table, .definition]
    case .operation, .webhook:
      [.parameter, .requestBody, .successStatus, .errorStatus, .security, .callback]
    case .callback: [.parameter, .requestBody, .successStatus, .errorStatus, .security]
    case .parameter, .header: [.body, .mediaType]
    case .requestBody: [.mediaType]
    case .successStatus, .errorStatus: [.header, .mediaType]
    case .mediaType, .topic: [.body]
    case .security: [.securityAlternative]
    case .securityAlternative: [.scope]
    case .table: [.column]
    case .column: [.enumeration]
    case .anyOf, .oneOf: [.alternative]
    case .enumeration: [.enumValue]
    case .discriminator: [.mapping]
    case _ where isSchema: Self.partsOfSchemas
    default: []
    }
  }

  private static let partsOfSchemas: [Thing] = [
    .property, .patternProperty, .additionalProperties, .propertyNames, .items, .prefixItem, .contains,
    .allOf, .anyOf,
    .oneOf, .not, .ifSchema, .thenSchema, .elseSchema, .dependentSchema, .contentSchema, .unevaluatedItems,
    .unevaluatedProperties, .enumeration, .extensibleEnumValue, .requiredName, .dependentRequired,
    .discriminator,
  ]
}
