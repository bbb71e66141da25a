import DesignSource
import DesignSyntax

/// Rules that the design states itself: their words resolved, and what makes no sense told at its place.
extension ModelBuilder {
  mutating func buildRules() {
    for index in model.elements.indices where model.elements[index].kind == .rule {
      let element = model.elements[index]
      var compiler = RuleCompiler(tree: node(of: element.id).tree)
      model.rules.append(compiler.rule(element, statements(of: element.id)))
      // A condition that is asked of several kinds is compiled for each.
      var seen: Set<SourceRange> = []
      model.problems += compiler.problems.filter { seen.insert($0.range).inserted }
    }
  }
}

/// Compiles one rule.
struct RuleCompiler {
  let tree: SyntaxTree
  var problems: [Diagnostic] = []

  private static let forForm = ModelBuilder.form("rule:for")
  private static let whereForm = ModelBuilder.form("rule:where")
  private static let expectForm = ModelBuilder.form("expect")
  private static let helpForm = ModelBuilder.form("help")

  init(tree: SyntaxTree) { self.tree = tree }

  mutating func rule(_ element: Element, _ statements: some Sequence<Node>) -> CustomRule {
    let statements = Array(statements)
    let conditions = statements.filter { $0.formID == Self.whereForm }
    let expectations = statements.filter { $0.formID == Self.expectForm }
    var scopes: [CustomRule.Scope] = []
    for node in statements where node.formID == Self.forForm {
      let own = node.child(.orExpression) == nil ? conditions : [node] + conditions
      for keyword in node.children where keyword.kind == .word {
        guard let subject = RuleSubject(keyword: keyword.words) else { continue }
        let looked = own.compactMap { clause($0, subject) }
        let wanted = expectations.compactMap { clause($0, subject) }
        // Without one of its conditions it would find what it does not mean.
        guard looked.count == own.count, wanted.count == expectations.count else { continue }
        scopes.append(CustomRule.Scope(subject: subject, conditions: looked, expectations: wanted))
      }
    }
    if !statements.contains(where: { $0.formID == Self.forForm }) {
      error(
        "`\(element.name)` does not say what it looks at", at: element.nameRange,
        help: "add `for application` or another keyword")
    }
    let help = statements.first { $0.formID == Self.helpForm }?.child(.text)
    return CustomRule(
      name: element.name, severity: element.subtype.flatMap { Diagnostic.Severity(rawValue: $0) } ?? .warning,
      message: element.label, help: help.flatMap { Texts.value(of: $0) }, scopes: scopes)
  }

  private mutating func clause(_ statement: Node, _ subject: RuleSubject) -> CustomRule.Clause? {
    guard let node = statement.child(.orExpression), let condition = condition(node, subject) else {
      return nil
    }
    let written = node.sourceText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return CustomRule.Clause(condition: condition, written: written)
  }

  /// Nil after a diagnostic.
  private mutating func condition(_ node: Node, _ subject: RuleSubject) -> Condition? {
    switch node.kind {
    case .orExpression, .andExpression:
      var parts: [Condition] = []
      for child in node.children {
        guard let part = condition(child, subject) else { return nil }
        parts.append(part)
      }
      if parts.count == 1 { return parts[0] }
      return node.kind == .orExpression ? .any(parts) : .all(parts)
    case .notExpression:
      return node.children.first { _ in true }.flatMap { condition($0, subject) }.map { .not($0) }
    case .presence: return presence(node, subject)
    case .quantifier: return quantified(node, subject)
    case .comparison: return comparison(node, subject)
    default: return nil
    }
  }

  private mutating func presence(_ node: Node, _ subject: RuleSubject) -> Condition? {
    guard let path = node.child(.path) else { return nil }
    let words = path.words
    if let inside = RuleSubject(keyword: words), subject.contents.contains(inside),
      subject.fact(words.components, property: nil)?.path.keys != [words]
    {
      return .hasInside(inside)
    }
    guard let (attribute, type) = attribute(path, subject, alsoInside: true) else { return nil }
    guard !type.isTruth else {
      error(
        "`\(attribute.written)` is always true or false", at: path.range,
        help: "ask `\(attribute.written) is true`")
      return nil
    }
    return .has(attribute)
  }

