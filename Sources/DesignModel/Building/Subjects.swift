import DesignSource
import DesignSyntax

/// What views and triggers are of: the path in their declaration, as a fact.
extension ModelBuilder {
  /// `of` of a view, `on` of a trigger; nil when the declaration names nothing, or is another element's.
  mutating func subject(of id: ElementID) -> Fact? {
    let kind = model.elements[Int(id.index)].kind
    guard kind == .view || kind == .trigger, let path = node(of: id).child(.path) else { return nil }
    let element = model[id]
    let reference: Reference
    if element.kind == .trigger {
      reference = resolve(
        path, accepting: ElementKinds(.table, .sqlView), from: element.parent, purpose: "on")
    } else {
      reference = resolve(
        path, accepting: Self.subjects(ofView: element.subtype), from: element.parent, purpose: "of")
    }
    return Fact(
      key: element.kind == .trigger ? "on" : "of", values: [.reference(reference)], facts: [],
      isAbsent: false, range: path.range)
  }

  private static func subjects(ofView kind: String?) -> ElementKinds {
    switch kind {
    case "deployment": ElementKinds(.environment)
    case "erd": ElementKinds(.database, .schema)
    case "events": ElementKinds(.broker)
    case "flow": ElementKinds(.flow)
    default: .participants
    }
  }
}
