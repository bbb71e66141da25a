/// What a picture shows of imported designs.
extension Model {
  /// The application, store, broker, person or system that stands for an imported element.
  package func importedParticipant(_ id: ElementID) -> Element? {
    enclosing(id, ElementKinds.deployable.union(ElementKinds(.person, .system)))
  }

  /// Those of one import that the design's own connections begin or end at.
  package func importedParticipants(of root: ElementID) -> [Element] {
    importedParticipants.filter { ancestry($0.id).contains { $0.id == root } }
  }

  /// Those that the design's own connections begin or end at, each once, in the order of the connections.
  package var importedParticipants: [Element] {
    var seen: Set<ElementID> = []
    return connections.flatMap { [$0.source, $0.target].compactMap { $0 } }.filter { isImported($0) }
      .compactMap { importedParticipant($0) }.filter { seen.insert($0.id).inserted }
  }
}
