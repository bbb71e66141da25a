import ArgumentParser
import DesignContract

import struct DesignModel.Element

/// `designc mock`
struct MockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mock",
    abstract: "Answer an agreed api with examples, before anybody has built it.",
    discussion: """
      Answers every endpoint of a rest api on this machine with examples that fit the types: as it was agreed, where \
      `designc agree` has recorded it, else as the design has it. The same request always has the same answer. Requests that \
      are not as agreed get the agreed errors, or say in `application/problem+json` which field is wrong and why. \
      `Prefer: status=404` chooses another of the agreed answers. Ends with Ctrl-C.

      Examples:
        designc mock catalog.products                the design in this directory, at http://127.0.0.1:4848/
        designc mock catalog.products --port 0       at any port that is free
        curl -H 'Prefer: status=404' http://127.0.0.1:4848/api/products/1
      """)

  @Argument(help: "The api, by its path or the end of it.")
  var api: String

  @Argument(
    help: "Files, or directories that hold .design files. (default: this directory)", completion: .file())
  var paths: [String] = []

  @Option(help: "The port; 0 for any that is free. (default: 4848, or the next that is free)")
  var port: UInt16?

  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var messages: MessageOptions

  private static let firstPort: UInt16 = 4848
  private static let host = "127.0.0.1"

  func run() throws {
    let compilation = try messages.compiled(paths)
    try diagnostics.stopOnErrors(compilation)
    let model = compilation.model
    let element = try Agreeable.element(api, of: [.api], in: model)
    guard element.subtype ?? "rest" == "rest" else {
      throw ValidationError(
        "'\(element.path)' is a \(element.subtype ?? "") api; only rest apis are answered")
    }
    guard let designed = ContractMaker.contract(of: element.id, in: model) else { return }
    let agreement = try agreement(about: element)
    let mock = MockAPI(
      agreement?.contract.illustrated(by: designed) ?? designed, name: element.path,
      sharing: Self.sharing(of: element))
    guard !mock.operations.isEmpty else {
      throw ValidationError("'\(element.path)' has no endpoints yet, so there is nothing to answer")
    }
    let ports = port.map { [$0] } ?? (0..<20).map { Self.firstPort + $0 }
    let server = try LocalServer.listening(
      host: Self.host, ports: ports, help: port == nil ? nil : "leave out --port, and a free one is found")
    let source = agreement.map { "as \($0.summary)" } ?? "as the design has it, since nothing is recorded"
    messages.tell("\(element.path), \(source)\n")
    for operation in mock.operations { messages.tell("  \(operation)\n") }
    // Whoever starts it from a script reads here where it answers.
    Terminal.print("http://\(Self.host):\(server.port)/\n")
    Waiting.finish {
      try await server.run { request in
        mock.answer(
          MockRequest(
            method: request.method, path: request.path, query: request.query, headers: request.headers,
            body: request.body))
      }
    }
  }

  /// What was agreed about it; a lock file that cannot be used ends the command.
  private func agreement(about element: Element) throws -> Agreement? {
    let files = try AgreementDirectory(for: paths).files()
    let name = "/\(element.path).lock"
    guard let file = files.first(where: { $0.path.hasSuffix(name) || $0.agreement?.path == element.path })
    else {
      return nil
    }
    switch file.content {
    case .success(let agreement): return agreement
    case .failure(let problem):
      Terminal.printError("designc: `\(file.path)` \(problem.reason)\n")
      throw ExitStatus.findings
    }
  }

  private static func sharing(of api: Element) -> MockAPI.Sharing? {
    guard let cors = api.fact("cors"), !cors.isAbsent else { return nil }
    return MockAPI.Sharing(origins: cors.words, allowsCredentials: cors.fact("credentials") != nil)
  }
}
