import DesignContract
import DesignVerify

/// Asks services, by curl: it knows every certificate and proxy of the machine.
struct WebClient {
  /// Sent with every request. They are secret: no command line and no message ever holds them.
  let headers: [ServiceRequest.Header]
  let bounds: Program.Bounds
  private let program: String

  /// - Throws: after saying so, when there is no curl.
  init(headers: [ServiceRequest.Header], bounds: Program.Bounds) throws {
    guard let program = Program.path(of: "curl") else {
      Terminal.printError(
        """
        designc: services are asked by curl, which is not installed
          = help: install it: `apt install curl`, `brew install curl`

        """)
      throw ExitStatus.inputOutput
    }
    self.program = program
    self.headers = headers
    self.bounds = bounds
  }

  /// Sends one request and follows nothing.
  func send(_ method: String, _ url: String, _ further: [ServiceRequest.Header], isLoopback: Bool)
    throws(NoAnswer) -> ServiceAnswer
  {
    var lines = ["url = \(Self.quoted(url))"]
    for header in headers + further {
      lines.append("header = \(Self.quoted("\(header.name): \(header.value)"))")
    }
    // What stands in ~/.curlrc would change what is sent.
    var arguments = [
      "--disable", "--config", "-", "--silent", "--globoff", "--path-as-is", "--proto", "=http,https",
      "--connect-timeout", "5", "--max-time", "\(bounds.seconds)", "--max-filesize", "\(bounds.bytes)",
      "--user-agent", "designc/\(Designc.version)", "--output", "-", "--write-out", "%{stderr}%{json}",
    ]
    if method == "HEAD" { arguments.append("--head") }
    if isLoopback { arguments += ["--noproxy", "*"] }
    let answer: Program.Answer
    do {
      // curl keeps its own time, and may not.
      answer = try Program.run(
        program, arguments, input: Array(lines.joined(separator: "\n").utf8),
        bounds: .init(seconds: bounds.seconds + 5, bytes: bounds.bytes))
    } catch {
      throw NoAnswer("cannot be asked: curl does not start: \(DesignFiles.reason(error))", isFinal: true)
    }
    return try read(answer)
  }

  private func read(_ answer: Program.Answer) throws(NoAnswer) -> ServiceAnswer {
    let tooLong = NoAnswer("does not answer within \(bounds.seconds) seconds", isSilence: true)
    switch answer.broken {
    case .tooLong: throw tooLong
    case .tooMuch: throw tooMuch
    case nil: break
    }
    guard let said = try? JSONReader.read(Array(answer.error.utf8)) else {
      throw NoAnswer("cannot be asked: curl 7.70 or newer is needed", isFinal: true)
    }
    // Codes of curl's manual, section EXIT CODES.
    switch answer.status {
    case 0: break
    case 28: throw tooLong
    case 63: throw tooMuch
    case 5, 6, 7, 35, 51, 58, 60, 77:
      throw NoAnswer(
        "cannot be reached: \(said["errormsg"]?.text ?? "error \(answer.status)")", isFinal: true)
    default: throw NoAnswer("gives no whole answer: \(said["errormsg"]?.text ?? "error \(answer.status)")")
    }
    return ServiceAnswer(
      status: said["http_code"]?.number?.int ?? 0, contentType: said["content_type"]?.text,
      location: said["redirect_url"]?.text.flatMap { $0.isEmpty ? nil : $0 }, body: answer.output)
  }

  private var tooMuch: NoAnswer {
    NoAnswer("answers with more than \(bounds.bytes / 1_048_576) MiB")
  }

  /// A value of curl's configuration.
  private static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}
