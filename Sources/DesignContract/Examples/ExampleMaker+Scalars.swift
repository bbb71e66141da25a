/// Texts and numbers: of several that come to mind, the first that fits.
extension ExampleMaker {
  mutating func text(_ shape: ContractNode, name: String) -> Document {
    let length = (least: shape.count(.minLength) ?? 0, most: shape.count(.maxLength) ?? .max)
    var candidates: [String] = []
    if let format = shape.text(.format), let text = Self.text(ofFormat: format, number) {
      candidates.append(text)
    }
    if shape.text(.contentEncoding) == "base64" { candidates.append("aGVsbG8=") }
    candidates += Self.texts(called: name)
    let plain = number == 0 ? "text" : "text \(number + 1)"
    candidates += [plain, Self.sized(plain, length)]
    if let pattern = shape.text(.pattern), let parsed = PatternText(pattern) {
      // What is repeated is repeated more often until it is long enough.
      let repeats = Array(0...8) + Array(max(0, length.least - 8)...length.least)
      candidates = repeats.map { parsed.text(repeats: min($0, 1000), number) } + candidates
    }
    let documents = candidates.map(Document.text)
    return documents.first { fits($0, shape) } ?? documents[0]
  }

  /// A text as long as it must be, and no longer than it may be.
  private static func sized(_ text: String, _ length: (least: Int, most: Int)) -> String {
    var out = text
    while out.unicodeScalars.count < min(length.least, 10_000) { out += " \(text)" }
    let size = max(min(length.least, 10_000), min(text.unicodeScalars.count, length.most))
    out = String(String.UnicodeScalarView(out.unicodeScalars.prefix(max(size, 0))))
    // No space at the end, which people overlook.
    return out.hasSuffix(" ") ? String(out.dropLast()) + "t" : out
  }

  private static func texts(called name: String) -> [String] {
    switch name.lowercased() {
    case "currency": ["EUR"]
    case "country", "country_code": ["DE"]
    case "language", "locale": ["en"]
    default: []
    }
  }

  /// Names and addresses of documentation: RFC 2606 (example.com), RFC 5737 (192.0.2.0/24), RFC 3849 (2001:db8::/32); the
  /// UUID is the one of RFC 9562's namespaces, but for its last digits.
  private static func text(ofFormat format: String, _ number: Int) -> String? {
    switch format {
    case "uuid": "7d444840-9dc0-11d1-b245-5ffdce74f\(padded(0xad2 + number))"
    case "date": "2026-01-\(two(31 - number % 28))"
    case "date-time": "2026-01-\(two(31 - number % 28))T09:30:00Z"
    case "time": "09:30:00Z"
    case "duration": "PT15M"
    case "email", "idn-email": number == 0 ? "person@example.com" : "person\(number + 1)@example.com"
    case "uri", "iri", "url": number == 0 ? "https://example.com/" : "https://example.com/\(number + 1)"
    case "uri-reference", "iri-reference": "/"
    case "uri-template": "/{id}"
    case "hostname", "idn-hostname": "example.com"
    case "ipv4": "192.0.2.\(number % 254 + 1)"
    case "ipv6": "2001:db8::\(String(number % 65_535 + 1, radix: 16))"
    case "byte", "binary": "aGVsbG8="
    case "json-pointer": "/text"
    case "regex": "^text$"
    default: nil
    }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Three digits of sixteen.
  private static func padded(_ number: Int) -> String {
    let digits = String(number % 4096, radix: 16)
    return String(repeating: "0", count: 3 - digits.count) + digits
  }

  mutating func number(_ shape: ContractNode) -> Document {
    let isWhole = shape.text(.type)?.split(separator: " ").first == "integer"
    func bound(_ attribute: Attribute) -> Number? {
      if case .number(let number)? = shape[attribute] { number } else { nil }
    }
    let step = bound(.multipleOf)
    var candidates =
      isWhole ? [Number(1 + number)] : [Number("12.5")].compactMap { $0?.adding(Number(number)) }
    candidates += [Number(1 + number), Number(1), Number(0)]
    for low in [bound(.minimum), bound(.exclusiveMinimum)].compactMap({ $0 }) {
      candidates += [low.adding(Number(number)), low, low.adding(Number(1))]
      if let step { candidates += [low.multiple(of: step), low.multiple(of: step).adding(step)] }
    }
    for high in [bound(.maximum), bound(.exclusiveMaximum)].compactMap({ $0 }) {
      candidates += [high, high.adding(-Number(1))]
      if let step { candidates += [high.multiple(of: step).adding(-step)] }
    }
    if let low = bound(.exclusiveMinimum) ?? bound(.minimum),
      let high = bound(.exclusiveMaximum) ?? bound(.maximum)
    {
      candidates.append(low.middle(high))
    }
    if let step { candidates.insert(step, at: 0) }
    let documents = candidates.map(Document.number)
    return documents.first { fits($0, shape) } ?? documents[0]
  }
}
