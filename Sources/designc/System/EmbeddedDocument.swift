import DesignCompiler
import DesignMarkdown
import DesignPaint
import DesignSource

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A Markdown file with the pictures of its fences, as it should be.
struct EmbeddedDocument {
  private let path: String
  private let before: [UInt8]
  private let after: [UInt8]
  private let pictures: [OutputFile]
  private let directory: OutputDirectory

  /// - Parameters:
  ///   - folder: the folder of the pictures, beside the file.
  ///   - theme: how they look.
  init(_ file: SourceFile, folder: String, theme: Theme, _ mistakes: inout FenceMistakes) throws {
    let path = file.path
    self.path = path
    before = file.bytes
    let slash = path.lastIndex(of: "/")
    let base = slash.map { String(path[...$0]) } ?? ""
    directory = OutputDirectory(path: base + folder)
    let text = String(decoding: file.bytes, as: UTF8.self)
    // What is no text would not be the same when it is written again.
    let isText = Array(text.utf8) == file.bytes
    if !isText { mistakes.add(file, line: 1, "the file is not UTF-8", help: "save it as UTF-8") }
    let fences = isText ? DesignFence.all(in: text) : []
    var stem = slash.map { String(path[path.index(after: $0)...]) } ?? path
    if let dot = stem.lastIndex(of: "."), dot > stem.startIndex { stem = String(stem[..<dot]) }
    var pictures: [OutputFile] = []
    var images: [(alternative: String, address: String)] = []
    for (index, fence) in fences.enumerated() {
      let name = fence.options["name"] ?? "\(stem)-\(index + 1)"
      guard let picture = try mistakes.picture(of: fence, named: name, in: file, base: base) else { continue }
      let fileName = "\(Self.safe(name)).svg"
      if pictures.contains(where: { $0.name == fileName }) {
        mistakes.add(file, fence, "another fence of this file has the name `\(name)`")
      }
      pictures.append(OutputFile(name: fileName, bytes: try picture.svg(theme)))
      images.append((picture.title, "\(folder)/\(fileName)"))
    }
    self.pictures = pictures
    after =
      isText && images.count == fences.count
      ? Array(DesignFence.embed(images, into: text, folder: folder + "/").utf8) : before
  }

  /// A name that can stand in an address as it is.
  private static func safe(_ name: String) -> String {
    String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "-" })
  }

  /// What on disk is not what it should be, a line each.
  var outdated: [String] {
    let own = before == after ? [] : ["\(path): out of date"]
    return own + directory.outdated(pictures).map { "\(directory.path)/\($0.name): \($0.reason)" }
  }

  /// Writes what has changed, pictures first, and names it.
  func write() throws -> [String] {
    let changed = directory.outdated(pictures).map(\.name)
    if !changed.isEmpty { try directory.write(pictures.filter { changed.contains($0.name) }) }
    if before != after { try WholeFile.replace(path, with: after) }
    return changed.map { "\(directory.path)/\($0)" } + (before == after ? [] : [path])
  }
}

/// What is wrong with the fences of Markdown files, all of it told at once.
struct FenceMistakes {
  private var files: [SourceFile] = []
  private var diagnostics: [Diagnostic] = []

  /// The picture that a fence asks for; nil with a mistake, which is kept.
  mutating func picture(of fence: DesignFence, named name: String, in file: SourceFile, base: String) throws
    -> SinglePicture?
  {
    if let unknown = fence.unknownOptions.first {
      let nearest = Spelling.nearest(to: String(unknown.prefix { $0 != "=" }), among: DesignFence.optionNames)
      add(
        file, fence, "`\(unknown)` asks for nothing here",
        help: nearest.map { "write `\($0)=…`" }
          ?? "a fence may say `from=PATH`, `picture=NAME` and `name=NAME`")
      return nil
    }
    let compilation: Compilation
    if let from = fence.options["from"] {
      let path = from.hasPrefix("/") ? from : base + from
      guard fence.text.allSatisfy(\.isWhitespace) else {
        add(file, fence, "the fence holds a design and names another with `from=`")
        return nil
      }
      guard FileManager.default.fileExists(atPath: path) else {
        add(file, fence, "there is no design at `\(path)`", help: "the path leads from the Markdown file")
        return nil
      }
      compilation = try DesignFiles.compiled(DesignFiles.read([path]))
    } else {
      // Empty lines before it give its lines the numbers that they have in the file.
      let lead = String(repeating: "\n", count: fence.lines.lowerBound)
      compilation = DesignFiles.compiled([SourceFile(path: file.path, text: lead + fence.text)])
    }
    guard !compilation.hasErrors else {
      add(compilation)
      return nil
    }
    do {
      return try compilation.picture(named: fence.options["picture"])
    } catch let problem as NoPicture {
      add(file, fence, problem.text)
      return nil
    }
  }

  /// Keeps a mistake of the fence itself.
  mutating func add(_ file: SourceFile, _ fence: DesignFence, _ message: String, help: String? = nil) {
    add(file, line: fence.lines.lowerBound, message, help: help)
  }

  /// Keeps a mistake on a line.
  mutating func add(_ file: SourceFile, line: Int, _ message: String, help: String? = nil) {
    let lines = LineTable(file)
    let start = lines.offset(ofLine: line)
    let end = min(file.bytes.count, start + lines.text(ofLine: line).utf8.count)
    diagnostics.append(
      Diagnostic(
        .error, "bad-fence", message, at: SourceRange(file: FileID(files.count), start: start, end: end),
        help: help.map { [$0] } ?? []))
    files.append(file)
  }

  /// Keeps all mistakes of a design.
  private mutating func add(_ compilation: Compilation) {
    diagnostics += compilation.diagnostics.map { $0.moved(by: files.count) }
    files += compilation.files
  }

  /// Tells all of them and ends the command, when there is any.
  func stop(_ options: DiagnosticOptions) throws {
    guard diagnostics.contains(where: { $0.severity == .error }) else { return }
    try options.stop(diagnostics, in: files, consequence: "nothing was written")
  }
}
