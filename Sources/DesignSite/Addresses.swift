import DesignModel
import DesignView

/// Where each element is shown. Addresses are made of kinds and paths alone, so that they last as long as the names do.
struct Addresses {
  private let model: Model
  /// The page of each element that has one of its own.
  private var pages: [ElementID: String] = [:]
  private var anchors: [ElementID: String] = [:]
  private var taken: Set<String> = []
  /// Elements with a page or a place on one, by path.
  private var byPath: [String: ElementID] = [:]
  private var pictures: [String: String] = [:]

  /// What has a page of its own.
  static let withPage = ElementKinds.deployable.union(.channels).union(.types).union(
    ElementKinds(
      .system, .group, .person, .api, .schema, .screen, .table, .sqlView, .environment, .pipeline, .flow,
      .feature,
      .milestone))

  /// What stands on the page of what it lies in, where it can be linked to.
  static let withAnchor = ElementKinds(
    .endpoint, .column, .field, .trigger, .enumCase, .secret, .stage)

  init(_ model: Model, _ pictures: [Picture]) {
    self.model = model
    for element in model.ownElements {
      if Self.withPage.contains(element.kind) {
        pages[element.id] = unique("\(element.kind.noun)/\(FileName.safe(element.path))")
      } else if Self.withAnchor.contains(element.kind), let parent = element.parent {
        anchors[element.id] = unique("\(parent.index)#\(anchor(element))").split(separator: "#").last.map(
          String.init)
      }
      // Of things that share a path, people mean the first: a system before a flow.
      if target(element.id) != nil, byPath[element.path] == nil { byPath[element.path] = element.id }
    }
    for picture in pictures {
      self.pictures[picture.name] =
        picture.subject.flatMap { pages[$0] } ?? unique("picture/\(picture.name)")
    }
  }

  private func anchor(_ element: Element) -> String {
    FileName.safe("\(element.kind.noun)-\(element.name)")
  }

  private mutating func unique(_ address: String) -> String {
    var unique = address
    var number = 2
    // Some file systems know no difference between small and capital letters.
    while !taken.insert(unique.lowercased()).inserted {
      unique = "\(address)-\(number)"
      number += 1
    }
    return unique
  }

  /// The page of an element that has one of its own.
  func page(of id: ElementID) -> String? { pages[id] }

  /// The place on its page by which an element is linked to.
  func anchor(of id: ElementID) -> String { anchors[id] ?? "" }

  /// Where an element is shown; nil for what is not, as another design's elements.
  func target(_ id: ElementID) -> Span.Target? {
    if let page = pages[id] { return .page(page) }
    guard let anchor = anchors[id], let parent = model[id].parent, let page = pages[parent] else {
      return nil
    }
    return .page(page, anchor: anchor)
  }

  /// The element with a path that is shown somewhere.
  func element(at path: String) -> ElementID? { byPath[path] }

  /// The page on which a picture is shown large.
  func page(ofPicture name: String) -> String? { pictures[name] }
}
