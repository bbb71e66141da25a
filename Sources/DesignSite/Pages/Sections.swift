import DesignLint
import DesignMarkdown
import DesignModel

/// Sections that pages of several kinds have.
extension SiteModel {
  /// What the design states of an element.
  func addFacts(_ facts: [Fact], to page: inout Page, except: Set<String> = []) {
    let hidden = except.union(["accept", "link"])
    var rows = facts.filter { !hidden.contains($0.key) }.map { fact in
      Page.Grid.Row(cells: [.text(fact.key), line(fact)])
    }
    for fact in facts where fact.key == "link" {
      guard case .text(let title)? = fact.values.first,
        case .text(let address)? = fact.values.dropFirst().first
      else { continue }
      let target = Link.isHarmless(address) ? Span.Target.outside(address) : nil
      rows.append(.init(cells: [.text("link"), [Span(title, to: target)]]))
    }
    guard !rows.isEmpty else { return }
    page.sections.append(.init("Facts", anchor: "facts", [.table(.init(rows: rows))]))
  }

  /// What an element uses, and what uses it.
  func addConnections(_ id: ElementID, to page: inout Page) {
    page.add(
      "Uses", anchor: "uses", ["From", "How", "What", "Why", "Facts"],
      (outgoing[id] ?? []).map { index in
        let connection = model.connections[index]
        return .init(cells: [
          connection.source == id ? [] : [link(connection.source)], .text(connection.verb.rawValue),
          target(connection), .text(connection.label ?? ""), facts(connection),
        ])
      })
    page.add(
      "Used by", anchor: "used-by", ["Who", "How", "What", "Why", "Facts"],
      (incoming[id] ?? []).map { index in
        let connection = model.connections[index]
        return .init(cells: [
          [link(connection.source)], .text(connection.verb.rawValue),
          connection.endpoint == nil && connection.target == id ? [] : target(connection),
          .text(connection.label ?? ""), facts(connection),
        ])
      })
  }

  private func target(_ connection: Connection) -> Line {
    [connection.endpoint ?? connection.target].compactMap { $0 }.map { link($0) }
  }

  private func facts(_ connection: Connection) -> Line {
    .joined(connection.facts.filter { $0.key != "accept" }.map { Line.code(stated($0)) })
  }

  /// Where an element runs.
  func addDeployments(_ id: ElementID, to page: inout Page) {
    page.add(
      "Runs in", anchor: "runs-in", ["Environment", "Place", "As stated"],
      (deployments[id] ?? []).map { environment, deployment in
        let inside = deployment.place.split(separator: ".").dropFirst().joined(separator: ".")
        return .init(cells: [
          [link(environment.element)], .text(inside), facts(deployment.facts),
        ])
      })
  }

  /// Facts in one line.
  func facts(_ facts: [Fact]) -> Line {
    .joined(facts.filter { $0.key != "accept" }.map { Line.code(stated($0)) }, by: " ")
  }

  /// Flows that it takes part in, and features that it makes.
  func addBehaviour(_ id: ElementID, to page: inout Page) {
    let flows = (flows[id] ?? []).filter { $0 != id }
    page.add(
      "Flows", anchor: "flows", ["Flow", "What it is"],
      flows.map { .init(cells: [[link($0)], summary(model[$0])]) })
    page.add(
      "Features", anchor: "features", ["Feature", "What it is"],
      (features[id] ?? []).map { .init(cells: [[link($0)], summary(model[$0])]) })
  }

  /// What lies directly in an element and has a page, by kind.
  func addChildren(_ id: ElementID, to page: inout Page, except: ElementKinds = []) {
    for (title, kinds) in Self.groups {
      let children = model[id].children.map { model[$0] }.filter {
        kinds.contains($0.kind) && !except.contains($0.kind) && !model.isImported($0.id)
      }
      page.add(
        title, anchor: title.lowercased(), ["Name", "Kind", "What it is"],
        children.map { .init(cells: [[link($0.id, inside: id)], .text(kind($0)), summary($0)]) })
    }
  }

  private static let groups: [(String, ElementKinds)] = [
    ("People", ElementKinds(.person)), ("Systems", ElementKinds(.system, .group)),
    ("Applications", ElementKinds(.application)), ("Screens", ElementKinds(.screen)),
    ("APIs", ElementKinds(.api)), ("Stores", .stores), ("Brokers", ElementKinds(.broker)),
    ("Channels", .channels), ("Schemas", ElementKinds(.schema)), ("Tables", ElementKinds(.table, .sqlView)),
    ("Types", .types), ("Flows", ElementKinds(.flow)),
  ]

  /// What kind of thing an element is, with what it is built on.
  func kind(_ element: Element) -> String {
    let technology = element.kind == .person ? element.subtype ?? "" : names.technology(element)
    return technology.isEmpty ? element.kind.noun : "\(element.kind.noun) · \(technology)"
  }

  /// What the review found about what a page shows.
  func addFindings(to page: inout Page) {
    guard let findings = findings[page.address] else { return }
    page.add(
      "Findings", anchor: "findings", ["Severity", "Rule", "Finding", "Where"],
      findings.map { finding in
        .init(cells: [
          severity(finding), [.code(finding.rule)], message(finding), place(finding.diagnostic.range),
        ])
      })
  }

  func severity(_ finding: Finding) -> Line { [.tag(finding.severity.rawValue)] }

  /// What is found, and what to do about it.
  func message(_ finding: Finding) -> Line {
    let help = finding.diagnostic.help.flatMap { [Span(" ")] + Self.sentence($0, .quiet) }
    return Self.sentence(finding.diagnostic.message) + help
  }

  /// A message with a capital letter and a full stop, what stands between backticks as code.
  static func sentence(_ text: String, _ style: Span.Style = .plain) -> Line {
    let ended = text.last.map { ".!?".contains($0) } ?? true ? text : text + "."
    let parts = ended.split(separator: "`", omittingEmptySubsequences: false)
    return parts.enumerated().compactMap { index, part in
      if part.isEmpty { return nil }
      if !index.isMultiple(of: 2) { return .code(String(part)) }
      return Span(index == 0 ? sentenceStart(String(part)) : String(part), style)
    }
  }

  /// With a capital letter.
  static func sentenceStart(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }
}
