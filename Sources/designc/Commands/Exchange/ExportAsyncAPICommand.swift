import ArgumentParser
import DesignContract
import DesignSource

import enum DesignModel.ElementKind

/// `designc export asyncapi`
struct ExportAsyncAPICommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "asyncapi",
    abstract: "Write topics, queues or a websocket api as an AsyncAPI 3.0 document.",
    discussion: """
      Channels are seen from the side that answers for them: what it publishes is sent, what it takes is received.

      Examples:
        designc export asyncapi events                               all topics and queues of a broker, as YAML
        designc export asyncapi events.order_placed -o order.json    one topic, as JSON, into a file
      """)

  @Argument(help: "The broker, topic, queue or websocket api, by its path or the end of it.")
  var name: String

  @OptionGroup var target: ExportTarget
  @OptionGroup var diagnostics: DiagnosticOptions

  func run() throws {
    let compilation = try target.messages.compiled(target.design)
    try diagnostics.stopOnErrors(compilation)
    let model = compilation.model
    let element = try Agreeable.element(name, of: [.broker, .topic, .queue, .api], in: model)
    guard let contract = ContractMaker.contract(of: element.id, in: model) else { return }
    guard contract.root.child(.topic) != nil else {
      let hint = element.kind == .api ? "; OpenAPI describes rest apis" : ""
      throw ValidationError("'\(element.path)' has no messages that AsyncAPI could describe\(hint)")
    }
    try target.write(AsyncAPIWriter.document(contract))
  }
}
