import DesignContract
import DesignSite
import Foundation

/// Answers browsers. It reads no file: all it can give is the page and what the preview holds.
struct PreviewServer {
  let preview: Preview

  func answer(_ request: HTTPRequest) async -> MockAnswer {
    guard request.method == "GET" else {
      return Self.answer(405, "text/plain", "", [("Allow", "GET")])
    }
    switch request.path {
    case "/": return Self.answer(200, "text/html", LivePage.html)
    case "/live.css": return Self.answer(200, "text/css", LivePage.css)
    case "/live.js": return Self.answer(200, "text/javascript", LivePage.js)
    case "/state":
      let state = await preview.state(after: request.query("after").flatMap { Int($0) } ?? 0)
      guard let json = try? JSONEncoder().encode(state) else { break }
      return Self.answer(200, "application/json", [UInt8](json))
    default:
      guard request.path.hasPrefix("/pictures/"), request.path.hasSuffix(".svg") else { break }
      let name = request.path.dropFirst("/pictures/".count).dropLast(".svg".count)
      guard let svg = await preview.picture(name.removingPercentEncoding ?? String(name)) else { break }
      return Self.answer(200, "image/svg+xml", svg)
    }
    return Self.answer(404, "text/plain", "There is nothing here.\n")
  }

  private static func answer(
    _ status: Int, _ type: String, _ text: String, _ further: [(name: String, value: String)] = []
  ) -> MockAnswer {
    answer(status, type, Array(text.utf8), further)
  }

  private static func answer(
    _ status: Int, _ type: String, _ body: [UInt8], _ further: [(name: String, value: String)] = []
  ) -> MockAnswer {
    MockAnswer(
      status,
      further + [
        ("Content-Type", "\(type); charset=utf-8"), ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        (
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'"
        ),
      ], body: body)
  }
}
