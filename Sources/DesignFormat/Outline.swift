import DesignSyntax

/// What the tree says of each token, as far as white space depends on it.
struct Outline {
  /// A `{ }` of statements.
  struct Block {
    let open: Int
    let close: Int
    /// The first tokens of its statements.
    let statements: [Int]
  }

  /// A column or field: its first token, and those behind its colon and its type.
  struct Column {
    let typeStart: Int
    let typeEnd: Int
  }

  let tree: SyntaxTree
  /// How many blocks a token lies in.
  private(set) var depth: [Int]
  /// Whether a statement of a block or of the file begins with the token.
  private(set) var startsStatement: [Bool]
  /// Whether the token belongs to the path of an endpoint.
  private(set) var isInPath: [Bool]
  /// The parentheses that touch the word before them.
  private(set) var touches: [Bool]
  /// `else` and `and`, which follow the brace before them.
  private(set) var continuesBlock: [Bool]
  private(set) var blocks: [Block] = []
  /// The block that a brace opens or closes, by the brace; its place in `blocks`.
  private(set) var blockOf: [Int: Int] = [:]
  /// The block that a statement stands in, by the statement's first token; none for those of the file.
  private(set) var blockHolding: [Int: Int] = [:]
  private(set) var columns: [Int: Column] = [:]

  init(_ tree: SyntaxTree) {
    self.tree = tree
    let count = tree.tokens.count
    depth = Array(repeating: 0, count: count)
    startsStatement = Array(repeating: false, count: count)
    isInPath = startsStatement
    touches = startsStatement
    continuesBlock = startsStatement
    for node in tree.root.children { startsStatement[node.tokens.startIndex] = true }
    visit(tree.root)
  }

  private mutating func visit(_ node: Node) {
    var followsBlock = false
    for child in node.children {
      let tokens = child.tokens.indices
      switch child.kind {
      case .block:
        add(child)
        followsBlock = true
      case .statement:
        if followsBlock, node.kind == .statement { continuesBlock[tokens.lowerBound] = true }
        if let type = child.child(.type), child.child(.name) != nil, Self.isColumn(child) {
          columns[tokens.lowerBound] = Column(
            typeStart: type.tokens.startIndex, typeEnd: type.tokens.endIndex)
        }
      case .endpointPath: for index in tokens { isInPath[index] = true }
      case .arguments: touches[tokens.lowerBound] = true
      default: break
      }
      visit(child)
    }
  }

  private static func isColumn(_ node: Node) -> Bool { node.form.lead == .nameColon }

  private mutating func add(_ block: Node) {
    let tokens = block.tokens.indices
    let (open, close) = (tokens.lowerBound, tokens.upperBound - 1)
    let statements = block.children.map(\.tokens.startIndex)
    for index in (open + 1)..<close { depth[index] += 1 }
    for start in statements {
      startsStatement[start] = true
      blockHolding[start] = blocks.count
    }
    blockOf[open] = blocks.count
    blockOf[close] = blocks.count
    blocks.append(Block(open: open, close: close, statements: statements))
  }
}
