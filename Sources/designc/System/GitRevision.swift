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
    var found: [(shown: String, stored: String)] = []
    for path in paths.isEmpty ? ["."] : paths {
      let place = try place(path)
      let listed = try Self.git(
        ["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit, "--", place.isEmpty ? "." : place],
        in: root)
      guard listed.status == 0 else { throw Self.failure("git ls-tree: \(listed.error)") }
      let names = listed.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      for stored in names where stored == place || Self.isDesign(stored, below: place) {
        let rest = stored == place ? "" : place.isEmpty ? stored : String(stored.dropFirst(place.count + 1))
        let shown = rest.isEmpty ? path : path == "." ? rest : DesignFiles.path(rest, from: path)
        found.append((shown, stored))
      }
    }
    var seen: Set<String> = []
    found = found.filter { seen.insert($0.stored).inserted }
    return try found.map { SourceFile(path: $0.shown, bytes: try content($0.stored)) }
  }

  private func content(_ stored: String) throws -> [UInt8] {
    let shown = try Self.git(["cat-file", "blob", "\(commit):\(stored)"], in: root)
    guard shown.status == 0 else { throw Self.failure("git cat-file: \(shown.error)") }
    return shown.output
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
  private static func git(_ arguments: [String], in directory: String) throws -> Program.Answer {
    guard let git = Program.path(of: "git") else { throw failure("git is not installed") }
    do {
      return try Program.run(git, ["-C", directory] + arguments)
    } catch {
      throw failure("git cannot be started: \(error.localizedDescription)")
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
