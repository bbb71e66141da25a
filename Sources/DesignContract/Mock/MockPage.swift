/// The part of a list that a request asks for. Behind every list that an operation gives there are a few different items,
/// so that turning pages can be tried.
struct MockPage {
  /// As many as there are behind a list in pages, and behind one that is given whole.
  private static let itemsInPages = 5
  private static let itemsAtOnce = 3
  private static let usualSize = 2

  /// What parameters of lists are called; the first that the operation has counts.
  private static let sizes = [
    "limit", "size", "per_page", "page_size", "pageSize", "perPage", "first", "max_results",
  ]
  private static let pages = ["page", "page_number", "pageNumber"]
  private static let offsets = ["offset", "skip"]

  private let isPaginated: Bool
  private let size: Int
  private let start: Int
  /// The query parameter by which one comes to the next page, how far it goes on, and what it is now.
  private let cursor: (name: String, step: Int, value: Int, first: Int)?
  private var total = 0

  init(_ request: MockRequest, _ operation: ContractNode) {
    isPaginated = operation.has(.paginated)
    let names = Set(operation.children(.parameter).map(\.key))
    func number(_ candidates: [String]) -> (name: String, value: Int?, usual: Int?)? {
      guard let name = candidates.first(where: { names.contains("query \($0)") }) else { return nil }
      let sent = request.parameters.last { $0.name == name }.flatMap { Int($0.value) }
      let shape = operation.children(.parameter).first { $0.key == "query \(name)" }?.child(.body)
      return (name, sent, shape?.text(.defaultValue).flatMap { Int($0) })
    }
    let all = isPaginated ? Self.itemsInPages : Self.itemsAtOnce
    let asked = number(Self.sizes)?.value
    let size = max(0, asked ?? (isPaginated ? Self.usualSize : all))
    self.size = size
    if let page = number(Self.pages) {
      let first = page.usual ?? 1
      let value = page.value ?? first
      start = max(0, min(value - first, 1_000_000)) * min(size, 1_000_000)
      cursor = (page.name, 1, value, first)
    } else if let offset = number(Self.offsets) {
      start = max(0, offset.value ?? 0)
      cursor = (offset.name, size, start, 0)
    } else {
      start = 0
      cursor = nil
    }
    total = all
  }

  /// Puts the page into a list, or into the list that an answer is about.
  mutating func fill(_ value: inout Document, _ shape: ContractNode, _ maker: inout ExampleMaker) {
    let whole = maker.definitions.merged(maker.definitions.resolved(shape).node)
    if case .sequence = value.content, whole.text(.type) == "array" {
      value = list(value, whole, &maker)
    } else if isPaginated {
      let lists = whole.children(.property).filter { property in
        if case .sequence? = value[property.key]?.content { true } else { false }
      }
      guard lists.count == 1, let property = lists.first, let own = value[property.key] else { return }
      let inner = maker.definitions.merged(maker.definitions.resolved(property).node)
      let filled = value.replacing(property.key, with: list(own, inner, &maker))
      if maker.fits(filled, shape) { value = filled }
    }
  }

  private func list(_ value: Document, _ shape: ContractNode, _ maker: inout ExampleMaker) -> Document {
    guard let item = shape.child(.items), shape.child(.prefixItem) == nil, !shape.has(.example) else {
      return value
    }
    let end = min(total, start + min(size, total))
    let items = (min(start, end)..<end).map { maker.example(of: item, number: $0) }
    let filled = Document.list(items)
    return maker.fits(filled, shape) ? filled : value
  }

  /// Where the pages around are (RFC 8288).
  func links(_ request: MockRequest) -> [(name: String, value: String)] {
    guard isPaginated, let cursor, cursor.step > 0 else { return [] }
    var links: [String] = []
    func link(_ value: Int, _ relation: String) {
      let others = request.query.split(separator: "&").filter {
        $0.split(separator: "=", omittingEmptySubsequences: false).first.map(String.init) != cursor.name
      }
      let query = (others.map(String.init) + ["\(cursor.name)=\(value)"]).joined(separator: "&")
      links.append("<\(request.path)?\(query)>; rel=\"\(relation)\"")
    }
    if start > 0 { link(max(cursor.first, cursor.value - cursor.step), "prev") }
    if start + size < total { link(cursor.value + cursor.step, "next") }
    return links.isEmpty ? [] : [("Link", links.joined(separator: ", "))]
  }

  /// What is wrong with the size that is asked for.
  static func misfits(_ request: MockRequest, _ operation: ContractNode) -> [MockProblem.Part] {
    guard let most = operation.count(.maxPageSize) else { return [] }
    return request.parameters.compactMap { parameter in
      guard sizes.contains(parameter.name), let size = Int(parameter.value), size > most,
        operation.children(.parameter).contains(where: { $0.key == "query \(parameter.name)" })
      else { return nil }
      return .init(
        place: "query", name: parameter.name, reason: "is \(size), and a page has at most \(most) items")
    }
  }
}
