import ArgumentParser
import DesignCompiler
import FlyingSocks
import Foundation

/// `designc serve`
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the pictures of a design in a browser, and keep them up to date.",
    discussion: """
      Draws again what a change of a file concerns, and shows it at once, with the findings of the review; the part of the
      picture that you look at stays. With a mistake in the text the last good picture stays, below the mistake. Answers to
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
  @OptionGroup var messages: MessageOptions

  private static let firstPort: UInt16 = 4747

  func run() async throws {
    let preview = Preview()
    let server = try listening(preview)
    messages.tell("http://\(host):\(server.port)/\n")
    let (paths, messages, look) = (paths, messages, look)
    // Drawing takes long and waiting longer: neither is for the threads that answer browsers.
    Thread.detachNewThread {
      let live = LiveDesign(paths, look, showsFindings: true)
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
    try await server.run()
  }

  /// A server at the port that is asked for, else at the first that is free.
  private func listening(_ preview: Preview) throws -> PreviewServer {
    let ports = port.map { [$0] } ?? (0..<20).map { Self.firstPort + $0 }
    var reason = ""
    for port in ports {
      do {
        return try PreviewServer(host: host, port: port, preview: preview)
      } catch {
        reason =
          if case SocketError.failed(_, _, let message) = error { message.lowercased() } else { "\(error)" }
      }
    }
    let place = ports.count == 1 ? "\(host):\(ports[0])" : "\(host):\(ports[0])-\(ports[ports.count - 1])"
    Terminal.printError("designc: cannot answer at \(place): \(reason)\n")
    if port != nil { Terminal.printError("  = help: leave out --port, and a free one is found\n") }
    throw ExitStatus.inputOutput
  }
}
