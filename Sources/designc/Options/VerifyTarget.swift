import ArgumentParser
import DesignContract
import DesignLint
import DesignVerify

import struct DesignModel.CalendarDay
import struct DesignModel.Element
import struct DesignModel.Engine
import struct DesignModel.Model

/// What was built, where it can be asked.
struct VerifyTarget: ParsableArguments {
  @Option(
    name: .customLong("openapi"),
    help: ArgumentHelp(
      "The OpenAPI document that a service gives of itself: a file, or an address.", valueName: "file|url"),
    completion: .file())
  var document: String?

  @Option(
    help: ArgumentHelp(
      "A running service: sends it the endpoints' GET and HEAD requests and judges the answers.",
      valueName: "url"))
  var http: String?

  @Option(
    help: ArgumentHelp(
      "A header of every request, such as \"Authorization: Bearer …\"; may be repeated. It is never shown.",
      valueName: "name: value"))
  var header: [HeaderArgument] = []

  @Option(
    help: ArgumentHelp(
      "With --http: the value of the parameters of this name; may be repeated.", valueName: "name=value"))
  var value: [ValueArgument] = []

  @Option(help: ArgumentHelp("With --http: how long to wait for an answer.", valueName: "seconds"))
  var timeout = 10

  @Flag(help: "Also ask hosts other than this machine without encryption.")
  var plainHTTP = false

  @Option(help: ArgumentHelp("A SQLite database.", valueName: "file"), completion: .file())
  var sqlite: String?

  @Option(
    help: ArgumentHelp(
      "A PostgreSQL database, as postgresql://user@host/name; the password stands in PGPASSWORD or ~/.pgpass.",
      valueName: "url"))
  var postgres: String?

  /// What came of it.
  struct Result {
    var findings: [Finding] = []
    /// What was looked for.
    var checked: [Deviation] = []
    /// What the design was held against, for a line: `agreed on 2026-10-01 by Back end, Front end`.
    var summary: String
  }

  func validate() throws {
    let (apis, databases) = ([document, http].compactMap { $0 }, [sqlite, postgres].compactMap { $0 })
    guard databases.count <= 1, apis.isEmpty || databases.isEmpty else {
      throw ValidationError("name one thing that was built: an api (--openapi, --http) or a database")
    }
    if apis.isEmpty, databases.isEmpty {
      throw ValidationError(
        "name what was built: --openapi or --http for an api, --sqlite or --postgres for a database")
    }
    guard (1...300).contains(timeout) else { throw ValidationError("--timeout is from 1 to 300 seconds") }
    if !value.isEmpty, http == nil { throw ValidationError("--value goes with --http") }
    let documentAddress = try documentAddress()
    if http == nil, documentAddress == nil {
      if !header.isEmpty {
        throw ValidationError("--header goes with --http, or with the address of a document")
      }
      if plainHTTP {
        throw ValidationError("--plain-http goes with --http, or with the address of a document")
      }
    }
    _ = try serviceAddress()
    _ = try databaseURL()
  }

  /// Asks what was built and holds it against the design.
  ///
  /// - Parameter design: the paths of the design.
  func verify(
    _ element: Element, in model: Model, design: [String], _ diagnostics: DiagnosticOptions,
    _ messages: MessageOptions
  ) throws -> Result {
    let isAPI = document != nil || http != nil
    guard element.kind == (isAPI ? .api : .database) else {
      throw ValidationError(
        isAPI
          ? "'\(element.path)' is a \(element.kind.noun); --openapi and --http go with an api"
          : "'\(element.path)' is an \(element.kind.noun); --sqlite and --postgres go with a database")
    }
    return isAPI
      ? try verifyAPI(element, in: model, design, diagnostics, messages)
      : try verifyDatabase(element, in: model, messages)
  }

  // MARK: Apis

  private func documentAddress() throws -> WebAddress? {
    guard let document, document.contains("://") else { return nil }
    return try address(document, of: "--openapi")
  }

  private func serviceAddress() throws -> WebAddress? { try http.map { try address($0, of: "--http") } }

  private func address(_ text: String, of option: String) throws -> WebAddress {
    do {
      let address = try WebAddress(text)
      if option == "--http", !address.query.isEmpty {
        throw ValidationError("--http takes an address without a query; paths are put behind it")
      }
      guard address.isEncrypted || address.isLoopback || plainHTTP else {
        throw ValidationError(
          "\(option): `\(address.origin)` would be asked without encryption; write https, or add --plain-http"
        )
      }
      return address
    } catch let problem as WebAddress.Problem {
      throw ValidationError("\(option) takes an address that \(problem.reason)")
    }
  }

