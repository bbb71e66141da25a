import ArgumentParser

/// A file to be written, as the command line has it: `docs/review.html`.
struct OutputPath: ExpressibleByArgument, CustomStringConvertible {
  /// Where the file stands; `.` for the directory the command runs in.
  let directory: String
  let name: String

  init(directory: String, name: String) {
    self.directory = directory
    self.name = name
  }

  /// Nil for a path that ends in a slash, which names no file.
  init?(argument path: String) {
    let slash = path.lastIndex(of: "/")
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    guard !name.isEmpty, name != ".", name != ".." else { return nil }
    self.name = String(name)
    directory = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  var isStandardOutput: Bool { directory == "." && name == "-" }

  var description: String { directory == "." ? name : directory == "/" ? "/\(name)" : "\(directory)/\(name)" }
}
