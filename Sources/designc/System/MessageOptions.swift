import ArgumentParser
import DesignCompiler
import DesignSource

/// How much a command says of its own work, for every command.
struct MessageOptions: ParsableArguments {
  @Flag(
    name: [.customShort("q"), .long],
    help: "Leave out what only says that all went well; mistakes, findings and answers stay.")
  var quiet = false

  @Flag(
    name: [.customShort("v"), .long],
    help: "Say on standard error what is done, and how long each step takes.")
  var verbose = false

  func validate() throws {
    if quiet && verbose { throw ValidationError("--quiet and --verbose cannot both be meant") }
  }

  /// Says on standard output that all went well: the name of a file that was written, a count.
  func tell(_ text: String) {
    if !quiet { Terminal.print(text) }
  }

  /// Does a step of the work and says, when asked to, how long it took.
  ///
  /// - Parameter done: what has then been done: `drew the pictures`.
  func step<Result>(_ done: String, _ work: () throws -> Result) rethrows -> Result {
    guard verbose else { return try work() }
    let clock = ContinuousClock()
    let start = clock.now
    let result = try work()
    let milliseconds = (clock.now - start) / .milliseconds(1)
    Terminal.printError("designc: \(done) in \(Int(milliseconds.rounded())) ms\n")
    return result
  }

  /// Reads the files at these paths.
  func files(_ paths: [String]) throws -> [SourceFile] {
    let files = try step("read the files") { try DesignFiles.read(paths) }
    if verbose { for file in files { Terminal.printError("designc:   \(file.path)\n") } }
    return files
  }

  /// Reads and compiles the design at these paths, with what it imports.
  func compiled(_ paths: [String]) throws -> Compilation {
    let files = try files(paths)
    return Kept.toTheEnd(
      step("resolved the design") { DesignFiles.compiled(files) })
  }

  /// A line that says how far long work has come.
  func progress(_ noun: String) -> Progress { Progress(noun, isWanted: !quiet && Terminal.errorIsTerminal) }
}
