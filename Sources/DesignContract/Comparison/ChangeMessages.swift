/// What is said of changes.
extension ContractNode {
  /// What pairs it with its like on the other side.
  var matchKey: String {
    switch thing {
    case .operation, .webhook: key.withoutTemplateNames
    default: "\(thing.rawValue) \(key)"
    }
  }

  /// How it is named in a location.
  var step: String {
    switch thing {
    case .operation, .mediaType: key
    case .property: key
    case .successStatus, .errorStatus: "response \(key)"
    case .requestBody: "request body"
    case .body, .definition: ""
    case .anyOf, .oneOf, .enumeration, .security: ""
    case _ where key.isEmpty: thing.noun
    default: "\(thing.noun) \(key)"
    }
  }

  /// `property price`, in a sentence.
  var described: String {
    switch thing {
    case .successStatus, .errorStatus: "the answer `\(key)`"
    case .alternative: key.hasPrefix("#") ? "an alternative" : "the alternative `\(key)`"
    case .allOf: key.hasPrefix("#") ? "a further condition" : "the further condition `\(key)`"
    case .requestBody: "the body"
    case .security: "authentication"
    case .securityAlternative: "the way to authenticate `\(key)`"
    case _ where key.isEmpty: "`\(thing.noun)`"
    default: "the \(thing.noun) `\(key)`"
    }
  }
}

extension Thing {
  /// The words for it in a sentence.
  package var noun: String { rawValue.split(separator: "-").joined(separator: " ") }
}

extension Attribute {
  /// The words for it in a sentence.
  package var noun: String { rawValue.split(separator: "-").joined(separator: " ") }
}

extension Datum {
  /// As it is told to people.
  package var shown: String {
    switch self {
    case .flag: "yes"
    case .number(let number): number.description
    case .text(let text): text.count > 80 ? "\(text.prefix(79))…" : text
    }
  }
}

extension Comparison {
  static func message(
    _ attribute: Attribute, _ kind: ChangeKind, _ old: Datum?, _ new: Datum?, _ node: ContractNode
  ) -> String {
    let what = attribute.noun
    let subject = node.step.isEmpty ? "it" : "`\(node.key.isEmpty ? node.thing.noun : node.key)`"
    switch (attribute.order, kind) {
    case (.flag, .added): return "\(subject) became \(what)"
    case (.flag, .removed): return "\(subject) is no longer \(what)"
    default: break
    }
    let place = node.step.isEmpty ? "" : " of \(subject)"
    switch (old, new) {
    case (nil, let new?): return "the \(what)\(place) was set to `\(new.shown)`"
    case (let old?, nil): return "the \(what)\(place), `\(old.shown)`, was dropped"
    case (let old?, let new?): return "the \(what)\(place) went from `\(old.shown)` to `\(new.shown)`"
    case (nil, nil): return "the \(what)\(place) was changed"
    }
  }

  /// The same of a fact of something that was built.
  static func deviation(
    _ attribute: Attribute, _ kind: ChangeKind, _ old: Datum?, _ new: Datum?, _ node: ContractNode
  ) -> String {
    let what = attribute.noun
    let subject = node.step.isEmpty ? "it" : "`\(node.key.isEmpty ? node.thing.noun : node.key)`"
    switch (attribute.order, kind) {
    case (.flag, .added): return "\(subject) is \(what), which was not agreed"
    case (.flag, .removed): return "\(subject) is not \(what), as was agreed"
    default: break
    }
    let place = node.step.isEmpty ? "" : " of \(subject)"
    switch (old, new) {
    case (nil, let new?): return "the \(what)\(place) is `\(new.shown)`, and none was agreed"
    case (let old?, nil): return "the \(what)\(place) is not stated, and `\(old.shown)` was agreed"
    case (let old?, let new?): return "the \(what)\(place) is `\(new.shown)`, not `\(old.shown)`"
    case (nil, nil): return "the \(what)\(place) is not as agreed"
    }
  }
}
