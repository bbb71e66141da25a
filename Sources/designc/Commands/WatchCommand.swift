import ArgumentParser
import DesignCompiler
import DesignSource

/// `designc watch`
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Draw the pictures of a design again whenever a file changes.",
    discussion: """
      Writes what `designc build` writes, and names each picture that has changed. With a mistake in the text nothing is \
      written until it is mended. Ends with Ctrl-C.

      Examples:
        designc watch                              the design in this directory, into output/
        designc watch design --output docs/img     another directory
      """)

  @Argument(
    help: "Files, or directories that hold .design files. (default: this directory)", completion: .file())
  var paths: [String] = []

  @Option(name: [.short, .long], help: "Where the files are written.", completion: .directory)
  var output = "output"

  @OptionGroup var look: ThemeChoice
  @OptionGroup var cache: CacheChoice
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let live = LiveDesign(paths, look, showsFindings: false, store: cache.store)
    let directory = OutputDirectory(path: output)
    while true {
      let progress = messages.progress("pictures")
      messages.step("drew the pictures") {
        live.refresh(colour: Terminal.errorHasColour, progress: progress)
      }
      if let problems = live.result.problems {
        Terminal.printError("\(problems)\ndesignc: waiting for this to be mended\n")
      } else {
        let files = live.result.pictures.map { OutputFile(name: "\($0.name).svg", bytes: $0.svg) }
        let changed = Set(directory.outdated(files).map(\.name))
        if !changed.isEmpty {
          try directory.write(files.filter { changed.contains($0.name) })
          for file in files where changed.contains(file.name) { messages.tell("\(output)/\(file.name)\n") }
        }
      }
      live.waitForChange()
    }
  }
}
