import DesignLint
import DesignMarkdown
import DesignModel
import DesignSource
import DesignSyntax
import DesignView

/// What all pages are made from: the model with the ways through it that pages take, each worked out once.
struct SiteModel {
  let model: Model
  let review: ReviewResult
  let addresses: Addresses
  let names: ElementNames
  let text: FactText
  let examples: Examples
  private let lines: [(path: String, table: LineTable)]
  /// Places in `Model.connections` by what they begin and end at, and what that lies in.
  private(set) var outgoing: [ElementID: [Int]] = [:]
  private(set) var incoming: [ElementID: [Int]] = [:]
  private(set) var deployments: [ElementID: [(environment: Environment, deployment: Deployment)]] = [:]
  private(set) var flows: [ElementID: [ElementID]] = [:]
  /// Foreign keys by the table that they lead to, each with the table it is of.
  private(set) var referring: [ElementID: [(table: ElementID, key: ForeignKey)]] = [:]
  /// Features by what realizes them.
  private(set) var features: [ElementID: [ElementID]] = [:]
  /// Findings by the page that they concern.
  private(set) var findings: [String: [Finding]] = [:]

  init(_ model: Model, _ review: ReviewResult, _ pictures: [Picture]) {
    self.model = model
    self.review = review
    addresses = Addresses(model, pictures)
    names = ElementNames(model)
    text = FactText(model)
    examples = Examples(model)
    lines = model.trees.map { ($0.source.path, LineTable($0.source)) }
    for (index, connection) in model.connections.enumerated() {
      for id in holders(connection.source) { outgoing[id, default: []].append(index) }
      let ends = [connection.target, connection.endpoint].compactMap { $0 }.flatMap(holders)
      var seen: Set<ElementID> = []
      for id in ends where seen.insert(id).inserted { incoming[id, default: []].append(index) }
    }
    for environment in model.environments {
      for deployment in environment.allDeployments {
        deployments[deployment.target, default: []].append((environment, deployment))
      }
    }
    for flow in model.flows {
      var seen: Set<ElementID> = []
      for end in Self.messages(flow.steps).flatMap({ [$0.source, $0.target, $0.endpoint].compactMap { $0 } })
      {
        for id in holders(end) where seen.insert(id).inserted { flows[id, default: []].append(flow.element) }
      }
    }
    for table in model.tables {
      for key in table.foreignKeys {
        if let target = key.target { referring[target, default: []].append((table.element, key)) }
      }
    }
    for feature in model.elements(ElementKinds(.feature)) {
      for id in feature.facts("realized by").flatMap(\.references) {
        features[id, default: []].append(feature.id)
      }
    }
    for finding in review.findings {
      for page in pages(of: finding) { findings[page, default: []].append(finding) }
    }
  }

  /// The element and what it lies in, up to what acts: an application, store, broker, person or system.
  private func holders(_ id: ElementID) -> [ElementID] {
    var out: [ElementID] = []
    for element in model.ancestry(id) {
      out.append(element.id)
      if Self.acting.contains(element.kind) { break }
    }
    return out
  }

  private static let acting = ElementKinds.deployable.union(ElementKinds(.person, .system, .group))

  /// All messages of steps, those of frames too.
  static func messages(_ steps: [Flow.Step]) -> [Flow.Message] {
    steps.flatMap { step -> [Flow.Message] in
      switch step {
      case .message(let message): [message]
      case .alternative(let cases): cases.flatMap { messages($0.steps) }
      case .parallel(_, let branches): branches.flatMap(messages)
      case .loop(_, let inner): messages(inner)
      case .note: []
      }
    }
  }

  // MARK: Findings

  /// The elements that a finding or a decision is about: one for a path, both ends for `storefront -> catalog`, the
  /// environment and what runs there for `production.apps/catalog`.
  func elements(of subject: String) -> [ElementID] {
    if let id = addresses.element(at: subject) { return [id] }
    for separator in [" -> ", "/"] {
      guard let range = subject.firstRange(of: separator) else { continue }
      let ends = [subject[..<range.lowerBound], subject[range.upperBound...]]
      return ends.compactMap { element(holding: String($0)) }
    }
    return element(holding: subject).map { [$0] } ?? []
  }

