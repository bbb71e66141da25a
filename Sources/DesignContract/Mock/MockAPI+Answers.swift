/// Makes answers of what was agreed.
extension MockAPI {
  /// The answer when all goes well: the first success that is agreed on.
  func success(_ request: MockRequest, _ path: [String: String], _ operation: ContractNode) -> MockAnswer {
    let agreed = operation.answers
    guard let answer = agreed.first(where: { $0.thing == .successStatus }) ?? agreed.first else {
      return MockAnswer(204)
    }
    var page = MockPage(request, operation)
    return made(answer, MockRoute.status(answer.key, else: 200), operation) { value, shape, maker in
      page.fill(&value, shape, &maker)
      self.name(path, &value, shape, &maker)
    } headers: {
      page.links(request)
    }
  }

  /// What is asked for by a name in the path is the one with this name.
  private func name(
    _ path: [String: String], _ value: inout Document, _ shape: ContractNode, _ maker: inout ExampleMaker
  ) {
    let whole = definitions.merged(definitions.resolved(shape).node)
    for property in whole.children(.property) {
      guard let text = path[property.key], value[property.key] != nil else { continue }
      let own = definitions.merged(definitions.resolved(property).node)
      guard let named = ParameterText.value([text], own, property, definitions), maker.fits(named, property)
      else {
        continue
      }
      value = value.replacing(property.key, with: named)
    }
  }

  /// The answer that a caller would like to see.
  func preferred(_ status: String, _ operation: ContractNode) throws(MockProblem) -> MockAnswer {
    guard let code = Int(status), (100...599).contains(code), let answer = operation.answer(code) else {
      let keys = operation.answers.map { "`\($0.key)`" }.joined(separator: ", ")
      throw MockProblem(
        400,
        "`Prefer` asks for \(status), which is not agreed on here; \(keys.isEmpty ? "nothing is" : "\(keys) are")"
      )
    }
    var out = made(answer, code, operation) { value, shape, maker in
      guard code >= 400 else { return }
      self.explain(&value, shape, MockProblem(code, "as `Prefer` asks"), &maker)
    }
    out.headers.append(("Preference-Applied", "status=\(code)"))
    return out
  }

  /// The answer that is agreed on for what is wrong with a request, else one that says what.
  func refusal(_ problem: MockProblem, _ operation: ContractNode) -> MockAnswer {
    // Who has agreed on 422 for what cannot be processed means it for what is no value of a type too.
    let statuses = problem.status == 400 && operation.answer(400) == nil ? [422, 400] : [problem.status]
    guard let status = statuses.first(where: { operation.answer($0) != nil }),
      let answer = operation.answer(status), answer.child(.mediaType) != nil
    else {
      let status = statuses.first { operation.answer($0) != nil } ?? problem.status
      return .problem(
        MockProblem(status, problem.detail, parts: problem.parts, headers: problem.headers))
    }
    var out = made(answer, status, operation) { value, shape, maker in
      let own = MockProblem(status, problem.detail, parts: problem.parts)
      self.explain(&value, shape, own, &maker)
    }
    out.headers += problem.headers
    return out
  }

  /// Puts what is wrong where the agreed type has room for it.
  private func explain(
    _ value: inout Document, _ shape: ContractNode, _ problem: MockProblem, _ maker: inout ExampleMaker
  ) {
    let words = problem.document
    let said: [(String, Document?)] = [
      ("type", words["type"]), ("title", words["title"]), ("status", words["status"]),
      ("detail", words["detail"]), ("code", words["status"]), ("message", words["detail"]),
      ("error", words["title"]), ("reason", words["detail"]), ("error_description", words["detail"]),
      ("errors", words["errors"]),
    ]
    for (key, word) in said {
      guard let word, value[key] != nil else { continue }
      let explained = value.replacing(key, with: word)
      if maker.fits(explained, shape) { value = explained }
    }
  }

  /// An answer with an example of its type.
  ///
  /// - Parameter change: what of the example follows from the request.
  private func made(
    _ answer: ContractNode, _ status: Int, _ operation: ContractNode,
    _ change: (inout Document, ContractNode, inout ExampleMaker) -> Void,
    headers: () -> [(name: String, value: String)] = { [] }
  ) -> MockAnswer {
    var out = MockAnswer(status)
    var maker = ExampleMaker(definitions, direction: .response)
    let all = answer.children(.mediaType)
    if let media = all.first(where: { $0.key.contains("json") }) ?? all.first {
      let shape = media.child(.body) ?? ContractNode(.body)
      var value = media.text(.example).map(Document.json) ?? maker.example(of: shape)
      change(&value, shape, &maker)
      let type = media.key.contains("*") ? "application/octet-stream" : media.key
      out.headers.append(("Content-Type", type))
      let isJSON = media.key.contains("json") || value.text == nil
      out.body = Array((isJSON ? DocumentWriter.json(value) : value.text ?? "").utf8)
    }
    for header in answer.children(.header) {
      let value =
        header.text(.example).map(Document.json) ?? header.child(.body).map { maker.example(of: $0) }
      out.headers.append((header.key, value?.word ?? "text"))
    }
    if operation.has(.deprecated), let day = operation.text(.sunset) {
      // RFC 8594 asks for the date as HTTP writes it.
      out.headers.append(("Sunset", HTTPDate.text(day) ?? day))
    }
    out.headers += headers()
    return out
  }
}

extension MockRoute {
  /// The number of a status that may stand for many.
  static func status(_ key: String, else usual: Int) -> Int {
    Int(key) ?? key.first?.wholeNumberValue.map { $0 * 100 } ?? usual
  }
}

extension ContractNode {
  /// Of an operation, what is answered.
  fileprivate var answers: [ContractNode] {
    children.filter { $0.thing == .successStatus || $0.thing == .errorStatus }
  }

  /// Of an operation, what is agreed on for a status: itself, its class, or what stands for all others.
  fileprivate func answer(_ status: Int) -> ContractNode? {
    let keys = ["\(status)", "\(status / 100)XX", "default"]
    return keys.lazy.compactMap { key in answers.first { $0.key == key } }.first
  }
}

/// Days as HTTP writes them (RFC 9110, section 5.6.7).
enum HTTPDate {
  /// `2027-06-30` → `Wed, 30 Jun 2027 00:00:00 GMT`; nil for what is no day.
  static func text(_ day: String) -> String? {
    guard day.isDay else { return nil }
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    // Zeller's congruence, with the year beginning in March.
    let (year, month) = parts[1] < 3 ? (parts[0] - 1, parts[1] + 12) : (parts[0], parts[1])
    let index = (parts[2] + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400) % 7
    let weekday = ["Sat", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri"][index]
    return "\(weekday), \(day.suffix(2)) \(names[parts[1] - 1]) \(day.prefix(4)) 00:00:00 GMT"
  }
}
