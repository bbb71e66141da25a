import DesignLint
package import DesignModel
package import DesignSource
import DesignSyntax
import DesignView

/// A design read and resolved. It holds the texts, the model, and what is wrong with them.
package struct Compilation: Sendable {
  /// The files of the design, then those of what it imports.
  package let files: [SourceFile]
  package let model: Model
  /// What could not be read, by place. With any error among these, the model is not the whole design.
  package let syntaxDiagnostics: [Diagnostic]

  /// Names of the design's own rules that built-in ones have.
  private let takenNames: [Diagnostic]

  init(files: [SourceFile], model: Model, syntaxDiagnostics: [Diagnostic]) {
    self.files = files
    self.model = model
    self.syntaxDiagnostics = syntaxDiagnostics
    takenNames = RuleBook.takenNames(in: model)
  }

  /// The design's name for people.
  package var title: String { ElementNames(model).design }

  /// Everything that is wrong: with the text, then with its meaning, by place.
  package var diagnostics: [Diagnostic] { (syntaxDiagnostics + model.problems + takenNames).sortedByPlace() }

  /// Whether pictures and documents can be made.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension Compilation {
  /// What is wrong and is no rule's to tell.
  package var mistakes: [Diagnostic] { diagnostics.filter { Rule.named($0.code) == nil } }

  /// Whether rules can be asked of it: nothing keeps it from being read, though rules may find errors.
  package var isReviewable: Bool { !mistakes.contains { $0.severity == .error } }
}

/// Reads and resolves a design. Pure: bytes in, values out.
///
/// - Parameter imported: the directories that the files import, and those that these import in turn.
package func compile(_ files: [SourceFile], imported: [ImportedDirectory] = []) -> Compilation {
  let trees = files.enumerated().map { Parser.parse($0.element, file: FileID($0.offset)) }
  var importer = Importer(imported, behind: files)
  let imports = importer.imports(of: trees)
  var model = ModelBuilder.build(trees, imports: imports, importedTrees: importer.trees)
  let syntaxDiagnostics = trees.flatMap(\.diagnostics)
  // What could not be read may be what a view shows.
  if !syntaxDiagnostics.contains(where: { $0.severity == .error }) {
    model.problems = (model.problems + viewProblems(of: model)).sortedByPlace()
  }
  return Compilation(
    files: files + importer.trees.map(\.source), model: model, syntaxDiagnostics: syntaxDiagnostics)
}
