package import DesignSource
import DesignSyntax

/// The canonical text of a design's file: the same words, with white space that shows how they are read. Comments and
/// groups of lines stay; formatting the result gives the same bytes again.
///
/// - Returns: nil when the text does not parse.
package func format(_ source: SourceFile) -> String? {
  let tree = Parser.parse(source, file: FileID(0))
  guard tree.diagnostics.isEmpty else { return nil }
  var layout = Layout(tree)
  while true {
    var lines = layout.lines()
    Alignment(layout.outline).align(&lines)
    // A line that is too long gives up its block, and the lines that come of it are looked at again.
    if !layout.expandBlocks(in: lines) { return lines.map(\.text).joined() }
  }
}

/// How long a line may be, in columns, before the block on it is put on lines of its own.
let longestLine = 100
