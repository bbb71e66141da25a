import DesignDiagram
import DesignModel
import DesignSource

/// What a `view` shows of a picture: `focus`, `include`, `exclude`, each by name or by tag.
///
/// What is excluded goes first. Of the rest a `focus` shows what it names and what is near, along the lines of the picture
/// in both directions; `include` shows what it names, in addition to the focus or else alone; without either all stays.
struct Selection {
  private let model: Model
  private let view: Element
  private let subjects: [String: ElementID]
  /// Clauses that match nothing, at their places.
  private(set) var problems: [Diagnostic] = []
  /// Whether a clause named something that does not exist, which has been reported.
  private(set) var isUnresolved = false

  init(_ model: Model, _ view: Element, _ subjects: [String: ElementID]) {
    self.model = model
    self.view = view
    self.subjects = subjects
  }

  /// - Parameter root: what the view is of, where that is a part of the picture: it is a focus of its own.
  mutating func applied(to diagram: Diagram, root: ElementID?) -> Diagram {
    let nodes = diagram.nodes.map(\.id)
    var hidden: Set<String> = []
    for fact in view.facts("exclude") {
      hidden.formUnion(matched(fact, nodes, isWide: false))
    }
    for fact in view.facts("exclude tag") { hidden.formUnion(tagged(fact, nodes)) }
    let pool = nodes.filter { !hidden.contains($0) }
    let near = Neighbours(diagram, among: Set(pool))

    var chosen: Set<String> = []
    var isChosen = false
    if let root {
      isChosen = true
      chosen.formUnion(near.within(1, of: pool.filter { concerns(root, $0) }))
    }
    for fact in view.facts("focus") {
      isChosen = true
      let centre = matched(fact, nodes, isWide: true).filter { !hidden.contains($0) }
      chosen.formUnion(near.within(fact.fact("depth")?.wholeNumber ?? 1, of: centre))
    }
    for fact in view.facts("include") {
      isChosen = true
      chosen.formUnion(matched(fact, nodes, isWide: true))
    }
    for fact in view.facts("include tag") {
      isChosen = true
      chosen.formUnion(tagged(fact, nodes))
    }
    if !isChosen && hidden.isEmpty { return diagram }
    return diagram.keeping { node in
      !hidden.contains(node.id) && (!isChosen || chosen.contains(node.id)) ? node : nil
    }
  }

  /// The cards that any of the fact's paths names; a path that names none is a problem.
  ///
  /// - Parameter isWide: whether the name of what stands inside of a card is enough.
  private mutating func matched(_ fact: Fact, _ nodes: [String], isWide: Bool) -> [String] {
    var out: [String] = []
    for case .reference(let reference) in fact.values {
      guard let target = reference.target else {
        isUnresolved = true
        continue
      }
      let found = nodes.filter { isWide ? concerns(target, $0) : holds($0, target) }
      if found.isEmpty { idle("`\(reference.written)` is not on this picture", at: reference.range) }
      out += found
    }
    return out
  }

  /// The cards that bear one of the fact's tags, or stand in what does; a tag that none bears is a problem.
  private mutating func tagged(_ fact: Fact, _ nodes: [String]) -> [String] {
    var out: [String] = []
    for tag in fact.words {
      let found = nodes.filter { node in
        guard let subject = subjects[node] else { return false }
        return model.ancestry(subject).contains { $0.facts("tags").contains { $0.words.contains(tag) } }
      }
      if found.isEmpty { idle("nothing on this picture bears the tag `\(tag)`", at: fact.range) }
      out += found
    }
    return out
  }

  private mutating func idle(_ message: String, at range: SourceRange) {
    problems.append(.clauseWithoutEffect(message, at: range, in: view))
  }

  /// Whether a card stands for the element, for something in it, or for what it stands in.
  private func concerns(_ element: ElementID, _ node: String) -> Bool {
    guard let subject = subjects[node] else { return false }
    return holds(node, element) || model.ancestry(element).contains { $0.id == subject }
  }

  /// Whether a card stands for the element or for something in it.
  private func holds(_ node: String, _ element: ElementID) -> Bool {
    subjects[node].map { model.ancestry($0).contains { $0.id == element } } ?? false
  }
}

/// Which cards lines join.
private struct Neighbours {
  private var joined: [String: [String]] = [:]

  init(_ diagram: Diagram, among pool: Set<String>) {
    for edge in diagram.edges where pool.contains(edge.source.node) && pool.contains(edge.target.node) {
      joined[edge.source.node, default: []].append(edge.target.node)
      joined[edge.target.node, default: []].append(edge.source.node)
    }
  }

  /// The cards that are no more steps away.
  func within(_ depth: Int, of centre: [String]) -> Set<String> {
    var out = Set(centre)
    var last = centre
    var steps = 0
    while steps < depth, !last.isEmpty {
      last = last.flatMap { joined[$0] ?? [] }.filter { out.insert($0).inserted }
      steps += 1
    }
    return out
  }
}

extension Diagnostic {
  /// A clause of a view that changes nothing on it.
  static func clauseWithoutEffect(_ message: String, at range: SourceRange, in view: Element) -> Diagnostic {
    Diagnostic(
      .error, "clause-without-effect", message, at: range,
      related: [.init(view.nameRange, "in this view")])
  }
}
