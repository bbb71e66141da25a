import DesignModel
import DesignSource
import DesignSyntax
import Foundation

let files = CommandLine.arguments.dropFirst().map {
  SourceFile(path: $0, bytes: [UInt8](FileManager.default.contents(atPath: $0)!))
}
let start = Date()
let trees = files.enumerated().map { Parser.parse($0.element, file: FileID($0.offset)) }
let model = ModelBuilder.build(trees)
let d = trees.flatMap(\.diagnostics) + model.problems
let t = Date().timeIntervalSince(start)
print(DiagnosticText(files: Array(files), colour: false).render(d))
print(d.count, "diagnostics", t * 1000, "ms")
for t in trees { precondition(t.printed() == t.source.bytes) }
func dump(_ n: Node, _ i: String) {
  print(
    i + "\(n.kind)" + (n.kind == .statement ? ":" + n.form.name : ""),
    n.kind == .file || n.kind == .block
      ? "" : String(n.sourceText.prefix(50)).replacingOccurrences(of: "\n", with: "⏎"))
  for c in n.children { dump(c, i + "  ") }
}
if ProcessInfo.processInfo.environment["DUMP"] != nil { for t in trees { dump(t.root, "") } }
