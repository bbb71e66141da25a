/// What a named thing of the design is.
package enum ElementKind: UInt8, Sendable, Hashable, CaseIterable {
  case design, system, group, person, application, database, cache, storage, search, broker
  case api, endpoint, screen
  case schema, table, sqlView, column, trigger, domain
  case topic, queue, exchange
  case type, field, enumeration, enumCase
  case environment, flow, view, feature, milestone, rule, pipeline, stage, secret, imported

  /// The word for it in a sentence.
  package var noun: String {
    switch self {
    case .sqlView: "view"
    case .enumeration: "enum"
    case .enumCase: "case"
    case .imported: "import"
    default: String(describing: self)
    }
  }

  /// Where people look it up: things of different name spaces may bear the same name in one place.
  package enum NameSpace: UInt8, Sendable, Hashable {
    case design, elements, types, triggers, environments, flows, views, features, rules, pipelines, secrets
  }

  package var nameSpace: NameSpace {
    switch self {
    case .design: .design
    case .type, .enumeration, .domain: .types
    case .trigger: .triggers
    case .environment: .environments
    case .flow: .flows
    case .view: .views
    case .feature, .milestone: .features
    case .rule: .rules
    case .pipeline, .stage: .pipelines
    case .secret: .secrets
    default: .elements
    }
  }
}

/// A set of kinds, as small as a number.
package struct ElementKinds: OptionSet, Sendable, Hashable {
  package let rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue }

  package init(_ kinds: ElementKind...) {
    rawValue = kinds.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
  }

  package func contains(_ kind: ElementKind) -> Bool { rawValue & (1 << UInt64(kind.rawValue)) != 0 }

  /// The kinds of the set, in the order of `ElementKind`.
  package var members: [ElementKind] { ElementKind.allCases.filter(contains) }

  /// What keeps data.
  package static let stores = ElementKinds(.database, .cache, .storage, .search)
  /// What messages are sent to.
  package static let channels = ElementKinds(.topic, .queue, .exchange)
  /// What runs somewhere.
  package static let deployable = stores.union(ElementKinds(.application, .broker))
  /// What may stand at the end of a connection.
  package static let participants = deployable.union(channels).union(
    ElementKinds(.system, .group, .person, .api, .endpoint, .schema, .table, .sqlView, .column, .screen))
  package static let types = ElementKinds(.type, .enumeration, .domain)
}
