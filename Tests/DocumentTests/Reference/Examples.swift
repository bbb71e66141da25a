import DesignSource
import DesignSyntax
import Foundation
import TestSupport

/// The designs of the reference, and how each form is used in them.
struct Examples {
  private var chapters: [String] = []
  /// The first use of a form in each chapter's example, by the form's name and the chapter's.
  private var uses: [String: [String: String]] = [:]

  static let folder = "Tests/DocumentTests/Chapters"

  init() throws {
    for chapter in Chapter.all {
      let tree = Parser.parse(try TestFiles.source("\(Self.folder)/\(chapter.name).design"), file: FileID(0))
      chapters.append(chapter.name)
      note(tree.root, in: chapter.name)
    }
    // An import leads to another directory, which one example has not.
    for fence in try Page("docs/imports.md").fences where fence.isDesign {
      note(Parser.parse(SourceFile(path: "", text: fence.text), file: FileID(0)).root, in: "imports")
    }
    chapters.append("imports")
  }

  private mutating func note(_ node: Node, in chapter: String) {
    for statement in node.statements {
      let name = statement.form.name
      if uses[name]?[chapter] == nil { uses[name, default: [:]][chapter] = Self.excerpt(statement) }
      note(statement, in: chapter)
    }
  }

  /// A statement on one line: what stands in its block is left out.
  private static func excerpt(_ statement: Node) -> String {
    var text = statement.sourceText
    if let block = statement.child(.block) {
      let start = Int(block.range.start) - Int(statement.range.start)
      text = String(decoding: Array(text.utf8).prefix(start), as: UTF8.self) + "{ … }"
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// How a form is used: in the example of a chapter, else in that of the first chapter that uses it.
  func use(of form: Form, in chapter: String) -> String? {
    guard let found = uses[form.name] else { return nil }
    return found[chapter] ?? chapters.lazy.compactMap { found[$0] }.first
  }
}
