import ArgumentParser
import DesignCompiler
import DesignSource
import Foundation

/// A design as it was at a revision of its git repository.
struct GitRevision {
  /// As the command line names it.
  let name: String
  private let commit: String
  /// The root of the repository's work tree, with links resolved.
  private let root: String

  /// - Parameters:
  ///   - name: a commit, branch or tag, as git understands it.
  ///   - paths: those of the design; all lie in one repository.
  init(_ name: String, for paths: [String]) throws {
    self.name = name
    let directory = Self.existing(DesignFiles.directory(of: paths))
    let top = try Self.git(["rev-parse", "--show-toplevel"], in: directory)
    guard top.status == 0, let root = top.line else {
      throw Self.failure("\(directory): this is no git repository, so there is nothing to compare with")
    }
    self.root = root
    let parsed = try Self.git(
      ["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"], in: directory)
    guard parsed.status == 0, let commit = parsed.line else {
      throw Self.failure("git knows no revision `\(name)` here; name a commit, branch or tag that is fetched")
    }
    self.commit = commit
  }

  /// The design at these paths as it was then, compiled with what it imported; nil when there was none.
  func compiled(_ paths: [String]) throws -> Compilation? {
    let files = try read(paths)
    guard !files.isEmpty else { return nil }
    return try DesignFiles.compiled(files) { path in
      let files = try read([path])
      return files.isEmpty ? .missing(reason: "held no .design file at \(name)") : .files(files)
    }
  }

  /// The files of the design at these paths as they were then, in path order, under the paths that they would have now.
  func read(_ paths: [String]) throws -> [SourceFile] {
    var found: [(shown: String, blob: Blob)] = []
    var seen: Set<String> = []
    for path in paths.isEmpty ? ["."] : paths {
      let place = try place(path)
      for blob in try blobs(at: place)
      where blob.path == place || Self.isDesign(blob.path, below: place) {
        guard seen.insert(blob.path).inserted else { continue }
        let rest =
          blob.path == place ? "" : place.isEmpty ? blob.path : String(blob.path.dropFirst(place.count + 1))
        let shown = rest.isEmpty ? path : path == "." ? rest : DesignFiles.path(rest, from: path)
        found.append((shown, blob))
      }
    }
    let contents = try contents(found.map(\.blob))
    return zip(found, contents).map { SourceFile(path: $0.shown, bytes: $1) }
  }

  /// A file that git keeps.
  private struct Blob {
    let name: String
    /// From the root of the repository.
    let path: String
  }

  private func blobs(at place: String) throws -> [Blob] {
    let listed = try Self.git(
      ["ls-tree", "-r", "-z", "--full-tree", commit, "--", place.isEmpty ? "." : place], in: root)
    guard listed.status == 0 else { throw Self.failure("git ls-tree: \(listed.error)") }
    return listed.output.split(separator: 0).compactMap { line in
      // `100644 blob 0c5f…<tab>design/shop.design`; links and modules are no files.
      let halves = line.split(separator: 9, maxSplits: 1)
      let words = halves[0].split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
      guard halves.count == 2, words.count == 3, words[0].hasPrefix("100") else { return nil }
      return Blob(name: words[2], path: String(decoding: halves[1], as: UTF8.self))
    }
  }

  private func contents(_ blobs: [Blob]) throws -> [[UInt8]] {
    let names = blobs.map { $0.name + "\n" }.joined()
    let answer = try Self.git(["cat-file", "--batch"], in: root, input: Array(names.utf8))
    guard answer.status == 0 else { throw Self.failure("git cat-file: \(answer.error)") }
    var rest = answer.output[...]
    return try blobs.map { blob in
      // `0c5f… blob 120`, a line feed, the content, a line feed.
      guard let end = rest.firstIndex(of: 10),
        let size = Int(String(decoding: rest[..<end].split(separator: 32).last ?? [], as: UTF8.self)),
        rest.count > end - rest.startIndex + size
      else { throw Self.failure("git cat-file: \(blob.path) cannot be read") }
      let content = Array(rest[(end + 1)..<(end + 1 + size)])
      rest = rest[(end + 1 + size)...].dropFirst()
      return content
    }
  }

  /// What a directory stands for: its designs, but neither tests of rules nor what is hidden.
  private static func isDesign(_ stored: String, below place: String) -> Bool {
    guard stored.hasSuffix(".design"), !DesignFiles.holdsTest(stored) else { return false }
    let rest = place.isEmpty ? stored[...] : stored.dropFirst(place.count + 1)
    return !rest.split(separator: "/").contains { $0.hasPrefix(".") }
  }

  /// A path as one from the root of the repository.
  private func place(_ path: String) throws -> String {
    let absolute = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    // What is no longer there has no links to resolve, but the directories above it may.
    var (there, gone) = (absolute, [String]())
    while there != "/", !FileManager.default.fileExists(atPath: there) {
      var parts = DesignFiles.components(there)
      gone.insert(parts.removeLast(), at: 0)
      there = "/" + parts.joined(separator: "/")
    }
    let resolved = DesignFiles.components(URL(filePath: there).resolvingSymlinksInPath().path) + gone
    let top = DesignFiles.components(root)
    guard resolved.starts(with: top) else {
      throw Self.failure("\(path): lies outside of the repository \(root)")
    }
    return resolved.dropFirst(top.count).joined(separator: "/")
  }

  /// The nearest directory above that is there.
  private static func existing(_ directory: String) -> String {
    FileManager.default.fileExists(atPath: directory) ? directory : "."
  }

  private static func failure(_ text: String) -> any Error {
    Terminal.printError("designc: \(text)\n")
    return ExitStatus.inputOutput
  }

  /// Asks git and waits for its answer.
  private static func git(_ arguments: [String], in directory: String, input: [UInt8] = []) throws
    -> Program.Answer
  {
    guard let path = Program.path(of: "git") else { throw failure("git is not installed") }
    do {
      return try Program.run(path, ["-C", directory] + arguments, input: input)
    } catch {
      throw failure("git cannot be started: \(DesignFiles.reason(error))")
    }
  }
}

extension Program.Answer {
  /// The output without the line feed at its end; nil when there is none.
  fileprivate var line: String? {
    let text = String(decoding: output, as: UTF8.self).trimmingCharacters(in: .newlines)
    return text.isEmpty ? nil : text
  }
}
