import DesignSource
package import DesignSyntax

/// Makes the model from trees: first everything that is declared, then everything that is said of it.
package struct ModelBuilder {
  var model: Model
  /// For each element, the statements that declare or extend it.
  var nodes: [[Node]] = []
  var scopes = Scopes()
  /// Where in `model.problems` a name is told that nothing bears.
  var unknownNames: [String: Int] = [:]
  /// Words of statements that could not be read: what they may have declared is not called missing.
  let skippedWords: Set<String>

  /// The model of a design whose files are these.
  package static func build(_ trees: [SyntaxTree]) -> Model {
    var builder = ModelBuilder(trees)
    builder.declareAll()
    builder.gatherFacts()
    builder.resolveTables()
    builder.resolveTypes()
    builder.resolveEndpoints()
    builder.connectAll()
    builder.buildEnvironments()
    builder.buildFlows()
    builder.gatherAcceptances()
    builder.model.problems = builder.model.problems.sortedByPlace()
    return builder.model
  }

  private init(_ trees: [SyntaxTree]) {
    model = Model(trees: trees)
    skippedWords = trees.reduce(into: []) { $0.formUnion($1.skippedWords) }
  }

  /// The statements of an element, of its declaration and of what extends it.
  func statements(of id: ElementID) -> [Node] { nodes[Int(id.index)].flatMap { Array($0.statements) } }

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
