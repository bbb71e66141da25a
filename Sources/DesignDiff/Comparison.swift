import DesignSource

/// Matches the entries of two designs.
struct Comparison {
  private let old: Inventory
  private let new: Inventory
  /// For each entry of the old design its place in the new one.
  private var partner: [Int?]
  private var isMatched: [Bool]

  init(_ old: Inventory, _ new: Inventory) {
    self.old = old
    self.new = new
    partner = Array(repeating: nil, count: old.entries.count)
    isMatched = Array(repeating: false, count: new.entries.count)
  }

  mutating func changes() -> [Difference.Change] {
    var places: [Difference.Subject: [Int]] = [:]
    for (index, entry) in new.entries.enumerated().reversed() {
      places[entry.subject, default: []].append(index)
    }
    for (index, entry) in old.entries.enumerated() {
      guard let found = places[entry.subject]?.popLast() else { continue }
      match(index, found)
    }
    let renamed = matchRenamed()
    var out: [Difference.Change] = []
    for (index, entry) in old.entries.enumerated() {
      guard let found = partner[index] else { continue }
      let now = new.entries[found]
      let details = Self.details(entry, now)
      if renamed.contains(index) {
        out.append(
          .init(
            status: .renamed, subject: now.subject, formerPath: entry.subject.path, details: details,
            range: now.range))
      } else if !details.isEmpty {
        out.append(.init(status: .changed, subject: now.subject, details: details, range: now.range))
      }
    }
    out += whole(new.entries, isOdd: { !isMatched[$0] }, .added)
    out += whole(old.entries, isOdd: { partner[$0] == nil }, .removed)
    return out.sorted(by: Self.isBefore)
  }

  private static func isBefore(_ a: Difference.Change, _ b: Difference.Change) -> Bool {
    let (x, y) = (a.subject.kind == "connection", b.subject.kind == "connection")
    if x != y { return y }
    if a.subject.path != b.subject.path { return a.subject.path < b.subject.path }
    return (a.subject.kind, a.status.rawValue) < (b.subject.kind, b.status.rawValue)
  }

  private mutating func match(_ index: Int, _ found: Int) {
    partner[index] = found
    isMatched[found] = true
  }

  // MARK: Renamed

  /// Matches what bears another name but says the same, with all that lies in it; gives the old places of what was renamed
  /// itself.
  private mutating func matchRenamed() -> Set<Int> {
    let (oldChildren, newChildren) = (Self.children(old), Self.children(new))
    var renamed: Set<Int> = []
    // From the outside in: what lies in a renamed element is matched with it.
    for index in old.entries.indices where partner[index] == nil {
      let entry = old.entries[index]
      let parent = entry.parent.flatMap { partner[$0] }
      guard entry.subject.kind != "connection", entry.parent == nil || parent != nil else { continue }
      let signature = Self.signature(index, old, oldChildren)
      // What says nothing of itself is like everything.
      guard !signature.parts.isEmpty else { continue }
      let candidates = (parent.map { newChildren[$0] ?? [] } ?? Self.roots(new)).filter {
        !isMatched[$0] && Self.signature($0, new, newChildren) == signature
      }
      let rivals = (entry.parent.map { oldChildren[$0] ?? [] } ?? Self.roots(old)).filter {
        partner[$0] == nil && Self.signature($0, old, oldChildren) == signature
      }
      guard candidates.count == 1, rivals.count == 1 else { continue }
      renamed.insert(index)
      matchWhole(index, candidates[0], oldChildren, newChildren)
    }
    return renamed
  }

  private mutating func matchWhole(_ index: Int, _ found: Int, _ a: [Int: [Int]], _ b: [Int: [Int]]) {
    match(index, found)
    for (inner, other) in zip(a[index] ?? [], b[found] ?? []) { matchWhole(inner, other, a, b) }
  }

  /// What an element says without its name, with all that lies in it.
  private struct Signature: Hashable {
    let head: String
    let statements: [Statement]
    let inner: [String]
    var parts: String { head + statements.map(\.text).joined() + inner.joined() }
  }

  private static func signature(_ index: Int, _ inventory: Inventory, _ children: [Int: [Int]]) -> Signature {
    let entry = inventory.entries[index]
    let inner = (children[index] ?? []).map { child in
      let own = inventory.entries[child]
      let name = own.subject.path.dropFirst(entry.subject.path.count)
      return "\(own.subject.kind) \(name) \(signature(child, inventory, children).parts)"
    }
    return Signature(head: "\(entry.subject.kind) \(entry.head)", statements: entry.statements, inner: inner)
  }

  private static func children(_ inventory: Inventory) -> [Int: [Int]] {
    var out: [Int: [Int]] = [:]
    for (index, entry) in inventory.entries.enumerated() {
      if let parent = entry.parent { out[parent, default: []].append(index) }
    }
    return out
  }

  private static func roots(_ inventory: Inventory) -> [Int] {
    inventory.entries.indices.filter {
      inventory.entries[$0].parent == nil && inventory.entries[$0].subject.kind != "connection"
    }
  }

  // MARK: Added and removed

  /// One change for each outermost entry without a partner, with the number of what lies in it.
  private func whole(
    _ entries: [Inventory.Entry], isOdd: (Int) -> Bool, _ status: Difference.Change.Status
  ) -> [Difference.Change] {
    var outermost: [Int: Int] = [:]
    var out: [Difference.Change] = []
    for (index, entry) in entries.enumerated() where isOdd(index) {
      if let parent = entry.parent, let root = outermost[parent] {
        outermost[index] = root
        out[root].contained += 1
      } else {
        outermost[index] = out.count
        out.append(.init(status: status, subject: entry.subject, range: entry.range))
      }
    }
    return out
  }

  // MARK: Details

  private static func details(_ old: Inventory.Entry, _ new: Inventory.Entry) -> [Difference.Detail] {
    var out: [Difference.Detail] = []
    if old.head != new.head {
      out.append(
        .init(within: [], old: old.head.isEmpty ? nil : old.head, new: new.head.isEmpty ? nil : new.head))
    }
    let inner = StatementComparison.details(old.statements, new.statements, within: [])
    out += inner
    if inner.isEmpty, old.subject.kind == "flow", old.statements != new.statements {
      out.append(.init(within: [], old: "steps in one order", new: "the same steps in another order"))
    }
    return out
  }
}
