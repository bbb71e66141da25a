import DesignContract
import FlyingSocks
import Foundation

/// Listens at a port and answers HTTP/1.1, one request a connection. What may be sent and how long it may take is bounded.
///
/// Only sockets come from a library: the servers at hand would bring libcurl or minutes of building into a command that is
/// asked a handful of questions.
struct LocalServer {
  /// A browser's head is far smaller.
  static let mostHeadBytes = 16_384
  static let mostBodyBytes = 1_048_576
  /// How long a request may take to arrive; browsers open connections ahead of need and leave them idle.
  static let patience = Duration.seconds(10)
  /// How long a client may take its answer; pictures of large designs have megabytes.
  static let patienceForAnswer = Duration.seconds(30)

  private let socket: Socket
  /// The names by which it may be asked; nil when anybody may ask by any name.
  private let hosts: Set<String>?
  private let seats = Seats()
  /// The one that was asked for, or that was found.
  let port: UInt16

  /// Begins to listen.
  ///
  /// - Parameters:
  ///   - host: the IPv4 address to listen at.
  ///   - port: 0 for any that is free.
  /// - Throws: `SocketError` when the port is taken or the address is none of this machine's.
  init(host: String, port: UInt16) throws {
    // Otherwise a page from elsewhere whose name is made to lead here could read what is answered.
    hosts = host.hasPrefix("127.") ? [host, "localhost"] : nil
    let address = try sockaddr_in.inet(ip4: host, port: port)
    socket = try Socket(domain: Int32(AF_INET))
    try socket.setValue(true, for: .localAddressReuse)
    try socket.bind(to: address)
    try socket.listen()
    self.port = if case .ip4(_, let found) = try socket.sockname() { found } else { port }
  }

  /// A server at the first of some ports that is free; tells why there is none, and ends the command.
  static func listening(host: String, ports: [UInt16], help: String?) throws -> LocalServer {
    var reason = ""
    for port in ports {
      do {
        return try LocalServer(host: host, port: port)
      } catch {
        reason =
          if case SocketError.failed(_, _, let message) = error { message.lowercased() } else { "\(error)" }
      }
    }
    let place = ports.count == 1 ? "\(host):\(ports[0])" : "\(host):\(ports[0])-\(ports[ports.count - 1])"
    Terminal.printError("designc: cannot answer at \(place): \(reason)\n")
    if let help { Terminal.printError("  = help: \(help)\n") }
    throw ExitStatus.inputOutput
  }

