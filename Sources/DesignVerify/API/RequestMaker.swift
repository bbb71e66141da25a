import DesignContract

/// Makes the requests of endpoints, with values for their parameters.
struct RequestMaker {
  /// Named by whoever runs the command.
  let values: [String: String]
  /// What lists have answered, by the path that was asked for: `/api/products`.
  var lists: [String: Document] = [:]

  /// Why there is no request yet, as the end of a sentence.
  struct Lack: Error {
    let reason: String
    /// The list whose answer may have the value.
    let list: String?
  }

  /// The request of an operation.
  ///
  /// - Parameter invents: whether a path may be asked for with a value that only fits its type.
  func request(_ operation: ContractNode, inventing invents: Bool) throws(Lack) -> ServiceRequest {
    let words = operation.key.split(separator: " ", maxSplits: 1).map(String.init)
    var path = ""
    var template = words.count > 1 ? words[1][...] : ""
    while let open = template.firstIndex(of: "{"), let close = template[open...].firstIndex(of: "}") {
      path += template[..<open]
      let name = String(template[template.index(after: open)..<close])
      path += Self.encoded(try value(ofPathParameter: name, behind: path, operation, invents))
      template = template[template.index(after: close)...]
    }
    path += template
    var query: [String] = []
    var headers: [ServiceRequest.Header] = []
    var cookies: [String] = []
    for parameter in operation.children(.parameter) {
      let parts = parameter.key.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2, parts[0] != "path" else { continue }
      let name = parameter.text(.name) ?? parts[1]
      guard let value = values[name] ?? (parameter.has(.required) ? Self.stated(parameter) : nil) else {
        guard parameter.has(.required) else { continue }
        throw Lack(reason: Self.lacking("the \(parts[0]) parameter", name), list: nil)
      }
      switch parts[0] {
      case "query": query.append("\(Self.encoded(name))=\(Self.encoded(value))")
      case "header": headers.append(.init(name: name, value: value))
      default: cookies.append("\(name)=\(Self.encoded(value))")
      }
    }
    if !cookies.isEmpty { headers.append(.init(name: "Cookie", value: cookies.joined(separator: "; "))) }
    let tail = query.isEmpty ? "" : "?\(query.joined(separator: "&"))"
    return ServiceRequest(method: words[0], target: path + tail, headers: headers)
  }

  private static func lacking(_ what: String, _ name: String) -> String {
    "\(what) `\(name)` has no default or example; give one with --value \(name)=…"
  }

  /// - Parameter path: what stands before it, with values.
  private func value(
    ofPathParameter name: String, behind path: String, _ operation: ContractNode, _ invents: Bool
  )
    throws(Lack) -> String
  {
    let parameter = operation.children(.parameter).first { $0.key == "path \(name)" }
    if let value = values[name] ?? parameter.flatMap(Self.stated) { return value }
    let list = path.hasSuffix("/") ? String(path.dropLast()) : path
    if let answer = lists[list] {
      if let found = Self.find(name, in: answer) { return found }
      if !invents {
        throw Lack(
          reason:
            "the answer of `GET \(list)` has nothing that could be `\(name)`; give one with --value \(name)=…",
          list: list)
      }
    }
    if invents, let parameter, let invented = Self.invented(parameter) { return invented }
    throw Lack(reason: Self.lacking("the path parameter", name), list: list)
  }

  /// An example, a default, or the first of the values that there are.
  private static func stated(_ parameter: ContractNode) -> String? {
    let shape = parameter.child(.body)
    let content = parameter.child(.mediaType)
    let text =
      parameter.text(.example) ?? shape?.text(.example) ?? content?.text(.example) ?? shape?.text(
        .defaultValue)
      ?? shape?.child(.enumeration)?.children.first?.key
    return text.flatMap { (try? JSONReader.read(Array($0.utf8)))?.word ?? $0 }
  }

  /// A value that fits the type and names nothing: that it is not found is answered too.
  private static func invented(_ parameter: ContractNode) -> String? {
    guard let shape = parameter.child(.body) else { return nil }
    switch (shape.text(.type), shape.text(.format)) {
    case ("string", "uuid"): return "00000000-0000-4000-8000-000000000000"
    case ("integer", _):
      if case .number(let number)? = shape[.minimum] { return number.description }
      return "1"
    default: return nil
    }
  }

  // MARK: Values from lists

  /// The property of the first item of a list that is called like a parameter, or that is its `id` when the parameter is
  /// one: `id` of a product is `product_id` elsewhere.
  private static func find(_ name: String, in answer: Document) -> String? {
    let list =
      answer.items.isEmpty ? answer.entries.lazy.map(\.value.items).first { !$0.isEmpty } ?? [] : answer.items
    guard let item = list.first else { return nil }
    let small = name.lowercased().filter { $0 != "_" && $0 != "-" }
    func property(_ wanted: String) -> String? {
      item.entries.first { $0.key.lowercased().filter { $0 != "_" && $0 != "-" } == wanted }?.value.word
    }
    return property(small) ?? (small.hasSuffix("id") ? property("id") : nil)
  }

  /// With all but the characters that never have a meaning written as `%` and two digits (RFC 3986, section 2.3).
  static func encoded(_ text: String) -> String {
    text.utf8.reduce(into: "") { out, byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "-._~".utf8.contains(byte)
      out +=
        isPlain
        ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16).uppercased()
    }
  }
}