  private func verifyAPI(
    _ element: Element, in model: Model, _ design: [String], _ diagnostics: DiagnosticOptions,
    _ messages: MessageOptions
  ) throws -> Result {
    let agreed = try agreedForm(of: element, in: model, design)
    guard element.subtype ?? "rest" == "rest" else {
      throw ValidationError(
        "'\(element.path)' is a \(element.subtype ?? "") api; only rest apis can be verified")
    }
    var result = Result(summary: agreed.summary)
    if document != nil {
      let served = try messages.step("read the document") { try readDocument(diagnostics) }
      result.findings += DocumentComparison.findings(
        of: element, in: model, agreed: agreed, served: served, today: CalendarDay(Platform.today).description
      )
      result.checked += Deviation.ofDocuments
    }
    if let address = try serviceAddress() {
      let client = try WebClient(
        headers: [.init(name: "Accept", value: "application/json, */*;q=0.5")] + header.map(\.header),
        bounds: .init(seconds: timeout, bytes: 4 * 1024 * 1024))
      var verification = ServiceVerification(
        of: element, in: model, agreed: agreed, at: address,
        values: Dictionary(value.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }),
        hasCredentials: !header.isEmpty)
      func send(_ request: ServiceRequest, _ address: WebAddress) throws(NoAnswer) -> ServiceAnswer {
        try client.send(
          request.method, address.origin + address.prefix + request.target, request.headers,
          isLoopback: address.isLoopback)
      }
      let found: [Finding] = messages.step("asked the service") { verification.run(send) }
      result.findings += found
      result.checked += Deviation.ofAnswers
    }
    return result
  }

  private func agreedForm(of element: Element, in model: Model, _ design: [String]) throws -> AgreedForm {
    let directory = AgreementDirectory(for: design)
    let files = try directory.files()
    let own = files.first { $0.path == directory.file(of: element.path) }
    if case .failure(let problem)? = own?.content {
      Terminal.printError("designc: `\(own?.path ?? "")` \(problem.reason)\n")
      throw ExitStatus.designErrors
    }
    guard let agreed = AgreedForm(of: element, in: model, files.compactMap(\.agreement)) else {
      throw ValidationError("'\(element.path)' says nothing that could be verified")
    }
    return agreed
  }

  /// The contract of the document that a service gives of itself.
  private func readDocument(_ diagnostics: DiagnosticOptions) throws -> Contract {
    let file =
      if let address = try documentAddress() {
        try DesignFiles.fetched(address, headers: header.map(\.header))
      } else {
        try DesignFiles.documents([document ?? ""])[0]
      }
    let read = OpenAPIReader.read(file)
    let errors = read.diagnostics.filter { $0.severity == .error }
    try diagnostics.stopOnErrors(errors, in: [file], consequence: "nothing was verified")
    return read.contract
  }

  // MARK: Databases

  private func databaseURL() throws -> DatabaseURL? {
    guard let postgres else { return nil }
    do {
      return try DatabaseURL(postgres)
    } catch {
      throw ValidationError("--postgres takes a URL: \(error.reason)")
    }
  }

  private func verifyDatabase(_ element: Element, in model: Model, _ messages: MessageOptions) throws
    -> Result
  {
    let url = try databaseURL()
    let engine: BuiltDatabase.Engine = url == nil ? .sqlite : .postgresql
    // A product whose types are not known here may well speak as another.
    if let own = element.subtype, own != engine.rawValue, Engine.named(own) != nil {
      throw ValidationError("'\(element.path)' is a database of \(own), not of \(engine.rawValue)")
    }
    let built = try messages.step("read the tables") {
      try url.map(LiveDatabase.postgresql) ?? LiveDatabase.sqlite(sqlite ?? "")
    }
    return Result(
      findings: DatabaseComparison.findings(of: element, in: model, against: built),
      checked: Deviation.ofDatabases, summary: "held against the tables of the design")
  }
}

/// `Authorization: Bearer …`, as the command line has it.
struct HeaderArgument: ExpressibleByArgument {
  let header: ServiceRequest.Header

  /// Nil for what is no header (RFC 9110, section 5): a token, a colon, and a value without control characters.
  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty,
      parts[0].utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"\"(),/:;<=>?@[\\]{}".utf8.contains($0) }),
      parts[1].unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
    else { return nil }
    header = .init(name: String(parts[0]), value: String(parts[1].drop { $0 == " " }))
  }
}

/// `id=42`, as the command line has it.
struct ValueArgument: ExpressibleByArgument {
  let name: String
  let value: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
      return nil
    }
    (name, value) = (String(parts[0]), String(parts[1]))
  }
}
