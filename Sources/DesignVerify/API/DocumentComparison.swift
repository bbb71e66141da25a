package import DesignContract
package import DesignLint
package import DesignModel
import DesignSource

/// What lies between an api and the OpenAPI document that a service gives of itself. Which differences there are, and whom
/// they break, is the comparison of contracts to say.
package enum DocumentComparison {
  /// Every difference but those that only people read, by its place in the design.
  ///
  /// - Parameter today: the day as `2027-03-31`, against which announced removals are held.
  package static func findings(
    of api: Element, in model: Model, agreed: AgreedForm, served: Contract, today: String?
  ) -> [Finding] {
    let served = Served(served, agreed: agreed.contract, others: operations(beside: api, in: model))
    let found = changes(from: agreed.contract, to: served.contract.withoutWords, today: today)
    return found.filter { isTold($0) }.map { finding($0, of: api, in: model, agreed) }.sortedByPlace()
  }

  /// Operations of the other apis of the same application, of which the service may give one document.
  private static func operations(beside api: Element, in model: Model) -> Set<String> {
    let siblings = api.parent.map { model[$0].children } ?? []
    return Set(
      siblings.filter { $0 != api.id }.compactMap { ContractMaker.contract(of: $0, in: model) }
        .flatMap { $0.root.children(.operation) }.map(\.key.withoutTemplateNames))
  }

  private static func isTold(_ change: Change) -> Bool {
    // What was announced and has come is as agreed.
    guard change.changeClass > .documentation, change.kind != .retired else { return false }
    guard change.part.hasPrefix("security scheme ") else { return true }
    // A scheme that nothing uses, or that is gone, is told of the operations; and a document says what a design may leave
    // open: the name of a key, the address that gives out tokens.
    return change.isFact && change.kind != .added
  }

  private static func deviation(_ change: Change) -> Deviation {
    if change.isFact { return .documentDifferent }
    return switch change.kind {
    case .removed, .forbidden, .retired: .documentMissing
    case .added, .addedRequired: .documentExtra
    default: .documentDifferent
    }
  }

  private static func finding(_ change: Change, of api: Element, in model: Model, _ agreed: AgreedForm)
    -> Finding
  {
    let deviation = Self.deviation(change)
    let range = model.range(of: change.part, location: change.location, in: api)
    let subject = model.endpoint(of: change.part, in: api).map { model[$0.element].path } ?? api.path
    let place = ([change.part] + change.location).filter { !$0.isEmpty }
    let isExtraPart = change.location.isEmpty && deviation == .documentExtra
    let isMissingPart = change.location.isEmpty && deviation == .documentMissing
    let message =
      if isMissingPart {
        "the service does not describe `\(change.part)` of `\(api.path)`"
      } else if isExtraPart {
        "the service describes `\(change.part)`, which `\(api.path)` does not have"
      } else {
        "\(place.isEmpty ? "`\(api.path)`" : "`\(place.joined(separator: " / "))`"): \(change.deviation)"
      }
    let isAgreedOtherwise = agreed.isAgreed && range == api.nameRange && !isExtraPart
    return deviation.finding(
      change.changeClass == .breaking ? .error : .warning, on: subject, message, at: range,
      notes: [
        "\(change.changeClass == .breaking ? "breaks callers" : "breaks nobody, but is not what was agreed") (\(change.id)); \(agreed.summary)"
      ],
      help: [
        isExtraPart
          ? "add it to the design and agree on it, or take it out of the service"
          : isAgreedOtherwise
            ? "build what was agreed, or agree anew with `designc agree \(api.path)`"
            : "build what was agreed, or change the design\(agreed.isAgreed ? " and agree anew with `designc agree \(api.path)`" : "")"
      ])
  }
}

/// The document of a service, brought to what an api says of itself.
private struct Served {
  let contract: Contract

  init(_ served: Contract, agreed: Contract, others: Set<String>) {
    let wanted = Set(agreed.root.children(.operation).map(\.key.withoutTemplateNames))
    var root = served.root
    let prefix = Self.prefix(of: served, wanted)
    for index in root.children.indices where root.children[index].thing == .operation {
      root.children[index].key = Self.key(root.children[index].key, behind: prefix)
    }
    root.children.removeAll { node in
      let key = node.key.withoutTemplateNames
      // Where it runs is not part of an agreement.
      return node.thing == .server
        || node.thing == .operation && others.contains(key) && !wanted.contains(key)
    }
    contract = Contract(root: root)
  }

  /// The path of a server that stands before all paths of the document: the one under which most of them were agreed.
  private static func prefix(of served: Contract, _ wanted: Set<String>) -> String {
    let keys = served.root.children(.operation).map(\.key)
    let paths = served.root.children(.server).map { $0.key.serverPath }
    func matches(_ prefix: String) -> Int {
      keys.count { wanted.contains(key($0, behind: prefix).withoutTemplateNames) }
    }
    var best = (prefix: "", count: matches(""))
    for path in paths where matches(path) > best.count { best = (path, matches(path)) }
    return best.prefix
  }

  /// `GET /products` behind `/api` is `GET /api/products`.
  private static func key(_ key: String, behind prefix: String) -> String {
    guard let space = key.firstIndex(of: " ") else { return key }
    return key[...space] + prefix + key[key.index(after: space)...]
  }
}

extension String {
  /// The path of a server's URL, which may be relative, without a slash at its end.
  fileprivate var serverPath: String {
    var rest = self[...]
    if let scheme = rest.firstRange(of: "://") {
      rest = rest[scheme.upperBound...]
      rest = rest[(rest.firstIndex(of: "/") ?? rest.endIndex)...]
    }
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    return rest.isEmpty || rest.hasPrefix("/") ? String(rest) : "/\(rest)"
  }
}
