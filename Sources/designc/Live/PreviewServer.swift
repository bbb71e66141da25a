import DesignSite
import FlyingSocks
import Foundation

/// Answers browsers. It reads no file: all it can give is the page and what the preview holds.
///
/// Only sockets come from a library: the servers at hand would bring libcurl or minutes of building into a command that is
/// asked a handful of questions by its own page.
struct PreviewServer {
  private let socket: Socket
  /// The names by which it may be asked; nil when anybody may ask by any name.
  private let hosts: Set<String>?
  private let preview: Preview
  private let seats = ConnectionLimits.Seats()
  let port: UInt16

  /// Begins to listen.
  ///
  /// - Parameter host: the IPv4 address to listen at.
  /// - Throws: `SocketError` when the port is taken or the address is none of this machine's.
  init(host: String, port: UInt16, preview: Preview) throws {
    self.port = port
    self.preview = preview
    // Otherwise a page from elsewhere whose name is made to lead here could read the design.
    hosts = host.hasPrefix("127.") ? [host, "localhost"] : nil
    let address = try sockaddr_in.inet(ip4: host, port: port)
    socket = try Socket(domain: Int32(AF_INET))
    try socket.setValue(true, for: .localAddressReuse)
    try socket.bind(to: address)
    try socket.listen()
  }

  /// Answers until the command ends.
  func run() async throws {
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
            connections.addTask { await self.serve(connection) }
          }
        }
      }
      try await group.next()
    }
  }

  /// One request and its answer.
  private func serve(_ connection: AsyncSocket) async {
    defer { try? connection.close() }
    guard await seats.take() else {
      // Fits into the socket's buffer, so that nobody is waited for.
      _ = try? connection.socket.write(
        Data(Self.answer("503 Service Unavailable", "text/plain", "Too many connections.\n")))
      return
    }
    do {
      let head = try await ConnectionLimits.within(ConnectionLimits.request) {
        var bytes: [UInt8] = []
        while !bytes.suffix(4).elementsEqual(RequestHead.end), bytes.count < RequestHead.mostBytes {
          bytes += try await connection.read(atMost: 4096)
        }
        return bytes
      }
      let isWhole = head.suffix(4).elementsEqual(RequestHead.end)
      let answer = Data(await answer(isWhole ? RequestHead(head) : nil))
      try await ConnectionLimits.within(ConnectionLimits.answer) { try await connection.write(answer) }
    } catch {
      // It went away, or took too long.
    }
    await seats.leave()
  }

  private func answer(_ request: RequestHead?) async -> [UInt8] {
    guard let request else { return Self.answer("400 Bad Request", "text/plain", "") }
    guard hosts.map({ $0.contains(request.host ?? "") }) ?? true else {
      return Self.answer(
        "403 Forbidden", "text/plain", "This is designc's preview; it answers to localhost alone.\n")
    }
    guard request.method == "GET" else { return Self.answer("405 Method Not Allowed", "text/plain", "") }
    switch request.path {
    case "/": return Self.answer("200 OK", "text/html", LivePage.html)
    case "/live.css": return Self.answer("200 OK", "text/css", LivePage.css)
    case "/live.js": return Self.answer("200 OK", "text/javascript", LivePage.js)
    case "/state":
      let state = await preview.state(after: request.query("after").flatMap { Int($0) } ?? 0)
      guard let json = try? JSONEncoder().encode(state) else { break }
      return Self.answer("200 OK", "application/json", [UInt8](json))
    default:
      guard request.path.hasPrefix("/pictures/"), request.path.hasSuffix(".svg") else { break }
      let name = request.path.dropFirst("/pictures/".count).dropLast(".svg".count)
      guard let svg = await preview.picture(name.removingPercentEncoding ?? String(name)) else { break }
      return Self.answer("200 OK", "image/svg+xml", svg)
    }
    return Self.answer("404 Not Found", "text/plain", "There is nothing here.\n")
  }

  private static func answer(_ status: String, _ type: String, _ text: String) -> [UInt8] {
    answer(status, type, Array(text.utf8))
  }

  private static func answer(_ status: String, _ type: String, _ body: [UInt8]) -> [UInt8] {
    let lines = [
      "HTTP/1.1 \(status)", "Content-Type: \(type); charset=utf-8", "Content-Length: \(body.count)",
      "Connection: close", "Cache-Control: no-store", "X-Content-Type-Options: nosniff",
      "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data:; connect-src 'self'",
    ]
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
  }
}
