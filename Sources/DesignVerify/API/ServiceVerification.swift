import DesignContract
package import DesignLint
package import DesignModel
import DesignSource

/// Asks a service what it answers to the requests of an api that only read, and holds the answers against what was agreed.
package struct ServiceVerification {
  /// A bound on the requests of one run.
  package static let mostRequests = 200
  /// How often an answer may send the caller elsewhere on the same host.
  private static let mostRedirects = 3
  /// After so many answers that came too late the service is left alone.
  private static let mostSilences = 5

  let api: Element
  let model: Model
  let agreed: AgreedForm
  let address: WebAddress
  let hasCredentials: Bool
  private var maker: RequestMaker
  private var requests = 0
  private var silences = 0
  private(set) var findings: [Finding] = []

  /// - Parameters:
  ///   - address: what stands before the paths of the api; it may end with their base, too.
  ///   - values: of parameters, by their names.
  ///   - hasCredentials: whether headers are sent with which the service can tell who asks.
  package init(
    of api: Element, in model: Model, agreed: AgreedForm, at address: WebAddress, values: [String: String],
    hasCredentials: Bool
  ) {
    self.api = api
    self.model = model
    self.agreed = agreed
    let operations = agreed.contract.root.children(.operation)
    let isBase = operations.allSatisfy {
      $0.key.split(separator: " ").last?.hasPrefix("\(address.prefix)/") ?? false
    }
    self.address = isBase ? address.withoutPath : address
    self.hasCredentials = hasCredentials
    maker = RequestMaker(values: values)
  }

  /// What was found, by its place in the design.
  ///
  /// - Parameter send: sends a request to the service; it follows nothing.
  package mutating func run(_ send: (ServiceRequest, WebAddress) throws(NoAnswer) -> ServiceAnswer)
    -> [Finding]
  {
    let operations = agreed.contract.root.children(.operation)
    tellUnsafe(operations.filter { !Self.onlyReads($0) })
    var waiting: [ContractNode] = []
    for operation in operations where Self.onlyReads(operation) {
      if asksWhoCalls(operation), !hasCredentials {
        tellNotTried(operation, "it asks for authentication; give it with --header \"Authorization: …\"")
      } else {
        waiting.append(operation)
      }
    }
    do {
      // Each round may bring lists from which the next takes values.
      var isLast = false
      while !waiting.isEmpty {
        let before = waiting.count
        waiting = try round(waiting, inventing: isLast, send)
        if isLast { break }
        isLast = waiting.count == before
      }
      for operation in waiting { tellLack(operation) }
    } catch {
      tellUnreachable(error)
    }
    return findings.sortedByPlace()
  }

  static func onlyReads(_ operation: ContractNode) -> Bool {
    operation.key.hasPrefix("GET ") || operation.key.hasPrefix("HEAD ")
  }

  private func asksWhoCalls(_ operation: ContractNode) -> Bool {
    let ways = operation.children(.security).flatMap { $0.children(.securityAlternative) }
    return !ways.isEmpty && !ways.contains { $0.key.isEmpty }
  }

  /// Tries all operations whose parameters have values, and gives those that wait for an answer of others.
  private mutating func round(
    _ operations: [ContractNode], inventing: Bool,
    _ send: (ServiceRequest, WebAddress) throws(NoAnswer) -> ServiceAnswer
  ) throws(NoAnswer) -> [ContractNode] {
    var left: [ContractNode] = []
    for operation in operations {
      let request: ServiceRequest
      do {
        request = try maker.request(operation, inventing: inventing && Self.admitsNothingFound(operation))
      } catch {
        left.append(operation)
        continue
      }
      guard requests < Self.mostRequests, silences < Self.mostSilences else {
        let reason =
          silences < Self.mostSilences
          ? "\(Self.mostRequests) requests were sent, which is the most"
          : "the service did not answer in time before"
        tellNotTried(operation, reason)
        continue
      }
      try attempt(operation, request, send)
    }
    return left
  }

  private static func admitsNothingFound(_ operation: ContractNode) -> Bool {
    operation.children(.errorStatus).contains { ["404", "4XX", "default"].contains($0.key) }
  }

  private mutating func attempt(
    _ operation: ContractNode, _ request: ServiceRequest,
    _ send: (ServiceRequest, WebAddress) throws(NoAnswer) -> ServiceAnswer
  ) throws(NoAnswer) {
    let judge = AnswerJudge(operation: operation, definitions: agreed.contract.definitions)
    let answer: ServiceAnswer
    do {
      answer = try self.answer(to: request, judge, send)
    } catch {
      if error.isFinal { throw error }
      if error.isSilence { silences += 1 }
      let message = "`\(operation.key)` \(error.reason)"
      return tell(.init(deviation: .noAnswer, severity: .error, message: message), operation, request)
    }
    silences = 0
    let verdict = judge.judge(answer, hasCredentials: hasCredentials)
    for remark in verdict.remarks { tell(remark, operation, request) }
    if let value = verdict.value, request.method == "GET" {
      maker.lists[String(request.target.prefix { $0 != "?" })] = value
    }
  }

  /// The answer, also when the service sends callers on to another place of its own, unless that was agreed.
  private mutating func answer(
    to request: ServiceRequest, _ judge: AnswerJudge,
    _ send: (ServiceRequest, WebAddress) throws(NoAnswer) -> ServiceAnswer
  ) throws(NoAnswer) -> ServiceAnswer {
    var request = request
    for _ in 0...Self.mostRedirects {
      requests += 1
      let answer = try send(request, address)
      guard (300..<400).contains(answer.status), judge.part(for: answer.status) == nil,
        let location = answer.location
      else { return answer }
      guard let next = try? WebAddress(location) else {
        throw NoAnswer("sends callers to what is no address of the web")
      }
      guard next.origin == address.origin, next.path.hasPrefix(address.prefix) else {
        throw NoAnswer(
          "sends callers to `\(next.origin)\(next.origin == address.origin ? next.path : "")`, which is not followed"
        )
      }
      let target = next.path.dropFirst(address.prefix.utf8.count) + next.query
      request = ServiceRequest(method: request.method, target: String(target), headers: request.headers)
    }
    throw NoAnswer("sends callers on more than \(Self.mostRedirects) times")
  }

  // MARK: Telling

  private mutating func tell(
    _ remark: AnswerJudge.Remark, _ operation: ContractNode, _ request: ServiceRequest
  ) {
    let path = request.target.prefix { $0 != "?" }
    add(
      remark.deviation, remark.severity, operation, remark.message, location: remark.location,
      notes: ["asked for `\(request.method) \(address.origin)\(address.prefix)\(path)`; \(agreed.summary)"],
      help: remark.help)
  }

  private mutating func tellLack(_ operation: ContractNode) {
    do {
      _ = try maker.request(operation, inventing: false)
    } catch {
      tellNotTried(operation, error.reason)
    }
  }

  private mutating func tellNotTried(_ operation: ContractNode, _ reason: String) {
    add(.notTried, .info, operation, "`\(operation.key)` was not tried: \(reason)")
  }

  /// What could change something is never sent.
  private mutating func tellUnsafe(_ operations: [ContractNode]) {
    guard !operations.isEmpty else { return }
    let names = operations.map { "`\($0.key)`" }.joined(separator: ", ")
    findings.append(
      Deviation.notTried.finding(
        .info, on: api.path,
        "\(names) \(operations.count == 1 ? "was" : "were") not tried: only GET and HEAD are sent",
        at: api.nameRange))
  }

  private mutating func tellUnreachable(_ problem: NoAnswer) {
    findings = findings.filter { $0.rule != Deviation.notTried.rawValue }
    findings.append(
      Deviation.noAnswer.finding(
        .error, on: api.path, "the service at `\(address.shown)` \(problem.reason)", at: api.nameRange,
        help: ["start the service, or correct the address"]))
  }

  private mutating func add(
    _ deviation: Deviation, _ severity: Diagnostic.Severity, _ operation: ContractNode, _ message: String,
    location: [String] = [], notes: [String] = [], help: [String] = []
  ) {
    let subject = model.endpoint(of: operation.key, in: api).map { model[$0.element].path } ?? api.path
    findings.append(
      deviation.finding(
        severity, on: subject, message, at: model.range(of: operation.key, location: location, in: api),
        notes: notes,
        help: help))
  }
}