  /// Answers until the command ends.
  func run(_ answer: @escaping @Sendable (HTTPRequest) async -> MockAnswer) async throws {
    // Whoever goes away while it is answered ends nothing.
    signal(SIGPIPE, SIG_IGN)
    #if canImport(Darwin)
      let pool = SocketPool.kQueue()
    #else
      let pool = SocketPool.ePoll()
    #endif
    try await pool.prepare()
    let listening = try AsyncSocket(socket: socket, pool: pool)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      group.addTask {
        try await withThrowingDiscardingTaskGroup { connections in
          for try await connection in listening.sockets {
            connections.addTask { await self.serve(connection, answer) }
          }
        }
      }
      try await group.next()
    }
  }

  /// One request and its answer.
  private func serve(
    _ connection: AsyncSocket, _ answer: @escaping @Sendable (HTTPRequest) async -> MockAnswer
  ) async {
    defer { try? connection.close() }
    guard await seats.take() else {
      // Fits into the socket's buffer, so that nobody is waited for.
      let answer = MockAnswer.problem(MockProblem(503, "designc answers no more clients at once"))
      _ = try? connection.socket.write(Data(Self.bytes(answer)))
      return
    }
    await serveSeated(connection, answer)
    await seats.leave()
  }

  private func serveSeated(
    _ connection: AsyncSocket, _ answer: @escaping @Sendable (HTTPRequest) async -> MockAnswer
  ) async {
    let answered: MockAnswer
    var isWhole = true
    do {
      let request = try await Self.withPatience { try await Self.request(from: connection) }
      if let hosts, !hosts.contains(request.host ?? "") {
        answered = .problem(MockProblem(403, "designc answers to localhost alone"))
      } else {
        answered = await answer(request)
      }
    } catch let problem as MockProblem {
      answered = .problem(problem)
      isWhole = false
    } catch {
      // It went away.
      return
    }
    try? await Self.withPatience(Self.patienceForAnswer) {
      try await connection.write(Data(Self.bytes(answered)))
    }
    guard !isWhole else { return }
    // Closing with something unread would take the answer away from whoever still sends (RFC 9112, section 9.6).
    shutdown(connection.socket.file.rawValue, Int32(SHUT_WR))
    try? await Self.withPatience(.seconds(1)) {
      for _ in 0..<64 { _ = try await connection.read(atMost: 65_536) }
    }
  }

  private static func withPatience<T: Sendable>(
    _ patience: Duration = patience, _ work: @escaping @Sendable () async throws -> T
  ) async throws
    -> T
  {
    try await withThrowingTaskGroup(of: T.self) { group in
      group.addTask(operation: work)
      group.addTask {
        try await Task.sleep(for: patience)
        throw MockProblem(
          408, "the request took longer than \(patience.components.seconds) seconds to arrive")
      }
      defer { group.cancelAll() }
      guard let first = try await group.next() else { throw CancellationError() }
      return first
    }
  }

  // MARK: Bytes

  private static func request(from connection: AsyncSocket) async throws -> HTTPRequest {
    var bytes: [UInt8] = []
    var searched = 0
    var end: Range<Int>?
    while end == nil {
      guard bytes.count < mostHeadBytes else {
        throw MockProblem(431, "the head of the request is longer than \(mostHeadBytes) bytes")
      }
      bytes += try await connection.read(atMost: 4096)
      // The end may lie across what was read before.
      end = bytes[max(0, searched - 3)...].firstRange(of: HTTPRequest.end)
      searched = bytes.count
    }
    guard let end, var request = HTTPRequest(head: bytes[..<end.lowerBound]) else {
      throw MockProblem(400, "this is no request of HTTP/1.1")
    }
    guard let framing = request.framing else {
      throw MockProblem(400, "the head does not say clearly where the body ends")
    }
    if case .length(let length) = framing, length > mostBodyBytes { throw tooLarge }
    var body = Array(bytes[end.upperBound...])
    if request.header("expect")?.lowercased() == "100-continue" {
      try await connection.write(Data("HTTP/1.1 100 Continue\r\n\r\n".utf8))
    }
    switch framing {
    case .length(let length):
      while body.count < length {
        body += try await connection.read(atMost: min(65_536, length - body.count))
      }
      request.body = Array(body.prefix(length))
    case .chunks:
      do {
        while true {
          if let whole = try ChunkedBody.read(body) {
            request.body = whole
            break
          }
          guard body.count <= mostBodyBytes else { throw tooLarge }
          body += try await connection.read(atMost: 65_536)
        }
      } catch is ChunkedBody.Malformed {
        throw MockProblem(400, "the body is not in chunks as its head says")
      }
    }
    return request
  }

  private static var tooLarge: MockProblem {
    MockProblem(413, "the body is larger than \(mostBodyBytes) bytes")
  }

  private static func bytes(_ answer: MockAnswer) -> [UInt8] {
    var lines = ["HTTP/1.1 \(answer.status) \(HTTPStatus.phrase(answer.status))"]
    // A header ends where its line does.
    lines += answer.headers.map { header in
      "\(header.name): \(header.value.filter { !$0.isNewline && $0 != "\0" })"
    }
    if answer.status >= 200, answer.status != 204 { lines.append("Content-Length: \(answer.contentLength)") }
    lines.append("Connection: close")
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + answer.body
  }
}
