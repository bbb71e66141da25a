import DesignSite
import FlyingFox
import FlyingSocks
import Foundation

/// Answers browsers. It reads no file: all it can give is the page and what the preview holds.
struct PreviewServer {
  private let server: HTTPServer
  /// The names by which it may be asked; nil when anybody may ask by any name.
  private let hosts: Set<String>?
  private let preview: Preview
  let port: UInt16

  /// - Parameter host: the address to listen on, as numbers.
  init(host: String, port: UInt16, preview: Preview) throws {
    self.port = port
    self.preview = preview
    let isLoopback = host.hasPrefix("127.")
    // Otherwise a page from elsewhere whose name is made to lead here could read the design.
    hosts = isLoopback ? [host, "localhost"] : nil
    server = HTTPServer(address: try .inet(ip4: host, port: port), timeout: 60, logger: .disabled)
  }

  /// Begins to listen.
  ///
  /// - Returns: what runs until the command ends.
  /// - Throws: when the port is taken.
  func start() async throws -> Task<Void, any Error> {
    await server.appendRoute("*") { request in await self.answer(request) }
    let task = Task { try await server.run() }
    do {
      try await server.waitUntilListening()
    } catch {
      // What kept it from listening says more than that it does not.
      try await task.value
      throw error
    }
    return task
  }

  private func answer(_ request: HTTPRequest) async -> HTTPResponse {
    let host = request.headers[.host]?.split(separator: ":").first.map(String.init)
    guard hosts.map({ $0.contains(host ?? "") }) ?? true else {
      return Self.response(
        .forbidden, "text/plain", "This is designc's preview; it answers to localhost alone.\n")
    }
    guard request.method == .GET || request.method == .HEAD else {
      return Self.response(.methodNotAllowed, "text/plain", "")
    }
    switch request.path {
    case "/": return Self.response(.ok, "text/html", LivePage.html)
    case "/live.css": return Self.response(.ok, "text/css", LivePage.css)
    case "/live.js": return Self.response(.ok, "text/javascript", LivePage.js)
    case "/state":
      let version = request.query["after"].flatMap { Int($0) } ?? 0
      let state = await preview.state(after: version)
      let json = (try? JSONEncoder().encode(state)) ?? Data()
      return Self.response(.ok, "application/json", String(decoding: json, as: UTF8.self))
    default:
      if request.path.hasPrefix("/pictures/"), request.path.hasSuffix(".svg") {
        let name = request.path.dropFirst("/pictures/".count).dropLast(".svg".count)
        if let svg = await preview.picture(name.removingPercentEncoding ?? String(name)) {
          return Self.response(.ok, "image/svg+xml", String(decoding: svg, as: UTF8.self))
        }
      }
      return Self.response(.notFound, "text/plain", "There is nothing here.\n")
    }
  }

  private static func response(_ status: HTTPStatusCode, _ type: String, _ text: String) -> HTTPResponse {
    HTTPResponse(
      statusCode: status,
      headers: [
        .contentType: "\(type); charset=utf-8", HTTPHeader("Cache-Control"): "no-store",
        HTTPHeader("X-Content-Type-Options"): "nosniff",
        HTTPHeader("Content-Security-Policy"):
          "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'",
      ],
      body: Data(text.utf8))
  }
}
