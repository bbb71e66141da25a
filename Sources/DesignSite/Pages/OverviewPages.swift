import DesignDiagram
import DesignExchange
import DesignLint
import DesignModel
import DesignView

/// Pages of the whole design: the overview, lists by kind, findings, decisions, and pictures without a page of their own.
extension SiteModel {
  /// What a list holds.
  struct Directory {
    let title: String
    let address: String
    let kinds: ElementKinds
  }

  static let directories = [
    Directory(title: "Systems", address: "systems", kinds: ElementKinds(.person, .system, .group)),
    Directory(title: "Applications", address: "applications", kinds: ElementKinds(.application, .screen)),
    Directory(title: "APIs", address: "apis", kinds: ElementKinds(.api)),
    Directory(
      title: "Data", address: "data",
      kinds: ElementKinds.stores.union(ElementKinds(.schema, .table, .sqlView))),
    Directory(
      title: "Messages", address: "messages", kinds: ElementKinds.channels.union(ElementKinds(.broker))),
    Directory(title: "Types", address: "types", kinds: .types),
    Directory(title: "Environments", address: "environments", kinds: ElementKinds(.environment, .pipeline)),
    Directory(title: "Flows", address: "flows", kinds: ElementKinds(.flow)),
    Directory(title: "Features", address: "features", kinds: ElementKinds(.milestone, .feature)),
  ]

  /// Lists that would not be empty.
  var directories: [Directory] {
    Self.directories.filter { directory in model.ownElements.contains { directory.kinds.contains($0.kind) } }
  }

  func directoryPages() -> [Page] {
    directories.map { directory in
      var page = Page(address: directory.address, title: directory.title)
      for kind in ElementKind.allCases where directory.kinds.contains(kind) {
        let elements = model.elements(ElementKinds(kind))
        page.add(
          Self.plural(kind), anchor: FileName.safe(Self.plural(kind).lowercased()),
          ["Name", "In", "Built on", "What it is"],
          elements.map { element in
            let parent = element.parent.map { model[$0] }.flatMap { $0.kind == .design ? nil : $0 }
            return .init(cells: [
              [link(element.id)], parent.map { [link($0.id)] } ?? [],
              .text(kind == .person ? element.subtype ?? "" : names.technology(element)), summary(element),
            ])
          })
      }
      return page
    }
  }

  private static func plural(_ kind: ElementKind) -> String {
    switch kind {
    case .person: "People"
    case .api: "APIs"
    case .storage: "Object stores"
    case .search: "Search indexes"
    case .sqlView: "Views"
    default: sentenceStart(kind.noun) + (kind.noun.hasSuffix("h") ? "es" : "s")
    }
  }

  func overview(_ pictures: [Picture]) -> Page {
    var page = Page(address: "index", title: names.design)
    page.description = model.design?.summary ?? ""
    page.gallery = pictures.compactMap { picture in
      addresses.page(ofPicture: picture.name).map {
        .init(picture: picture.name, title: Self.title(picture), target: .page($0))
      }
    }
    page.add(
      "Contents", anchor: "contents", ["What", "How many"],
      directories.map { directory in
        let count = model.ownElements.count { directory.kinds.contains($0.kind) }
        return .init(cells: [[Span(directory.title, to: .page(directory.address))], .text("\(count)")])
      })
    if let design = model.design { addFacts(design.facts, to: &page) }
    return page
  }

  /// The line under the title of a picture, which tells it from others.
  static func title(_ picture: Picture) -> String {
    let (title, subtitle) =
      switch picture.content {
      case .diagram(let diagram): (diagram.title, diagram.subtitle)
      case .sequence(let sequence): (sequence.title, sequence.subtitle)
      }
    return subtitle.isEmpty ? title : subtitle
  }

  /// Pages of pictures that no element's page shows.
  func picturePages(_ pictures: [Picture]) -> [Page] {
    pictures.compactMap { picture in
      guard let address = addresses.page(ofPicture: picture.name),
        picture.subject.flatMap(addresses.page) == nil
      else { return nil }
      var page = Page(address: address, title: Self.title(picture))
      page.kind = "Picture"
      page.picture = picture.name
      page.description = picture.subject.flatMap { model[$0].summary } ?? ""
      return page
    }
  }

  // MARK: Findings and decisions

  func findingsPage() -> Page {
    var page = Page(address: "findings", title: "Findings")
    let ordered = review.findings.enumerated().sorted {
      ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
    }.map(\.element)
    if ordered.isEmpty { page.description = "The review found nothing." }
    page.add(
      "Open", anchor: "open", ["Severity", "Rule", "Finding", "About", "Where"],
      ordered.map { finding in
        .init(cells: [
          severity(finding), [.code(finding.rule)], message(finding), about(finding.subject),
          place(finding.diagnostic.range),
        ])
      })
    page.add(
      "Accepted", anchor: "accepted", ["Rule", "Finding", "About", "Why", "Until", "By", "Ticket"],
      review.accepted.map { accepted in
        .init(cells: [
          [.code(accepted.finding.rule)], Self.sentence(accepted.finding.diagnostic.message),
          about(accepted.finding.subject), .text(accepted.acceptance.reason),
          .text(accepted.acceptance.until.map { "\($0)" } ?? ""), .text(accepted.acceptance.by ?? ""),
          .text(accepted.acceptance.ticket ?? ""),
        ])
      })
    return page
  }

  /// What a finding or a decision is about, told by its path, as links.
  private func about(_ subject: String) -> Line {
    let ids = elements(of: subject)
    return ids.isEmpty ? .text(subject) : .joined(ids.map { [link($0)] })
  }

  /// Everything that the design gives a reason for, and where environments differ on purpose; nil when there is nothing.
  func decisionsPage() -> Page? {
    let recorded = Decision.all(in: model).filter { $0.kind == .reason || $0.kind == .denormalized }
    let decisions = recorded.map { decision in
      Page.Grid.Row(cells: [
        about(decision.subject), .code(decision.what), .text(decision.reason), place(decision.range),
      ])
    }
    let differences = model.elements(ElementKinds(.environment)).flatMap { element in
      element.facts("differs").map { fact in
        Page.Grid.Row(cells: [[link(element.id)], .text(fact.word ?? ""), place(fact.range)])
      }
    }
    guard !decisions.isEmpty || !differences.isEmpty else { return nil }
    var page = Page(address: "decisions", title: "Decisions")
    page.add("Reasons", anchor: "reasons", ["About", "What", "Why", "Where"], decisions)
    page.add(
      "Differences of environments", anchor: "differences", ["Environment", "How", "Where"], differences)
    return page
  }
}
