import DesignSource
import DesignSyntax

/// Sets the types of the columns of a table one below another, and what is said of them, too.
struct Alignment {
  private let outline: Outline

  init(_ outline: Outline) { self.outline = outline }

  /// Columns on lines that follow each other are one group; an empty line or another statement begins a new one, a
  /// comment on its own line does not.
  func align(_ lines: inout [Line]) {
    var group: [Int] = []
    for index in lines.indices {
      let line = lines[index]
      let isComment = line.pieces.allSatisfy { $0.token == nil }
      if isComment, !line.isAfterBlank { continue }
      if !isColumn(line) || line.isAfterBlank || group.last.map({ lines[$0].indent != line.indent }) ?? false
      {
        align(group, &lines)
        group = []
      }
      if isColumn(line) { group.append(index) }
    }
    align(group, &lines)
  }

  /// Whether one column, and no more, stands on a line, its type not broken over lines.
  private func isColumn(_ line: Line) -> Bool {
    guard let first = line.pieces.first?.token, let column = outline.columns[first] else { return false }
    let tokens = line.pieces.compactMap(\.token)
    return tokens.contains(column.typeEnd - 1)
      && !tokens.dropFirst().contains {
        outline.startsStatement[$0] && outline.depth[$0] == outline.depth[first]
      }
  }

  private func align(_ group: [Int], _ lines: inout [Line]) {
    guard group.count > 1 else { return }
    var (names, types) = (0, 0)
    for index in group {
      let (name, type) = widths(lines[index])
      names = max(names, name)
      types = max(types, type)
    }
    for index in group {
      guard let first = lines[index].pieces.first?.token, let column = outline.columns[first] else {
        continue
      }
      let (name, type) = widths(lines[index])
      for position in lines[index].pieces.indices {
        guard let token = lines[index].pieces[position].token else { continue }
        if token == column.typeStart { lines[index].pieces[position].spaces = names - name + 1 }
        if token == column.typeEnd, outline.blockOf[token] == nil {
          lines[index].pieces[position].spaces = types - type + 1
        }
      }
    }
  }

  /// How many columns the name with its colon takes, and the type.
  private func widths(_ line: Line) -> (name: Int, type: Int) {
    guard let first = line.pieces.first?.token, let column = outline.columns[first] else { return (0, 0) }
    var (name, type) = (0, 0)
    for piece in line.pieces {
      guard let token = piece.token, token < column.typeEnd else { break }
      let width = TerminalWidth.of(piece.text)
      if token < column.typeStart {
        name += width + (token == first ? 0 : piece.spaces)
      } else {
        type += width + (token == column.typeStart ? 0 : piece.spaces)
      }
    }
    return (name, type)
  }
}
