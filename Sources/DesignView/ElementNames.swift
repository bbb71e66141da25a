package import DesignModel

/// How elements are named on pictures and in files.
package struct ElementNames {
  private let model: Model
  private let count: [Key: Int]

  private struct Key: Hashable {
    let kind: ElementKind
    let name: String
  }

  /// Names of the elements of a model.
  package init(_ model: Model) {
    self.model = model
    var count: [Key: Int] = [:]
    for element in model.elements where Self.inFileNames.contains(element.kind) {
      count[Key(kind: element.kind, name: element.name), default: 0] += 1
    }
    self.count = count
  }

  /// What gives its name to a file of its own.
  private static let inFileNames = ElementKinds(.database, .broker)

  /// The name of a database or broker alone where no other of its kind bears it, else its path with `-` for dots.
  func short(_ element: Element) -> String {
    count[Key(kind: element.kind, name: element.name)] == 1
      ? element.name : String(element.path.map { $0 == "." ? "-" : $0 })
  }

  /// The design's name for people; the first system's or file's where it has none.
  package var design: String {
    model.design?.title ?? model.elements.first { $0.kind == .system && !$0.isExternal }?.title ?? "Design"
  }

  /// The technology line of a card: the kind and version, or what is stated.
  package func technology(_ element: Element) -> String {
    let kind = [element.subtype, element.version].compactMap { $0 }.joined(separator: " ")
    guard let stated = element.fact("technology")?.word else { return kind }
    return kind.isEmpty ? stated : "\(kind) · \(stated)"
  }
}
