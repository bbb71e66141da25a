package import DesignModel
package import DesignSource
import DesignSyntax

/// A design made from texts, for tests.
package struct Compiled: Sendable {
  package let files: [SourceFile]
  package let model: Model
  /// What is wrong with the texts themselves.
  package let syntaxDiagnostics: [Diagnostic]

  /// Compiles one text, or several as files of one design.
  package init(_ texts: String...) {
    files = texts.enumerated().map { SourceFile(path: "file\($0.offset).design", text: $0.element) }
    let trees = files.enumerated().map { Parser.parse($0.element, file: FileID($0.offset)) }
    model = ModelBuilder.build(trees)
    syntaxDiagnostics = trees.flatMap(\.diagnostics)
  }

  /// The number of the line, from 1, in which a range begins.
  package func line(of range: SourceRange) -> Int {
    let bytes = files[Int(range.file.index)].bytes.prefix(Int(range.start))
    return 1 + bytes.count { $0 == UInt8(ascii: "\n") }
  }

  /// The bytes of a range.
  package func text(_ range: SourceRange) -> String {
    let bytes = files[Int(range.file.index)].bytes[Int(range.start)..<Int(range.end)]
    return String(decoding: bytes, as: UTF8.self)
  }
}
