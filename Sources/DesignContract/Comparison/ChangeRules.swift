/// The rules of the comparison. Each says what one change of one thing does; exactly one claims each change that there
/// can be, which a test holds.
extension ChangeRule {
  package static let all: [ChangeRule] = interface + interfaceFacts + data + shapes + shapeFacts

  private typealias Effects = [ChangeKind: Effect]

  private static func rules(_ thing: Thing, _ effects: Effects) -> [ChangeRule] {
    rules(.thing(thing), effects)
  }

  private static func rules(_ subject: Subject, _ effects: Effects) -> [ChangeRule] {
    ChangeKind.allCases.compactMap { kind in
      effects[kind].map { ChangeRule(subject: subject, kind: kind, effect: $0) }
    }
  }

  private static func facts(_ things: [Thing], _ attributes: [Attribute], _ effects: Effects) -> [ChangeRule]
  {
    things.flatMap { thing in attributes.flatMap { rules(.attribute($0, of: thing), effects) } }
  }

  private static func facts(_ attributes: [Attribute], _ effects: Effects) -> [ChangeRule] {
    attributes.flatMap { rules(.attributeOfSchema($0), effects) }
  }

  /// One who must add it is stricter, one who takes it away is less strict.
  private static let constraint: Effects = [.added: .tightens, .removed: .loosens]
  private static let lowerBound: Effects = [
    .added: .tightens, .removed: .loosens, .increased: .tightens, .decreased: .loosens,
  ]
  private static let upperBound: Effects = [
    .added: .tightens, .removed: .loosens, .increased: .loosens, .decreased: .tightens,
  ]
  private static let words: Effects = [.added: .documents, .removed: .documents, .changed: .documents]
  private static let announcement: Effects = [.added: .keeps, .removed: .keeps]
  /// The day on which it goes away may be announced and put off, but not brought forward, unsaid or made unreadable.
  private static let sunset: Effects = [
    .added: .keeps, .removed: .breaks, .increased: .keeps, .decreased: .breaks, .changed: .breaks,
  ]
  private static let identity: Effects = [.added: .breaks, .removed: .breaks, .changed: .breaks]

  // MARK: The interface

  private static let interface: [ChangeRule] =
    rules(.server, [.added: .documents, .removed: .documents])
    + rules(.securityScheme, [.added: .keeps, .removed: .keeps])
    + rules(.operation, [.added: .keeps, .removed: .breaks, .retired: .keeps])
    + rules(.webhook, [.added: .keeps, .removed: .breaks, .retired: .keeps])
    + rules(.callback, [.added: .keeps, .removed: .breaks, .retired: .keeps])
    + rules(.parameter, [.added: .keeps, .addedRequired: .tightens, .removed: .breaks, .retired: .keeps])
    + rules(.requestBody, [.added: .keeps, .addedRequired: .tightens, .removed: .breaks])
    + rules(.successStatus, [.added: .keeps, .removed: .breaks])
    + rules(.errorStatus, [.added: .keeps, .removed: .keeps])
    + rules(.header, [.added: .keeps, .addedRequired: .tightens, .removed: .loosens])
    // Whoever sends it may choose among media types; whoever is given it asks for one of them.
    + rules(.mediaType, [.added: .keeps, .removed: .breaks])
    + rules(.security, [.added: .tightens, .removed: .loosens])
    + rules(.securityAlternative, [.added: .loosens, .removed: .tightens])
    + rules(.scope, constraint)

  private static let operations: [Thing] = [.operation, .webhook, .callback]

  private static let interfaceFacts: [ChangeRule] =
    facts([.contract], [.title, .version, .description], words)
    + facts([.server, .securityScheme, .requestBody, .successStatus, .errorStatus], [.description], words)
    + facts(
      [.securityScheme], [.schemeType, .location, .name, .schemeName, .url, .flows], identity)
    + facts([.securityScheme], [.bearerFormat], words)
    + facts(operations, [.name, .title, .description, .tags], words)
    + facts(operations + [.parameter, .header], [.deprecated], announcement)
    + facts(operations + [.parameter], [.sunset], sunset)
    // Who takes a list for the whole has only the first page of it.
    + facts([.operation], [.paginated], [.added: .breaks, .removed: .keeps])
    + facts([.operation], [.maxPageSize, .rateLimit], upperBound)
    + rules(.attribute(.rateLimit, of: .operation), [.changed: .breaks])
    // Who sends a request again relies on it.
    + facts([.operation], [.idempotent], [.added: .keeps, .removed: .breaks])
    + facts([.operation], [.idempotencyKey], [.added: .breaks, .removed: .keeps, .changed: .breaks])
    // Counted together with others, each has less.
    + facts([.operation], [.rateLimitScope], [.added: .keeps, .removed: .breaks, .changed: .breaks])
    + facts([.parameter, .header], [.description, .example], words)
    // A parameter in the path has another name, and the callers' requests are the same.
    + facts([.parameter], [.name], words)
    + facts([.parameter, .requestBody, .header], [.required], constraint)
    + facts([.parameter], [.style, .explode], identity)
    + facts([.parameter], [.allowReserved, .allowEmptyValue], [.added: .loosens, .removed: .tightens])
    + facts([.mediaType], [.example], words)
    + facts([.mediaType], [.encoding], identity)

