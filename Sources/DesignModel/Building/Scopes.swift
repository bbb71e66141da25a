import DesignSource

/// Who bears which name where.
struct Scopes {
  private var names = Names()
  private var places = PlaceTable()
  /// For each element: its kind, and the next one of its name in its scope and in the whole design; -1 behind the last.
  private var kinds: [ElementKind] = []
  private var parents: [Int32] = []
  private var nextInPlace: [Int32] = []
  private var nextOfName: [Int32] = []
  /// For each name, the first and last element that bears it; -1 when none does.
  private var bearers: [(first: Int32, last: Int32)] = [(-1, -1)]
  /// For each import and name, the elements in it that bear the name.
  private var imported: [ImportedName: [Int32]] = [:]

  /// Makes room for so many elements.
  mutating func reserve(_ count: Int) {
    kinds.reserveCapacity(count)
    parents.reserveCapacity(count)
    nextInPlace.reserveCapacity(count)
    nextOfName.reserveCapacity(count)
    places.reserve(count)
  }

  /// Notes the element that comes next; they come in the order of their numbers. Tells whether another bears its name in
  /// the same place.
  mutating func add(_ id: ElementID, kind: ElementKind, name: String, parent: ElementID?) -> Bool {
    let name = names.intern(name)
    kinds.append(kind)
    parents.append(parent?.index ?? -1)
    nextInPlace.append(-1)
    nextOfName.append(-1)
    let before = places.append(id.index, Self.scope(parent), name)
    if before >= 0 { nextInPlace[Int(before)] = id.index }
    if Int(name) == bearers.count { bearers.append((-1, -1)) }
    let last = bearers[Int(name)].last
    if last >= 0 { nextOfName[Int(last)] = id.index } else { bearers[Int(name)].first = id.index }
    bearers[Int(name)].last = id.index
    return before >= 0
  }

  /// Notes an element of an import, which comes next: it is found by the import's name before its own, never alone.
  mutating func addImported(
    _ id: ElementID, kind: ElementKind, name: String, parent: ElementID, of root: ElementID
  ) {
    let name = names.intern(name)
    kinds.append(kind)
    parents.append(parent.index)
    nextInPlace.append(-1)
    nextOfName.append(-1)
    let before = places.append(id.index, Self.scope(parent), name)
    if before >= 0 { nextInPlace[Int(before)] = id.index }
    if Int(name) == bearers.count { bearers.append((-1, -1)) }
    imported[ImportedName(root: root.index, name: name), default: []].append(id.index)
  }

  private struct ImportedName: Hashable {
    let root: Int32
    let name: NameID
  }

  private static func scope(_ parent: ElementID?) -> Int32 { (parent?.index ?? -1) + 1 }

  /// The first element of that name and name space directly in a scope; nil is the top.
  func first(_ name: String, _ space: ElementKind.NameSpace, in parent: ElementID?) -> ElementID? {
    var next = places.first(Self.scope(parent), names.find(name))
    while next >= 0 {
      if kinds[Int(next)].nameSpace == space { return ElementID(Int(next)) }
      next = nextInPlace[Int(next)]
    }
    return nil
  }

  enum Resolution {
    case found(ElementID)
    case ambiguous([ElementID])
    /// It names something, but not of a kind that may stand here.
    case wrongKind(ElementID)
    case unknown
  }

  /// Looks a path up from the inside out. A scope in which the whole path does not resolve is passed over. Failing that,
  /// a name that only one element of the design bears needs no path.
  func resolve(_ path: [String], from scope: ElementID?, accepting kinds: ElementKinds) -> Resolution {
    if path.count == 1 { return resolve(path[0], from: scope, accepting: kinds) }
    var ids: [NameID] = []
    ids.reserveCapacity(path.count)
    for name in path {
      let id = names.find(name)
      if id == 0 { return .unknown }
      ids.append(id)
    }
    return resolve(ids[...], from: scope, accepting: kinds)
  }

  /// A path of one name.
  func resolve(_ name: String, from scope: ElementID?, accepting kinds: ElementKinds) -> Resolution {
    let id = names.find(name)
    guard id != 0 else { return .unknown }
    return resolve(CollectionOfOne(id), from: scope, accepting: kinds)
  }

  private func resolve(
    _ path: some RandomAccessCollection<NameID>, from scope: ElementID?, accepting accepted: ElementKinds
  ) -> Resolution {
    var wrong: Int32 = -1
    var next = scope?.index ?? -1
    while true {
      if let id = descend(path[...], from: next + 1, accepting: accepted, &wrong) { return .found(id) }
      if next < 0 { break }
      next = parents[Int(next)]
    }
    guard let name = path.first else { return .unknown }
    var candidates: [ElementID] = []
    var first = bearers[Int(name)].first
    while first >= 0 {
      collect(path.dropFirst(), from: first, into: &candidates)
      first = nextOfName[Int(first)]
    }
    if !imported.isEmpty { collectImported(path, into: &candidates) }
    let found = candidates.filter { accepted.contains(kinds[Int($0.index)]) }
    if found.count == 1 { return .found(found[0]) }
    // An application and its api may bear one name; what does something is meant, not how it is asked.
    let applications = found.filter { kinds[Int($0.index)] == .application }
    if applications.count == 1, let one = applications.first,
      found.allSatisfy({ $0 == one || kinds[Int($0.index)] == .api && parents[Int($0.index)] == one.index })
    {
      return .found(one)
    }
    // Of nested ones of the same name, such as a database and its only schema, none is meant more than the other.
    if found.count > 1 { return .ambiguous(found) }
    if wrong >= 0 { return .wrongKind(ElementID(Int(wrong))) }
    return candidates.count == 1 ? .wrongKind(candidates[0]) : .unknown
  }

  /// The first accepted element at the end of a path from one scope; notes one that is not accepted.
  private func descend(
    _ path: some RandomAccessCollection<NameID>, from scope: Int32, accepting accepted: ElementKinds,
    _ wrong: inout Int32
  ) -> ElementID? {
    guard let name = path.first else { return nil }
    let rest = path.dropFirst()
    var next = places.first(scope, name)
    while next >= 0 {
      if rest.isEmpty {
        if accepted.contains(kinds[Int(next)]) { return ElementID(Int(next)) }
        if wrong < 0 { wrong = next }
      } else if let id = descend(rest, from: next + 1, accepting: accepted, &wrong) {
        return id
      }
      next = nextInPlace[Int(next)]
    }
    return nil
  }

  /// Likewise for what is imported: behind the import's name, a name that only one of its elements bears needs no path.
  private func collectImported(_ path: some RandomAccessCollection<NameID>, into out: inout [ElementID]) {
    guard let name = path.first, let inner = path.dropFirst().first else { return }
    var root = places.first(0, name)
    while root >= 0 {
      for id in imported[ImportedName(root: root, name: inner)] ?? [] {
        collect(path.dropFirst(2), from: id, into: &out)
      }
      root = nextInPlace[Int(root)]
    }
  }

  /// All elements at the end of a path below an element.
  private func collect(
    _ path: some RandomAccessCollection<NameID>, from element: Int32, into out: inout [ElementID]
  ) {
    guard let name = path.first else { return out.append(ElementID(Int(element))) }
    var next = places.first(element + 1, name)
    while next >= 0 {
      collect(path.dropFirst(), from: next, into: &out)
      next = nextInPlace[Int(next)]
    }
  }
}
