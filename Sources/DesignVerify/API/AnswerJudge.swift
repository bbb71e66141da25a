import DesignContract
import DesignSource

/// Holds one answer against what was agreed of an operation.
struct AnswerJudge {
  let operation: ContractNode
  let definitions: [String: ContractNode]

  /// What is to be said of an answer.
  struct Remark {
    let deviation: Deviation
    let severity: Diagnostic.Severity
    let message: String
    /// From the operation inwards.
    var location: [String] = []
    var help: [String] = []
  }

  struct Verdict {
    var remarks: [Remark] = []
    /// The answer's content, when it is JSON.
    var value: Document?
  }

  /// More faults of one answer than this tell nobody anything new.
  private static let mostRemarks = 20

  /// The part of the operation that says what is answered with a status: the status itself, its class, or all others.
  func part(for status: Int) -> ContractNode? {
    let parts = operation.children.filter { $0.thing == .successStatus || $0.thing == .errorStatus }
    for key in ["\(status)", "\(status / 100)XX", "default"] {
      if let part = parts.first(where: { $0.key == key }) { return part }
    }
    return nil
  }

  func judge(_ answer: ServiceAnswer, hasCredentials: Bool) -> Verdict {
    guard let part = part(for: answer.status) else {
      return Verdict(remarks: [status(answer, hasCredentials)])
    }
    let contents = part.children(.mediaType)
    var verdict = Verdict()
    guard !contents.isEmpty else { return verdict }
    let location = ["response \(part.key)"]
    func refuse(_ message: String, _ help: String) -> Verdict {
      Verdict(remarks: [
        Remark(deviation: .mediaType, severity: .error, message: message, location: location, help: [help])
      ])
    }
    let name = "the answer \(answer.status) of `\(operation.key)`"
    let wanted = contents.map { "`\($0.key)`" }.joined(separator: " or ")
    guard let type = answer.mediaType, !type.isEmpty else {
      return refuse(
        "\(name) does not say of which media type it is, and \(wanted) was agreed",
        "set the header `Content-Type`")
    }
    guard let content = contents.first(where: { Self.admits($0.key, type) }) else {
      return refuse(
        "\(name) is `\(type)`, and \(wanted) was agreed", "answer with what was agreed, or change the design")
    }
    guard Self.isJSON(type), !operation.key.hasPrefix("HEAD ") else { return verdict }
    do {
      let value = try JSONReader.read(answer.body)
      verdict.value = value
      if let shape = content.child(.body) { verdict.remarks = remarks(value, shape, name, location) }
    } catch {
      return refuse("\(name) is not JSON: \(error.reason)", "answer with what RFC 8259 calls JSON")
    }
    return verdict
  }

  private func status(_ answer: ServiceAnswer, _ hasCredentials: Bool) -> Remark {
    let parts = operation.children.filter { $0.thing == .successStatus || $0.thing == .errorStatus }
    let agreed = parts.map { "`\($0.key)`" }.joined(separator: ", ")
    var help = "answer as agreed, or add `\(answer.status)` to the endpoint"
    if [401, 403].contains(answer.status) {
      help =
        hasCredentials
        ? "give other credentials with --header, or add `\(answer.status)` to the endpoint"
        : "give credentials with --header, or add `\(answer.status)` to the endpoint"
    }
    return Remark(
      deviation: .status, severity: .error,
      message:
        "`\(operation.key)` answers with \(answer.status), and \(agreed.isEmpty ? "nothing" : agreed) was agreed",
      help: [help])
  }

  /// Each fault once, however many items have it.
  private func remarks(_ value: Document, _ shape: ContractNode, _ name: String, _ location: [String])
    -> [Remark]
  {
    var check = ValueCheck(definitions, direction: .response)
    var told: Set<[String]> = []
    var out: [Remark] = []
    for misfit in check.misfits(value, shape)
    where told.insert([misfit.place, misfit.kind.rawValue]).inserted {
      let what = misfit.place.isEmpty ? name : "`\(misfit.place)` in \(name)"
      let isExtra = misfit.kind == .undeclared
      out.append(
        Remark(
          deviation: isExtra ? .undeclared : .shape, severity: isExtra ? .warning : .error,
          message: "\(what) \(misfit.message)", location: location,
          help: [
            isExtra
              ? "add it to the type, or leave it out of the answer"
              : "answer as agreed, or change the type in the design"
          ]))
    }
    return Array(out.prefix(Self.mostRemarks))
  }

  // MARK: Media types

  private static func isJSON(_ type: String) -> Bool { type == "application/json" || type.hasSuffix("+json") }

  /// Whether a media type is one that was agreed. A design says JSON and no more, so every kind of JSON is meant.
  private static func admits(_ agreed: String, _ type: String) -> Bool {
    let agreed = agreed.prefix { $0 != ";" }.lowercased()
    if agreed == type || agreed == "*/*" { return true }
    if agreed.hasSuffix("/*") { return type.hasPrefix(agreed.dropLast()) }
    return agreed == "application/json" && isJSON(type)
  }
}
