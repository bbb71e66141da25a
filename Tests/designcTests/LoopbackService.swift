import Foundation
import TestSupport

/// A service on loopback with answers of a test's choice; it ends with the value that holds it.
final class LoopbackService: Sendable {
  /// An answer to one method and path.
  struct Route: Encodable {
    var status = 200
    var type: String? = "application/json"
    var body = ""
    var location: String?
    /// What a request must bear; else it is answered with 401.
    var headers: [String: String]?
    /// `endless`, `slow` or `hang-up`.
    var conduct: String?
  }

  /// `http://127.0.0.1:PORT`
  let address: String
  private let requests: URL
  private let input: Pipe
  private let process: Process

  static let isAvailable = PeerTests.tool("python3") != nil && PeerTests.tool("curl") != nil
  static let remedy = "Debian's packages python3 and curl are not installed"

  /// - Parameter routes: by method and path: `GET /items`.
  init(_ routes: [String: Route], in command: Command) throws {
    let name = UUID().uuidString
    try command.write("\(name).json", [UInt8](try JSONEncoder().encode(routes)))
    requests = command.folder.appending(path: "\(name).log")
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [
      TestFiles.root.appending(path: "Tests/designcTests/Tools/service.py").path(percentEncoded: false),
      command.folder.appending(path: "\(name).json").path(percentEncoded: false),
      requests.path(percentEncoded: false),
    ]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let port = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    address = "http://127.0.0.1:\(port.filter(\.isNumber))"
    (self.input, self.process) = (input, process)
  }

  /// What was asked so far: method and path of each.
  var asked: [String] {
    let text = (try? String(contentsOf: requests, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }

  deinit { try? input.fileHandleForWriting.close() }
}
