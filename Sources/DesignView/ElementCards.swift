import DesignDiagram
import DesignModel

/// Cards and boxes of elements, wherever they are shown.
struct ElementCards {
  let model: Model
  let names: ElementNames
  let text: FactText

  init(_ model: Model, _ names: ElementNames) {
    self.model = model
    self.names = names
    text = FactText(model)
  }

  /// The card of an element.
  func card(_ element: Element, id: String? = nil) -> Node {
    Node(
      id: id ?? element.path, glyph: Self.glyph(element), title: element.title,
      technology: element.kind == .person ? element.subtype ?? "" : names.technology(element),
      badges: [FactText.exposure(element)].compactMap { $0 }, isExternal: element.isExternal,
      tooltip: text.tooltip(element.summary, element.facts), link: Self.link(element))
  }

  /// The box of a system or group, with what it holds.
  func box(_ element: Element, _ members: [Member]) -> Group {
    Group(
      id: element.path, kind: element.kind == .system ? .system : .group, title: element.title,
      isExternal: element.isExternal, tooltip: text.tooltip(element.summary, element.facts),
      link: Self.link(element),
      members: members)
  }

  /// The first link of an element.
  static func link(_ element: Element) -> String {
    guard let values = element.fact("link")?.values, case .text(let address)? = values.dropFirst().first
    else { return "" }
    return address
  }

  static func glyph(_ element: Element) -> Glyph {
    switch element.kind {
    case .person: .person
    case .database: .database
    case .cache: .cache
    case .storage: .storage
    case .search: .search
    case .broker: .broker
    case .topic: .topic
    case .queue: .queue
    case .exchange: .exchange
    case .table: .table
    case .sqlView: .view
    case .enumeration: .enumeration
    case .application: application(element.subtype)
    default: .system
    }
  }

  private static func application(_ kind: String?) -> Glyph {
    switch kind {
    case "web": .web
    case "mobile": .mobile
    case "desktop": .desktop
    case "worker": .worker
    case "gateway": .gateway
    case "function": .function
    case "job": .job
    case "proxy": .proxy
    case "cdn": .cdn
    default: .service
    }
  }
}