  private mutating func quantified(_ node: Node, _ subject: RuleSubject) -> Condition? {
    guard let path = node.child(.path), let inner = node.child(.orExpression),
      let quantifier = Condition.Quantifier(rawValue: node.tree.text(node.head))
    else { return nil }
    let keyword = path.words
    guard let inside = RuleSubject(keyword: keyword), subject.contents.contains(inside) else {
      let near = Spelling.nearest(to: keyword, among: subject.contents.map(\.keyword))
      error(
        RuleSubject(keyword: keyword) == nil
          ? "a rule knows no `\(keyword)`" : "\(subject.article) holds no `\(keyword)`",
        at: path.range, near: near,
        help: "\(subject.article) holds \(Self.list(subject.contents.map(\.keyword)))")
      return nil
    }
    return condition(inner, inside).map { .quantified(quantifier, inside, $0) }
  }

  // MARK: Attributes

  /// The attribute that a path names; nil after a diagnostic.
  mutating func attribute(_ path: Node, _ subject: RuleSubject, alsoInside: Bool = false) -> (
    RuleAttribute, RuleValueType
  )? {
    var subject = subject
    var links: [RuleAttribute.Link] = []
    let segments = path.segments
    for segment in segments.dropLast() {
      guard let link = RuleAttribute.Link(rawValue: segment.written),
        subject.known.contains(where: { $0.source == .link(link) })
      else {
        let names = subject.known.compactMap { known -> String? in
          if case .link(let link) = known.source { link.rawValue } else { nil }
        }
        error(
          "`\(segment.written)` leads nowhere from \(subject.article)", at: segment.range,
          near: Spelling.nearest(to: segment.written, among: names),
          help: names.isEmpty ? nil : "from here lead \(Self.list(names))")
        return nil
      }
      links.append(link)
      subject =
        switch link {
        case .table: .element(.table)
        case .environment: .element(.environment)
        case .source, .target, .parent: .anyElement
        }
    }
    guard let last = segments.last else { return nil }
    guard let (source, type) = subject.attribute(last.words, property: last.property) else {
      let words = subject.attributeWords + (alsoInside ? subject.contents.map(\.keyword) : [])
      error(
        "\(subject.article) has no attribute `\(last.written)`", at: last.range,
        near: Spelling.nearest(to: last.written, among: words),
        help: "an attribute is a fact by its words, such as `technology`, or what the rule knows by itself: "
          + Self.list(subject.known.map(\.word)))
      return nil
    }
    let attribute = RuleAttribute(
      written: segments.map(\.written).joined(separator: "."), links: links, source: source)
    return (attribute, type)
  }

  // MARK: Diagnostics

  mutating func error(
    _ message: String, at range: SourceRange, near: String? = nil, help: String? = nil, notes: [String] = []
  ) {
    problems.append(
      Diagnostic(
        .error, "rule-type", message, at: range, label: near.map { "did you mean `\($0)`?" } ?? "",
        notes: notes, help: near == nil ? help.map { [$0] } ?? [] : [],
        fixIts: near.map { [.init("write `\($0)`", range: range, replacement: $0, safety: .suggested)] } ?? []
      ))
  }

  static func list(_ words: [String]) -> String {
    var seen: Set<String> = []
    let unique = words.filter { seen.insert($0).inserted }
    return unique.prefix(14).map { "`\($0)`" }.joined(separator: ", ") + (unique.count > 14 ? ", …" : "")
  }
}

extension RuleSubject {
  /// The word for one of them with its article.
  var article: String {
    (["a", "e", "i", "o", "u"].contains(keyword.prefix(1)) ? "an " : "a ") + keyword
  }
}

extension String {
  fileprivate var components: [String] { split(separator: " ").map(String.init) }
}

extension Node {
  /// The words of a node with one space between two.
  var words: String {
    tokens.lazy.filter { $0.kind == .word }.map { tree.text($0) }.joined(separator: " ")
  }

  /// One part of an attribute between dots.
  struct Segment {
    var words: [String] = []
    /// The key behind `property`.
    var property: String?
    var range: SourceRange

    var written: String { (words + (property.map { ["\"\($0)\""] } ?? [])).joined(separator: " ") }
  }

  /// The parts of an attribute.
  var segments: [Segment] {
    var out: [Segment] = []
    var startsSegment = true
    for token in tokens {
      if token.kind == .dot {
        startsSegment = true
        continue
      }
      let range = SourceRange(file: tree.file, start: Int(token.start), end: Int(token.end))
      if startsSegment { out.append(Segment(range: range)) }
      startsSegment = false
      let last = out.count - 1
      out[last].range = out[last].range.union(range)
      if token.kind == .text {
        out[last].property = String(tree.text(token).dropFirst().dropLast())
      } else {
        out[last].words.append(tree.text(token))
      }
    }
    return out
  }
}
