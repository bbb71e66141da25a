import ArgumentParser
import DesignCompiler
import DesignSource
import DesignVerify

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Finds and reads the files of a design.
enum DesignFiles {
  /// A file larger than this is not a design that people wrote; reading it would only waste memory.
  static let largestFile = 32 * 1024 * 1024

  /// What a directory stands for.
  enum Selection {
    /// The design in it: not the tests of its rules.
    case designs
    /// Everything in the language.
    case designsAndTests
  }

  /// Whether a file holds a test of rules, which is no part of the design beside it.
  static func holdsTest(_ path: String) -> Bool { path.hasSuffix(".test.design") }

  /// The files at these paths: a file is itself, a directory stands for the `.design` files in it at any depth, in path
  /// order. Hidden directories are passed over. Everything that is wrong with the paths is told at once.
  static func read(_ paths: [String], _ selection: Selection = .designs) throws -> [SourceFile] {
    let (files, problems) = find(paths, selection)
    try stop(problems)
    return files
  }

  /// The same, with what is wrong as sentences.
  static func find(_ paths: [String], _ selection: Selection) -> (files: [SourceFile], problems: [String]) {
    var problems: [String] = []
    var found: [String] = []
    for path in paths.isEmpty ? ["."] : paths {
      switch kind(path) {
      case .missing: problems.append("\(path): there is no such file or directory")
      case .file: found.append(path)
      case .directory:
        do {
          let designs = try designs(in: path).filter { selection == .designsAndTests || !holdsTest($0) }
          if designs.isEmpty {
            problems.append("\(path): no .design file is in this directory; `design` files hold a design")
          }
          found += designs
        } catch {
          problems.append("\(path): the directory cannot be read: \(Self.reason(error))")
        }
      }
    }
    var seen: Set<String> = []
    var files: [SourceFile] = []
    for path in found where seen.insert(resolved(path)).inserted {
      do {
        files.append(try file(path))
      } catch {
        problems.append("\(path): \(reason(error))")
      }
    }
    return (files, problems)
  }

  private static func stop(_ problems: [String]) throws {
    guard !problems.isEmpty else { return }
    for problem in problems { Terminal.printError("designc: \(problem)\n") }
    throw ExitStatus.inputOutput
  }

  /// Reads files that are no designs, such as OpenAPI documents. Everything that is wrong with the paths is told at once.
  static func documents(_ paths: [String]) throws -> [SourceFile] {
    var files: [SourceFile] = []
    for path in paths {
      switch kind(path) {
      case .missing: Terminal.printError("designc: \(path): there is no such file\n")
      case .directory: Terminal.printError("designc: \(path): this is a directory, not a file\n")
      case .file:
        do { files.append(try file(path)) } catch {
          Terminal.printError("designc: \(path): \(reason(error))\n")
        }
      }
    }
    guard files.count == paths.count else { throw ExitStatus.inputOutput }
    return files
  }

  /// A document of a service, as large as a file may be.
  ///
  /// - Throws: after saying why, when there is none.
  static func fetched(_ address: WebAddress, headers: [ServiceRequest.Header]) throws -> SourceFile {
    let client = try WebClient(headers: headers, bounds: .init(seconds: 30, bytes: largestFile))
    do {
      let answer = try client.send("GET", address.full, [], isLoopback: address.isLoopback)
      if answer.status == 200 { return SourceFile(path: address.shown, bytes: answer.body) }
      let isElsewhere = (300..<400).contains(answer.status)
      Terminal.printError(
        "designc: \(address.shown): answers with \(answer.status)\(isElsewhere ? ", which is not followed; name the place it sends to" : "")\n"
      )
    } catch {
      Terminal.printError("designc: \(address.shown): \(error.reason)\n")
    }
    throw ExitStatus.inputOutput
  }

  /// Reads and compiles the design at these paths, with what it imports.
  static func compiled(_ paths: [String]) throws -> Compilation { compiled(try read(paths)) }

  /// Compiles files, with what they import.
  static func compiled(_ files: [SourceFile]) -> Compilation { compiled(files, imported: importedContent) }

