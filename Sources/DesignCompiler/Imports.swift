import DesignModel
package import DesignSource
import DesignSyntax

/// A directory that a design imports, as it is on disk.
package struct ImportedDirectory: Sendable {
  /// As `importedDirectories(in:)` names it.
  package let path: String
  package let content: Content

  package enum Content: Sendable {
    /// The design's files, in path order.
    case files([SourceFile])
    /// Why there are none, as the end of a sentence that begins with the path.
    case missing(reason: String)
  }

  package init(path: String, _ content: Content) {
    self.path = path
    self.content = content
  }
}

/// The directories that files import, each once, in the order of the text. Their paths lead from where those of the files
/// lead from.
package func importedDirectories(in files: [SourceFile]) -> [String] {
  var seen: Set<String> = []
  var out: [String] = []
  for (index, file) in files.enumerated() where file.bytes.contains("import") {
    for statement in ModelBuilder.imports(of: Parser.parse(file, file: FileID(index))) {
      let path = ImportPath.resolve(statement.path, from: file.path)
      if seen.insert(path).inserted { out.append(path) }
    }
  }
  return out
}

/// Paths of imports, worked out from the text alone.
enum ImportPath {
  /// A path relative to the directory of a file, without `.` and needless `..`.
  static func resolve(_ path: String, from file: String) -> String {
    guard !path.hasPrefix("/") else { return normalized(path) }
    let directory = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    return normalized(directory.isEmpty && !file.hasPrefix("/") ? path : "\(directory)/\(path)")
  }

  static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    let joined = parts.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + joined : joined.isEmpty ? "." : joined
  }

  /// The directory that holds all of these files, for messages.
  static func directory(of files: [SourceFile]) -> String {
    guard let first = files.first else { return "." }
    var common = normalized(first.path).split(separator: "/").dropLast()
    for file in files.dropFirst() {
      let other = normalized(file.path).split(separator: "/").dropLast()
      common = common.prefix(zip(common, other).prefix { $0 == $1 }.count)
    }
    return common.isEmpty ? "." : common.joined(separator: "/")
  }
}

/// Compiles imported designs, each once, and what they import in turn.
struct Importer {
  private let directories: [String: ImportedDirectory.Content]
  private var done: [String: Import] = [:]
  /// The designs that are being compiled, from the outside in: their directories and files.
  private var open: [(directory: String, files: Set<String>)] = []
  /// How many files the designs have that were read before.
  private var fileCount: Int
  /// The files of all imported designs, whether or not they compile.
  private(set) var trees: [SyntaxTree] = []

  init(_ directories: [ImportedDirectory], behind files: [SourceFile]) {
    self.directories = Dictionary(directories.map { ($0.path, $0.content) }) { first, _ in first }
    fileCount = files.count
    open = [(ImportPath.directory(of: files), Self.paths(files))]
  }

  private static func paths(_ files: [SourceFile]) -> Set<String> {
    Set(files.map { ImportPath.normalized($0.path) })
  }

  /// What became of each import of these files.
  mutating func imports(of trees: [SyntaxTree]) -> [SourceRange: Import] {
    var out: [SourceRange: Import] = [:]
    for tree in trees where tree.source.bytes.contains("import") {
      for statement in ModelBuilder.imports(of: tree) {
        out[statement.range] = outcome(ImportPath.resolve(statement.path, from: tree.source.path))
      }
    }
    return out
  }

  private mutating func outcome(_ directory: String) -> Import {
    if let known = done[directory] { return known }
    guard case .files(let files)? = directories[directory] else {
      guard case .missing(let reason)? = directories[directory] else {
        return .missing(reason: "was not read")
      }
      return .missing(reason: reason)
    }
    let paths = Self.paths(files)
    if let index = open.firstIndex(where: { !$0.files.isDisjoint(with: paths) }) {
      if index == open.count - 1 { return .itself }
      return .cycle(open[index...].map(\.directory) + [open[index].directory])
    }
    open.append((directory, paths))
    defer { open.removeLast() }
    let outcome = compile(files)
    done[directory] = outcome
    return outcome
  }

  private mutating func compile(_ files: [SourceFile]) -> Import {
    let own = files.enumerated().map { Parser.parse($0.element, file: FileID(fileCount + $0.offset)) }
    fileCount += files.count
    trees += own
    let imports = imports(of: own)
    for case .cycle(let directories) in own.flatMap({ ModelBuilder.imports(of: $0) }).compactMap({
      imports[$0.range]
    }) {
      return .cycle(directories)
    }
    let model = ModelBuilder.build(own, imports: imports)
    let errors = (own.flatMap(\.diagnostics) + model.problems).filter { $0.severity == .error }
      .sortedByPlace()
    guard let first = errors.first else { return .design(model) }
    let source = own[Int(first.range.file.index - (own.first?.file.index ?? 0))].source
    let line = LineTable(source).position(of: first.range.start).line
    return .errors(count: errors.count, first: "at \(source.path):\(line): \(first.message)")
  }
}

extension [UInt8] {
  /// Whether a word of ASCII stands somewhere in it.
  fileprivate func contains(_ word: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return withUnsafeBufferPointer { bytes in
      guard let first = wanted.first, bytes.count >= wanted.count else { return false }
      for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
        if bytes[start..<start + wanted.count].elementsEqual(wanted) { return true }
      }
      return false
    }
  }
}
