import DesignSyntax

/// Which tokens begin lines, and how much space stands between the others.
struct Layout {
  let outline: Outline
  private let tree: SyntaxTree
  private let trivia: [Trivia]
  /// Blocks that stand on several lines, by their place in the outline.
  private var isExpanded: [Bool]

  init(_ tree: SyntaxTree) {
    self.tree = tree
    outline = Outline(tree)
    let bytes = tree.source.bytes
    var end = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var trivia: [Trivia] = []
    trivia.reserveCapacity(tree.tokens.count)
    for token in tree.tokens {
      trivia.append(Trivia(bytes[max(end, 0)..<max(end, Int(token.start))]))
      end = Int(token.end)
    }
    self.trivia = trivia
    // A block stays on one line when it stands on one; an empty one always does.
    isExpanded = outline.blocks.map { block in
      if block.statements.isEmpty { return !trivia[block.close].comments.isEmpty }
      return ((block.open + 1)...block.close).contains { index in
        trivia[index].breaksLine || (index < block.close && Self.spansLines(tree, index))
      }
    }
  }

  private static func spansLines(_ tree: SyntaxTree, _ index: Int) -> Bool {
    let token = tree.tokens[index]
    guard token.kind == .multilineText || token.kind == .backtick else { return false }
    return tree.source.bytes[Int(token.start)..<Int(token.end)].contains(UInt8(ascii: "\n"))
  }

  /// Puts the outermost block of each line that is too long on lines of its own; false when there is none.
  mutating func expandBlocks(in lines: [Line]) -> Bool {
    var expanded = false
    for line in lines where line.width > longestLine {
      let tokens = line.pieces.compactMap(\.token)
      guard let last = tokens.last else { continue }
      for token in tokens {
        guard let block = outline.blockOf[token], outline.blocks[block].open == token,
          outline.blocks[block].close <= last, !isExpanded[block], !outline.blocks[block].statements.isEmpty
        else { continue }
        isExpanded[block] = true
        expanded = true
        break
      }
    }
    return expanded
  }

  // MARK: Lines

  func lines() -> [Line] {
    var lines: [Line] = []
    var current: Line?
    func flush() {
      if let line = current { lines.append(line) }
      current = nil
    }
    for index in tree.tokens.indices {
      let isEnd = tree.tokens[index].kind == .end
      if isDropped(index) { continue }
      var gap = index == 0 ? 0 : spaces(before: index)
      for comment in trivia[index].comments {
        if comment.newlines > 0 || current == nil {
          flush()
          let isAfterBlank = comment.newlines > 1 && !lines.isEmpty && !opensBlock(index, lines)
          current = Line(indent: indent(ofCommentBefore: index), isAfterBlank: isAfterBlank)
        }
        current?.pieces.append(.init(text: comment.text, spaces: comment.isLine ? 2 : 1, token: nil))
        gap = max(gap, 1)
        if comment.isLine { flush() }
      }
      if isEnd { break }
      if current == nil || breaksLine(before: index) {
        flush()
        current = Line(indent: indent(of: index), isAfterBlank: hasBlank(before: index, lines))
      }
      current?.pieces.append(.init(text: tree.text(tree.tokens[index]), spaces: gap, token: index))
    }
    flush()
    return lines
  }

  /// A semicolon that a line feed or brace follows says nothing.
  private func isDropped(_ index: Int) -> Bool {
    guard tree.tokens[index].kind == .semicolon, trivia[index].comments.isEmpty else { return false }
    let next = index + 1
    guard next < tree.tokens.count else { return true }
    return breaksLine(before: next) || tree.tokens[next].kind == .end || outline.blockOf[next] != nil
  }

  private func breaksLine(before index: Int) -> Bool {
    if let block = outline.blockOf[index] {
      return outline.blocks[block].close == index && isExpanded[block]
    }
    if outline.continuesBlock[index] { return trivia[index].comments.contains(where: \.isLine) }
    if trivia[index].breaksLine { return true }
    // The first statement of a block on several lines, and every one of a block that was too long for one.
    guard outline.startsStatement[index], let block = outline.blockHolding[index], isExpanded[block] else {
      return false
    }
    return outline.blocks[block].statements.first == index || wasOneLine(block)
  }

  private func wasOneLine(_ block: Int) -> Bool {
    let (open, close) = (outline.blocks[block].open, outline.blocks[block].close)
    return !((open + 1)...close).contains { trivia[$0].breaksLine }
  }

  private func opensBlock(_ index: Int, _ lines: [Line]) -> Bool {
    guard let last = lines.last?.pieces.last(where: { $0.token != nil })?.token,
      let block = outline.blockOf[last]
    else { return false }
    return outline.blocks[block].open == last && lines.last?.pieces.last?.token != nil
  }

  /// At most one empty line stays, and only before a statement that is not the first of its block.
  private func hasBlank(before index: Int, _ lines: [Line]) -> Bool {
    guard trivia[index].newlines > 1, outline.startsStatement[index], !lines.isEmpty else { return false }
    return !trivia[index].comments.isEmpty
      || outline.blockHolding[index].map { outline.blocks[$0].statements.first != index } ?? true
  }

  private func indent(of index: Int) -> Int {
    let depth = outline.depth[index] * 2
    if outline.startsStatement[index] || outline.blockOf[index] != nil || outline.continuesBlock[index] {
      return depth
    }
    switch tree.tokens[index].kind {
    case .rightParenthesis, .rightBracket: return depth
    default: return depth + 2
    }
  }

  private func indent(ofCommentBefore index: Int) -> Int {
    if let block = outline.blockOf[index], outline.blocks[block].close == index {
      return outline.depth[index] * 2 + 2
    }
    return tree.tokens[index].kind == .end ? 0 : indent(of: index)
  }

  // MARK: Spaces

  /// The spaces between a token and the one before on the same line.
  private func spaces(before index: Int) -> Int {
    let (last, token) = (tree.tokens[index - 1], tree.tokens[index])
    let asWritten = token.touchesPrevious ? 0 : 1
    if outline.isInPath[index], outline.isInPath[index - 1] {
      return last.kind == .colon || last.kind == .comma ? 1 : 0
    }
    if outline.blockOf[index] != nil || outline.blockOf[index - 1] != nil && !outline.startsStatement[index] {
      return 1
    }
    if outline.startsStatement[index] {
      let opens = outline.blockOf[index - 1].map { outline.blocks[$0].open == index - 1 } ?? false
      return opens || last.kind == .comma || last.kind == .semicolon ? 1 : 2
    }
    switch (last.kind, token.kind) {
    case (_, .comma), (_, .semicolon), (_, .colon), (_, .question), (_, .rightParenthesis),
      (_, .rightBracket), (_, .dot), (.leftParenthesis, _), (.leftBracket, _), (.dot, _),
      (.number, .dotDot):
      return 0
    case (_, .leftParenthesis): return outline.touches[index] ? 0 : 1
    case (_, .leftBracket):
      let isArray = index + 1 < tree.tokens.count && tree.tokens[index + 1].kind == .rightBracket
      return isArray ? asWritten : 1
    case (_, .slash), (.slash, _), (_, .plus), (.plus, _), (.dotDot, _): return asWritten
    default: return 1
    }
  }
}
