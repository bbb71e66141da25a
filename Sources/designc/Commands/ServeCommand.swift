import ArgumentParser
import DesignCompiler
import Foundation

/// `designc serve`
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the pictures of a design in a browser, and keep them up to date.",
    discussion: """
      Draws again what a change of a file concerns, and shows it at once, with the findings of the review; the part of the \
      picture that you look at stays. With a mistake in the text the last good picture stays, below the mistake. Answers to \
      this machine alone unless --host says otherwise; ends with Ctrl-C.

      Examples:
        designc serve                     the design in this directory, at http://127.0.0.1:4747/
        designc serve design --port 8000  another directory, another port
        designc serve --host 0.0.0.0      for the whole network: everybody in it can read the design
      """)

  @Argument(
    help: "Files, or directories that hold .design files. (default: this directory)", completion: .file())
  var paths: [String] = []

  @Option(help: "The port. (default: 4747, or the next that is free)")
  var port: UInt16?

  @Option(help: "The IPv4 address to answer at.")
  var host = "127.0.0.1"

  @OptionGroup var look: ThemeChoice
  @OptionGroup var cache: CacheChoice
  @OptionGroup var messages: MessageOptions

  private static let firstPort: UInt16 = 4747

  func validate() throws {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    guard parts.count == 4, !parts.contains(nil) else {
      throw ValidationError("--host takes an IPv4 address, such as 127.0.0.1 or 0.0.0.0: '\(host)'")
    }
  }

  func run() throws {
    // What vanishes later may come back; what was never there is a slip.
    if let path = paths.first(where: { !DesignFiles.exists($0) }) {
      Terminal.printError("designc: \(path): there is no such file or directory\n")
      throw ExitStatus.inputOutput
    }
    let preview = Preview()
    let ports = port.map { [$0] } ?? (0..<20).map { Self.firstPort + $0 }
    let server = try LocalServer.listening(
      host: host, ports: ports, help: port == nil ? nil : "leave out --port, and a free one is found")
    messages.tell("http://\(host):\(server.port)/\n")
    let (paths, messages, look, store) = (paths, messages, look, cache.store)
    // Drawing takes long and waiting longer: neither is for the threads that answer browsers.
    Thread.detachNewThread {
      let live = LiveDesign(paths, look, showsFindings: true, store: store)
      for version in 1... {
        messages.step("drew the pictures") { live.refresh(colour: false) }
        let result = live.result
        let state = Preview.State(result, version: version)
        let pictures = Dictionary(
          result.pictures.map { ($0.name, $0.svg) }, uniquingKeysWith: { first, _ in first })
        Task { await preview.show(state, pictures) }
        live.waitForChange()
      }
    }
    let page = PreviewServer(preview: preview)
    Waiting.finish { try await server.run { await page.answer($0) } }
  }
}
