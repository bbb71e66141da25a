package import DesignSource
package import DesignSyntax

/// Makes the model from trees: first everything that is declared, then everything that is said of it.
package struct ModelBuilder {
  var model: Model
  /// For each element, the statement that declares it.
  var declarations: [Node] = []
  /// The statements that extend an element.
  var extensions: [ElementID: [Node]] = [:]
  var scopes = Scopes()
  /// Where in `model.problems` a name is told that nothing bears.
  var unknownNames: [String: Int] = [:]
  /// What the view whose facts are gathered can show; all kinds for other elements.
  var shownKinds = ElementKinds.all
  /// Words of statements that could not be read: what they may have declared is not called missing.
  var skippedWords: Set<String>

  /// The model of a design whose files are these.
  ///
  /// - Parameters:
  ///   - imports: what became of each import, by the range of the text that names its directory.
  ///   - importedTrees: the files of all imported designs, which follow the design's own.
  package static func build(
    _ trees: [SyntaxTree], imports: [SourceRange: Import] = [:], importedTrees: [SyntaxTree] = []
  ) -> Model {
    var builder = ModelBuilder(trees)
    builder.declareAll(imports)
    builder.gatherFacts()
    builder.checkVersions()
    builder.resolveTables()
    builder.resolveTypes()
    builder.resolveEndpoints()
    builder.connectAll()
    builder.buildEnvironments()
    builder.buildFlows()
    builder.gatherAcceptances()
    builder.buildRules()
    builder.model.problems = builder.model.problems.sortedByPlace()
    builder.model.ownFileCount = trees.count
    builder.model.trees += importedTrees
    return builder.model
  }

  private init(_ trees: [SyntaxTree]) {
    model = Model(trees: trees)
    skippedWords = trees.reduce(into: []) { $0.formUnion($1.skippedWords) }
  }

  /// The statement that declares an element.
  func node(of id: ElementID) -> Node { declarations[Int(id.index)] }

  /// The statements of an element, of its declaration and of what extends it.
  func statements(of id: ElementID) -> ElementStatements {
    ElementStatements(
      current: declarations[Int(id.index)].statements,
      rest: extensions.isEmpty ? [] : (extensions[id] ?? [])[...])
  }

  mutating func report(
    _ code: String, _ name: String, _ message: String, at range: SourceRange, label: String = "",
    related: [Diagnostic.Label] = [], help: [String] = [], fixIts: [Diagnostic.FixIt] = []
  ) {
    model.problems.append(
      Diagnostic(
        .error, code, name: name, message, at: range, label: label, related: related, help: help,
        fixIts: fixIts))
  }
}

/// The statements of a declaration, then those of what extends it.
struct ElementStatements: Sequence, IteratorProtocol {
  var current: Node.Statements
  var rest: ArraySlice<Node>

  mutating func next() -> Node? {
    while true {
      if let node = current.next() { return node }
      guard let following = rest.popFirst() else { return nil }
      current = following.statements
    }
  }
}
