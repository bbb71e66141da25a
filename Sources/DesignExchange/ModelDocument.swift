package import DesignModel
import DesignSource
import DesignSyntax

/// The resolved model as JSON: what other people's scripts stand on. `schema` counts up when a field changes its meaning
/// or goes away; new fields may come at any time.
package struct ModelDocument: Encodable {
  /// The version of this format.
  package static let schemaVersion = 1

  let schema = Self.schemaVersion
  let design: String?
  let elements: [ElementEntry]
  let connections: [ConnectionEntry]
  let environments: [EnvironmentEntry]

  package init(_ model: Model) {
    let places = Places(model.trees.map(\.source))
    design = model.design?.title
    elements = model.elements.map { ElementEntry($0, model, places) }
    connections = model.connections.map { ConnectionEntry($0, model, places) }
    environments = model.environments.map { EnvironmentEntry($0, model, places) }
  }

  /// The document's bytes: keys in alphabetical order, a line feed at the end.
  package func bytes() throws(EncodingFailure) -> [UInt8] { try encodedJSON(self) }
}

struct ElementEntry: Encodable {
  let path: String
  let kind: String
  let name: String
  let label: String?
  let subtype: String?
  let version: String?
  let external: Bool
  let description: String?
  let parent: String?
  let type: String?
  let nullable: Bool?
  let table: TableEntry?
  let endpoint: EndpointEntry?
  let fields: [FieldEntry]?
  let facts: [FactEntry]
  let place: PlaceEntry?

  init(_ element: Element, _ model: Model, _ places: Places) {
    path = element.path
    kind = element.kind.noun == "view" && element.kind == .sqlView ? "sql-view" : element.kind.noun
    name = element.name
    label = element.label
    subtype = element.subtype
    version = element.version
    external = element.isExternal
    description = element.summary
    parent = element.parent.map { model[$0].path }
    let column = element.parent.flatMap { model.table($0) }?.columns.first { $0.element == element.id }
    type = column?.type.unwrapped.description ?? model.payloads[element.id]?.description
    nullable = column?.isNullable
    table = model.table(element.id).map { TableEntry($0, model) }
    endpoint = model.endpoint(element.id).map(EndpointEntry.init)
    fields = model.fields[element.id].map {
      $0.map { FieldEntry(name: $0.name, type: $0.type.description, default: $0.defaultValue) }
    }
    facts = element.facts.map { FactEntry($0, model) }
    place = places.place(element.nameRange)
  }
}

struct TableEntry: Encodable {
  let primaryKey: [String]?
  let unique: [[String]]
  let indexes: [IndexEntry]
  let foreignKeys: [ForeignKeyEntry]
  let dependencies: [DependencyEntry]

  struct IndexEntry: Encodable {
    let name: String?
    let columns: [String]
    let unique: Bool
  }

  struct ForeignKeyEntry: Encodable {
    let columns: [String]
    let table: String?
    let references: [String]
    let facts: [FactEntry]
  }

  struct DependencyEntry: Encodable {
    let determinant: [String]
    let dependents: [String]
    let multivalued: Bool
  }

  init(_ table: Table, _ model: Model) {
    primaryKey = table.primaryKey?.columns
    unique = table.uniques.map(\.columns)
    indexes = table.indexes.map { IndexEntry(name: $0.name, columns: $0.columns, unique: $0.isUnique) }
    foreignKeys = table.foreignKeys.map { key in
      ForeignKeyEntry(
        columns: key.columns, table: key.target.map { model[$0].path }, references: key.targetColumns,
        facts: key.facts.map { FactEntry($0, model) })
    }
    dependencies = table.dependencies.map {
      DependencyEntry(determinant: $0.determinant, dependents: $0.dependents, multivalued: $0.isMultivalued)
    }
  }
}

struct EndpointEntry: Encodable {
  let method: String
  let path: String
  let parameters: [ParameterEntry]
  let responses: [ResponseEntry]

  struct ParameterEntry: Encodable {
    let name: String
    let `in`: String
    let type: String?
    let `default`: String?
  }

  struct ResponseEntry: Encodable {
    let status: String?
    let type: String?
  }

  init(_ endpoint: Endpoint) {
    method = endpoint.method
    path = endpoint.path
    parameters = endpoint.parameters.map {
      ParameterEntry(
        name: $0.name, in: $0.place.rawValue, type: $0.type?.description, default: $0.defaultValue)
    }
    responses = endpoint.responses.map { ResponseEntry(status: $0.status, type: $0.type?.description) }
  }
}

struct FieldEntry: Encodable {
  let name: String
  let type: String
  let `default`: String?
}

struct ConnectionEntry: Encodable {
  let verb: String
  let source: String
  let target: String?
  let endpoint: String?
  let during: String?
  let label: String?
  let facts: [FactEntry]
  let place: PlaceEntry?

  init(_ connection: Connection, _ model: Model, _ places: Places) {
    verb = connection.verb.rawValue
    source = model[connection.source].path
    target = connection.target.map { model[$0].path }
    endpoint = connection.endpoint.map { model[$0].path }
    during = connection.during.map { model[$0].path }
    label = connection.label
    facts = connection.facts.map { FactEntry($0, model) }
    place = places.place(connection.range)
  }
}

struct EnvironmentEntry: Encodable {
  let name: String
  let kind: String?
  let places: [PlacedEntry]
  let deployments: [DeploymentEntry]

  init(_ environment: DesignModel.Environment, _ model: Model, _ places: Places) {
    name = model[environment.element].path
    kind = environment.kind
    self.places = environment.places.map { PlacedEntry($0, model, places) }
    deployments = environment.deployments.map { DeploymentEntry($0, model, places) }
  }
}

struct PlacedEntry: Encodable {
  let kind: String
  let name: String
  let label: String?
  let technology: String?
  let version: String?
  let facts: [FactEntry]
  let places: [PlacedEntry]
  let deployments: [DeploymentEntry]

  init(_ place: Place, _ model: Model, _ places: Places) {
    kind = place.kind.rawValue
    name = place.name
    label = place.label
    technology = place.technology
    version = place.version
    facts = place.facts.map { FactEntry($0, model) }
    self.places = place.places.map { PlacedEntry($0, model, places) }
    deployments = place.deployments.map { DeploymentEntry($0, model, places) }
  }
}

struct DeploymentEntry: Encodable {
  let target: String
  let place: PlaceEntry?
  let facts: [FactEntry]

  init(_ deployment: Deployment, _ model: Model, _ places: Places) {
    target = model[deployment.target].path
    place = places.place(deployment.range)
    facts = deployment.facts.map { FactEntry($0, model) }
  }
}