  /// Compiles files, with what they import from where `imported` says.
  static func compiled(
    _ files: [SourceFile], imported content: (String) throws -> ImportedDirectory.Content
  ) rethrows -> Compilation {
    var imported: [ImportedDirectory] = []
    var seen: Set<String> = []
    var pending = importedDirectories(in: files)
    while let path = pending.popLast() {
      guard seen.insert(path).inserted else { continue }
      let content = try content(path)
      if case .files(let files) = content { pending += importedDirectories(in: files) }
      imported.append(ImportedDirectory(path: path, content))
    }
    return compile(files, imported: imported)
  }

  private static func importedContent(_ path: String) -> ImportedDirectory.Content {
    switch kind(path) {
    case .missing: return .missing(reason: "does not exist")
    case .file: return .missing(reason: "is a file, not a directory")
    case .directory:
      do {
        let paths = try designs(in: path).filter { !holdsTest($0) }
        guard !paths.isEmpty else { return .missing(reason: "holds no .design file") }
        return .files(try paths.map(file))
      } catch {
        return .missing(reason: "cannot be read: \(reason(error))")
      }
    }
  }

  /// The first design in a directory; nil when there is none, or no such directory.
  static func firstDesign(in directory: String) -> String? {
    kind(directory) == .directory ? (try? designs(in: directory))?.first : nil
  }

  /// A file beside the design; tells why and ends the command when it cannot be read.
  static func text(_ path: String) throws -> SourceFile {
    do {
      return try file(path)
    } catch {
      Terminal.printError("designc: \(path): \(reason(error))\n")
      throw ExitStatus.inputOutput
    }
  }

  /// What stands on standard input.
  static func standardInput() throws -> SourceFile {
    do {
      return SourceFile(path: "<standard input>", bytes: try Platform.readAll(from: 0))
    } catch {
      Terminal.printError("designc: standard input: \(reason(error))\n")
      throw ExitStatus.inputOutput
    }
  }

  /// Whether something lies at a path.
  static func exists(_ path: String) -> Bool { kind(path) != .missing }

  enum Kind { case missing, file, directory }

  /// What lies at a path.
  static func kind(_ path: String) -> Kind {
    var isDirectory = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { return .missing }
    return isDirectory ? .directory : .file
  }

  /// In path order, compared byte by byte, so that every machine reads them in the same order.
  private static func designs(in directory: String) throws -> [String] {
    var out: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: directory) where !name.hasPrefix(".") {
      let path =
        directory == "." ? name : directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
      switch kind(path) {
      case .directory:
        // A link to a directory may lead back up.
        if (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) == nil {
          out += try designs(in: path)
        }
      case .file where name.hasSuffix(".design"): out.append(path)
      default: break
      }
    }
    return out.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  private static func file(_ path: String) throws -> SourceFile {
    if let size = Platform.fileSize(path), size > largestFile {
      throw Unreadable(
        reason: "the file has \(size / 1_048_576) MiB; a design's file may have 32 MiB: split it")
    }
    return SourceFile(path: normalized(path), bytes: [UInt8](try Data(contentsOf: URL(filePath: path))))
  }

  private struct Unreadable: Error { let reason: String }

  /// Whether two paths lead to the same file.
  static func isSame(_ a: String, _ b: String) -> Bool { resolved(a) == resolved(b) }

  /// The one path of a file that may be named in several ways.
  private static func resolved(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  /// A path as diagnostics show it: without `./`.
  static func normalized(_ path: String) -> String {
    var path = path
    while path.hasPrefix("./") { path.removeFirst(2) }
    return path
  }

  /// Why the machine refused, in a few words.
  static func reason(_ error: any Error) -> String {
    if let error = error as? Unreadable { return error.reason }
    if let error = error as? Platform.Failure { return error.reason }
    if let error = error as? CocoaError {
      switch error.code {
      case .fileReadNoPermission, .fileWriteNoPermission: return "permission denied"
      case .fileReadNoSuchFile, .fileNoSuchFile: return "there is no such file"
      case .fileWriteOutOfSpace: return "no space is left on the device"
      case .fileWriteVolumeReadOnly: return "the file system is read-only"
      case .fileWriteFileExists: return "a file is in the way"
      default: break
      }
    }
    return "\(error)"
  }
}
