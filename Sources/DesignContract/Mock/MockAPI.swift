/// Answers the operations of a contract with examples that fit its types. It has no clock and no memory: the same request
/// always has the same answer.
package struct MockAPI: Sendable {
  /// Which origins browsers may ask from.
  package struct Sharing: Sendable {
    let origins: [String]
    let allowsCredentials: Bool

    /// - Parameter origins: as `https://shop.example`; `*` stands for all.
    package init(origins: [String], allowsCredentials: Bool) {
      self.origins = origins
      self.allowsCredentials = allowsCredentials
    }
  }

  let contract: Contract
  let definitions: [String: ContractNode]
  let schemes: [String: ContractNode]
  /// What the api is called, for those who must sign in to it.
  let name: String
  let sharing: Sharing?
  private let routes: [MockRoute]

  /// - Parameters:
  ///   - name: the path of the api in the design.
  ///   - sharing: nil when the design says nothing of other origins, so that browsers ask from none.
  package init(_ contract: Contract, name: String, sharing: Sharing?) {
    self.contract = contract
    self.name = name
    self.sharing = sharing
    definitions = contract.definitions
    schemes = Dictionary(
      contract.root.children(.securityScheme).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    routes = contract.root.children(.operation).compactMap(MockRoute.init)
  }

  /// What it answers, as `GET /products`, in the order of the contract.
  package var operations: [String] { routes.map(\.operation.key) }

  /// The answer to a request.
  package func answer(_ request: MockRequest) -> MockAnswer {
    var answer = plainAnswer(request)
    share(request, &answer)
    answer.contentLength = answer.body.count
    // RFC 9110, sections 9.3.2, 15.3.5 and 15.4.5.
    if request.method == "HEAD" || answer.status == 204 || answer.status == 304 { answer.body = [] }
    return answer
  }

  private func plainAnswer(_ request: MockRequest) -> MockAnswer {
    let found = routes.compactMap { route in route.values(request.path).map { (route, $0) } }
    // A path that is written out goes before one with a parameter in its place.
    let best = found.map(\.0.rank).max { $0.lexicographicallyPrecedes($1) } ?? []
    let fitting = found.filter { $0.0.rank == best }
    guard !fitting.isEmpty else {
      return .problem(MockProblem(404, "nothing is agreed on at \(request.path)"))
    }
    var methods = Set(fitting.map(\.0.method))
    if methods.contains("GET") { methods.insert("HEAD") }
    methods.insert("OPTIONS")
    let allowed = methods.sorted().joined(separator: ", ")
    let chosen =
      fitting.first { $0.0.method == request.method }
      ?? (request.method == "HEAD" ? fitting.first { $0.0.method == "GET" } : nil)
    guard let (route, values) = chosen else {
      if request.method == "OPTIONS" { return preflight(request, allowed) }
      return .problem(
        MockProblem(
          405, "\(request.method) is not agreed on here; \(allowed) are", headers: [("Allow", allowed)]))
    }
    do throws(MockProblem) {
      if let status = request.preferredStatus { return try preferred(status, route.operation) }
      try checkAuthentication(request, route.operation)
      try check(request, values, route.operation)
      return success(request, values, route.operation)
    } catch {
      return refusal(error, route.operation)
    }
  }

  // MARK: Other origins

  private func preflight(_ request: MockRequest, _ allowed: String) -> MockAnswer {
    var answer = MockAnswer(204, [("Allow", allowed)])
    // As browsers ask before the request itself (the Fetch standard, section 3.2.2).
    if origin(of: request) != nil, request.header("access-control-request-method") != nil {
      answer.headers.append(("Access-Control-Allow-Methods", allowed))
      if let names = request.header("access-control-request-headers") {
        answer.headers.append(("Access-Control-Allow-Headers", names))
      }
    }
    return answer
  }

  private func origin(of request: MockRequest) -> String? {
    guard let sharing, let origin = request.header("origin") else { return nil }
    return sharing.origins.contains("*") || sharing.origins.contains(origin) ? origin : nil
  }

  private func share(_ request: MockRequest, _ answer: inout MockAnswer) {
    guard let sharing else { return }
    if let origin = origin(of: request) {
      // With credentials browsers ask for the origin's own name.
      let isAny = sharing.origins.contains("*") && !sharing.allowsCredentials
      answer.headers.append(("Access-Control-Allow-Origin", isAny ? "*" : origin))
      if sharing.allowsCredentials { answer.headers.append(("Access-Control-Allow-Credentials", "true")) }
      answer.headers.append(("Access-Control-Expose-Headers", "Link, Preference-Applied, Sunset"))
    }
    answer.headers.append(("Vary", "Origin"))
  }
}

/// A path that is answered, with the operation.
struct MockRoute: Sendable {
  let operation: ContractNode
  let method: String
  private let segments: [[Piece]]

  private enum Piece: Hashable {
    case text(String)
    case parameter(String)
  }

  /// Nil for what has no method and path.
  init?(_ operation: ContractNode) {
    let words = operation.key.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2, words[1].hasPrefix("/") else { return nil }
    self.operation = operation
    method = words[0]
    segments = Self.split(words[1]).map(Self.pieces)
  }

  private static func split(_ path: String) -> [String] {
    path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
  }

  private static func pieces(_ segment: String) -> [Piece] {
    var out: [Piece] = []
    var rest = segment[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { out.append(.text(String(rest[..<open]))) }
      out.append(.parameter(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty || out.isEmpty { out.append(.text(String(rest))) }
    return out
  }

  /// For each segment, whether it is written out.
  var rank: [Int] {
    segments.map { pieces in
      pieces.contains { if case .parameter = $0 { true } else { false } } ? (pieces.count > 1 ? 1 : 0) : 2
    }
  }

  /// The parameters of a path that is this one; nil for another.
  func values(_ path: String) -> [String: String]? {
    let parts = Self.split(path)
    guard parts.count == segments.count else { return nil }
    var out: [String: String] = [:]
    for (part, pieces) in zip(parts, segments) {
      guard Self.match(PercentCoding.decoded(part)[...], pieces[...], &out) else { return nil }
    }
    return out
  }

  private static func match(_ text: Substring, _ pieces: ArraySlice<Piece>, _ out: inout [String: String])
    -> Bool
  {
    guard let piece = pieces.first else { return text.isEmpty }
    switch piece {
    case .text(let word):
      return text.hasPrefix(word) && match(text.dropFirst(word.count), pieces.dropFirst(), &out)
    case .parameter(let name):
      guard case .text(let next)? = pieces.dropFirst().first else {
        out[name] = String(text)
        return !text.isEmpty && pieces.count == 1
      }
      guard let found = text.dropFirst().firstRange(of: next) else { return false }
      out[name] = String(text[..<found.lowerBound])
      return match(text[found.lowerBound...], pieces.dropFirst(), &out)
    }
  }
}

extension MockRequest {
  /// The status that the caller would like to see, as `Prefer: status=404` (RFC 7240) or `Prefer: code=404`.
  var preferredStatus: String? {
    for preference in (header("prefer") ?? "").split(whereSeparator: { $0 == "," || $0 == ";" }) {
      let sides = preference.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " && $0 != "\"" } }
      if sides.count == 2, ["status", "code"].contains(sides[0].lowercased()) { return String(sides[1]) }
    }
    return nil
  }
}
