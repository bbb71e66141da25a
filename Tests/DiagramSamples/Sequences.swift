package import DesignDiagram

/// A sequence with a name for files and messages.
package struct SequenceSample: Sendable {
  /// The name, fit for a file.
  package let name: String
  /// The sequence.
  package let sequence: SequenceDiagram

  /// Every sample, small ones first.
  package static let all: [SequenceSample] = [
    SequenceSample(name: "sequence-empty", sequence: SequenceDiagram(title: "Nothing yet")),
    SequenceSample(name: "sequence-small", sequence: .small),
    SequenceSample(name: "sequence-nested", sequence: .nested),
    SequenceSample(name: "sequence-hostile", sequence: .hostile),
  ]
}

extension SequenceDiagram {
  /// Three messages.
  static let small = SequenceDiagram(
    title: "Online shop", subtitle: "Flow · Sign-in",
    participants: [
      Node(id: "customer", glyph: .person, title: "Customer"),
      Node(id: "web", glyph: .web, title: "Storefront", technology: "React"),
      Node(id: "accounts", glyph: .service, title: "Accounts", technology: "Kotlin"),
    ],
    steps: [
      message(1, "customer", "web", .call, "Enters name and password"),
      message(2, "web", "accounts", .call, "POST /sessions"),
      message(3, "accounts", "web", .reply, "201"),
    ])

  /// Forty-odd messages of every style in frames within frames, with messages to oneself, notes and empty sections.
  static let nested: SequenceDiagram = {
    let kinds: [(String, Glyph, String)] = [
      ("customer", .person, ""), ("web", .web, "Next.js 15"), ("gateway", .gateway, "Envoy 1.32"),
      ("orders", .service, "Kotlin 2"), ("orders-db", .database, "postgresql 17"),
      ("events", .broker, "kafka 4.0"),
      ("payments", .service, "Kotlin 2"), ("provider", .system, ""), ("mailer", .worker, "Go 1.25"),
    ]
    let styles: [Edge.Style] = [.call, .reply, .event, .read, .write]
    var number = 0
    /// Messages between participants that are apart by different distances, to both sides and to themselves.
    func some(_ count: Int) -> [Step] {
      (0..<count).map { _ in
        number += 1
        let source = number * 5 % kinds.count
        let target = number % 7 == 0 ? source : (source + number * 4 + 1) % kinds.count
        let texts = [
          "POST /orders/{orderId}/lines/{line}", "Asks", "order_placed", "Looks whether it is still there",
        ]
        let detail = number % 5 == 0 ? ["writes order"] : []
        return .message(
          Edge(
            id: "m\(number)", from: kinds[source].0, to: kinds[target].0, style: styles[number % 5],
            labels: [texts[number % 4]] + detail))
      }
    }
    let innermost = Step.fragment(
      Fragment(
        .loop,
        [
          Section(
            "until the provider answers, at most five times",
            some(3) + [.note("Waits twice as long each time.")])
        ]))
    let inner = Step.fragment(
      Fragment(
        .alternative,
        [Section("Paid", some(4) + [innermost]), Section("Refused", some(4)), Section("", some(2))]))
    let parallel = Step.fragment(Fragment(.parallel, [Section("", some(3) + [inner]), Section("", some(4))]))
    return SequenceDiagram(
      title: "Online shop", subtitle: "Flow · Everything at once",
      participants: kinds.map {
        Node(id: $0.0, glyph: $0.1, title: $0.0, technology: $0.2, isExternal: $0.1 == .system)
      },
      steps: some(6)
        + [
          .fragment(
            Fragment(
              .alternative,
              [
                Section("The cart holds something that may be sold to this customer", some(3) + [parallel]),
                Section("", []),
              ])), .note("From here on, nobody waits."),
        ] + some(12))
  }()

  /// Names and texts meant to break a painter.
  static let hostile: SequenceDiagram = {
    let names = [
      "<&\">'</title>", "🚀🎉 launch 👩‍👩‍👧‍👦", "مرحبا بالعالم שלום", String(repeating: "Wide", count: 75),
      String(repeating: "long word ", count: 30), "bell\u{7}null\u{0}esc\u{1B}\u{FFFF}",
      "]]><script>alert(1)</script>",
      "line\nbreak\ttab", "",
    ]
    let nodes = names.enumerated().map { index, name in
      Node(
        id: "n\(index).\(name)", glyph: Glyph.allCases[index], title: name, technology: name,
        isExternal: index % 2 == 0, tooltip: [name], link: "javascript:alert(1)")
    }
    let steps = nodes.indices.map { index -> Step in
      .message(
        Edge(
          id: "\(index).\(names[index])", from: nodes[index].id, to: nodes[(index * 2 + 1) % nodes.count].id,
          style: .call, labels: [names[index], names[(index + 1) % names.count]], tooltip: [names[index]]))
    }
    let lost = Step.message(Edge(id: "lost", from: nodes[0].id, to: "nobody", style: .call))
    var deep = steps[0]
    for index in 0..<12 { deep = .fragment(Fragment(.loop, [Section(names[index % names.count], [deep])])) }
    return SequenceDiagram(
      title: names[0] + names[1], subtitle: names[2], participants: nodes,
      steps: names.map(Step.note) + steps.dropFirst() + [lost, deep])
  }()

  private static func message(
    _ number: Int, _ source: String, _ target: String, _ style: Edge.Style, _ text: String
  ) -> Step {
    .message(Edge(id: "m\(number)", from: source, to: target, style: style, labels: [text]))
  }
}