  // MARK: Events and tables

  private static let data: [ChangeRule] =
    rules(.topic, [.added: .keeps, .removed: .breaks, .retired: .keeps])
    + rules(.table, [.added: .keeps, .removed: .breaks, .retired: .keeps])
    + rules(.column, [.added: .keeps, .addedRequired: .tightens, .removed: .breaks, .retired: .keeps])
    + facts([.topic, .table, .column], [.description], words)
    + facts([.topic, .table, .column], [.deprecated], announcement)
    + facts([.topic, .table, .column], [.sunset], sunset)
    + facts([.topic, .table], [.flow], [.changed: .breaks])
    // Messages of one key arrive in order.
    + facts([.topic], [.partitionKey], identity)
    + facts([.column], [.type], [.widened: .loosens, .narrowed: .tightens, .changed: .breaks])
    + facts([.column], [.nullable], [.added: .loosens, .removed: .tightens])
    + facts([.column], [.required, .primaryKey, .unique], constraint)
    + facts([.column], [.defaultValue], defaultValue)
    + facts([.column], [.references], [.added: .tightens, .removed: .loosens, .changed: .breaks])

  /// Who leaves the value out relies on what stands in for it.
  private static let defaultValue: Effects = [.added: .keeps, .removed: .tightens, .changed: .tightens]

  // MARK: Shapes

  private static let shapes: [ChangeRule] =
    // A property that is no longer read may still be sent, unless the shape admits no others.
    rules(
      .property,
      [
        .added: .keeps, .addedRequired: .tightens, .removed: .loosens, .forbidden: .breaks, .retired: .keeps,
      ])
    // Places in a list keep their meaning only while none comes or goes.
    + rules(.prefixItem, [.added: .breaks, .removed: .breaks])
    + [
      Thing.patternProperty, .additionalProperties, .propertyNames, .items, .contains, .allOf, .anyOf, .oneOf,
      .dependentSchema, .contentSchema, .unevaluatedItems, .unevaluatedProperties, .enumeration,
      .requiredName,
      .dependentRequired,
    ].flatMap { rules($0, constraint) }
    + [Thing.not, .ifSchema, .thenSchema, .elseSchema].flatMap {
      rules($0, constraint.merging([.changed: .breaks]) { $1 })
    }
    + [Thing.alternative, .enumValue].flatMap { rules($0, [.added: .loosens, .removed: .tightens]) }
    // It is said to grow, so those who are given it are prepared.
    + rules(.extensibleEnumValue, [.added: .keeps, .removed: .tightens])
    // It says which alternative a value is of, and admits no other values.
    + rules(.discriminator, [.added: .keeps, .removed: .breaks])
    + rules(.mapping, [.added: .keeps, .removed: .breaks])

  private static let shapeFacts: [ChangeRule] =
    facts([.title, .description, .example], words)
    + facts([.deprecated], announcement)
    + facts([.sunset], sunset)
    + facts([.type], [.widened: .loosens, .narrowed: .tightens, .changed: .breaks])
    + facts([.nullable], [.added: .loosens, .removed: .tightens])
    + facts(
      [.format],
      [.added: .tightens, .removed: .loosens, .widened: .loosens, .narrowed: .tightens, .changed: .breaks])
    + facts([.defaultValue], defaultValue)
    + facts(
      [.minimum, .exclusiveMinimum, .minLength, .minItems, .minContains, .minProperties], lowerBound)
    + facts(
      [.maximum, .exclusiveMaximum, .maxLength, .maxItems, .maxContains, .maxProperties], upperBound)
    + facts(
      [.pattern, .multipleOf, .contentEncoding, .contentMediaType],
      [.added: .tightens, .removed: .loosens, .changed: .breaks])
    + facts([.uniqueItems, .required], constraint)
    // Requests may no longer bear it; answers bear it as before.
    + facts([.readOnly], [.added: .tightens, .removed: .keeps])
    // Answers no longer bear it; requests may as before.
    + facts([.writeOnly], [.added: .loosens, .removed: .keeps])
    + rules(
      .attribute(.names, of: .dependentRequired), [.changed: .breaks, .added: .tightens, .removed: .loosens])
    + rules(.attribute(.name, of: .discriminator), identity)
    + rules(.attribute(.target, of: .mapping), identity)
}
