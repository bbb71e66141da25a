import DesignModel

/// How elements are named on pictures and in files.
struct ElementNames {
  private let model: Model
  private let count: [String: Int]

  init(_ model: Model) {
    self.model = model
    var count: [String: Int] = [:]
    for element in model.elements where element.kind == .database { count[element.name, default: 0] += 1 }
    self.count = count
  }

  /// A database's name alone where no other bears it, else its path with `-` for dots.
  func short(_ database: Element) -> String {
    count[database.name] == 1 ? database.name : String(database.path.map { $0 == "." ? "-" : $0 })
  }

  /// The design's name for people; the first system's or file's where it has none.
  var design: String {
    model.design?.title ?? model.elements.first { $0.kind == .system && !$0.isExternal }?.title ?? "Design"
  }

  /// The technology line of a card: the kind and version, or what is stated.
  func technology(_ element: Element) -> String {
    let kind = [element.subtype, element.version].compactMap { $0 }.joined(separator: " ")
    guard let stated = element.fact("technology")?.word else { return kind }
    return kind.isEmpty ? stated : "\(kind) · \(stated)"
  }
}