  /// The element with a path, or the nearest that the path lies in: a place lies in an environment.
  private func element(holding path: String) -> ElementID? {
    var rest = Substring(path)
    while !rest.isEmpty {
      if let id = addresses.element(at: String(rest)) { return id }
      rest = rest[..<(rest.lastIndex(of: ".") ?? rest.startIndex)]
    }
    return nil
  }

  /// Pages on which a finding is told: those of its subjects, and of the database that a table is in.
  private func pages(of finding: Finding) -> [String] {
    var seen: Set<String> = []
    return elements(of: finding.subject).compactMap { id -> String? in
      if case .page(let page, _)? = addresses.target(id) { page } else { nil }
    }.filter { seen.insert($0).inserted }
  }

  // MARK: Words

  /// The element's title as a link. Screens and columns of many things bear the same name, so that the thing is named too
  /// but on its own page.
  func link(_ id: ElementID, inside page: ElementID? = nil) -> Span {
    let element = model[id]
    let isPart = ElementKinds(.screen, .column, .field).contains(element.kind)
    let whole = isPart && element.parent != page ? element.parent.map { "\(model[$0].title) › " } ?? "" : ""
    return Span(whole + element.title, to: addresses.target(id))
  }

  /// A fact as it was written, with its words where they come from elsewhere.
  func stated(_ fact: Fact) -> String {
    let written = source(fact)
    return written.contains(fact.key) ? written : "\(fact.key) \(written)"
  }

  /// The file and line of a range.
  func place(_ range: SourceRange) -> Line {
    guard lines.indices.contains(Int(range.file.index)) else { return [] }
    let (path, table) = lines[Int(range.file.index)]
    return .code("\(path):\(table.position(of: range.start).line)")
  }

  /// A fact as it was written, without the backticks round SQL: it is shown as code anyway.
  private func source(_ fact: Fact) -> String { text.source(fact.range).replacing("`", with: "") }

  /// What a fact says behind its words, with links to the elements that it names.
  func line(_ fact: Fact) -> Line {
    var written = Substring(source(fact))
    if written.hasPrefix(fact.key), !fact.key.isEmpty {
      written = written.dropFirst(fact.key.count).drop { $0 == " " }
    }
    if fact.values.count == 1, fact.facts.isEmpty, case .text(let text)? = fact.values.first {
      return .text(text)
    }
    var out: Line = []
    for reference in Self.references(fact).sorted(by: { $0.range < $1.range }) {
      guard let target = reference.target.flatMap(addresses.target), !reference.written.isEmpty,
        let place = written.firstRange(of: reference.written)
      else { continue }
      if place.lowerBound > written.startIndex { out.append(.code(String(written[..<place.lowerBound]))) }
      out.append(.code(reference.written, to: target))
      written = written[place.upperBound...]
    }
    if !written.isEmpty { out.append(.code(String(written))) }
    // What is said of a fact may stand behind it in braces.
    for inner in fact.facts where inner.range.start >= fact.range.end {
      out += [Span(" "), .code(inner.key), Span(" ")] + line(inner)
    }
    return out.isEmpty ? [Span("yes")] : out
  }

  private static func references(_ fact: Fact) -> [Reference] {
    let own = fact.values.compactMap { if case .reference(let reference) = $0 { reference } else { nil } }
    return own + fact.facts.flatMap(references)
  }

  /// A type, with links to what it names.
  func line(_ type: DataType) -> Line {
    switch type {
    case .named(let named): return [.code(named.description, to: named.target.flatMap(addresses.target))]
    case .list(.named(let named)) where named.isColumnType: return line(.named(named)) + [.code("[]")]
    case .list(let element): return [.code("[")] + line(element) + [.code("]")]
    case .map(let key, let value):
      return [.code("[")] + line(key) + [.code(": ")] + line(value) + [.code("]")]
    case .oneOf(let types): return .joined(types.map(line), by: " | ")
    case .optional(let type): return line(type) + [.code("?")]
    }
  }

  /// The first paragraph of a description, in words alone.
  func summary(_ element: Element) -> Line { .text(element.summary.map(Description.firstParagraph) ?? "") }
}
