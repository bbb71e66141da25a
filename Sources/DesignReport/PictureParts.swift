import DesignDiagram
import DesignView

/// The ids of what a picture shows in full, and so of what signs can be pinned to.
struct PictureParts {
  private(set) var ids: Set<String> = []

  init(_ content: Picture.Content) {
    switch content {
    case .diagram(let diagram):
      for member in diagram.members { add(member) }
      ids.formUnion(diagram.edges.map(\.id))
    case .sequence(let sequence): ids.formUnion(sequence.participants.map(\.id))
    }
  }

  private mutating func add(_ member: Member) {
    switch member {
    case .group(let group):
      ids.insert(group.id)
      for member in group.members { add(member) }
    case .node(let node):
      // What another sheet shows in full has its signs there.
      guard !node.isStub else { return }
      ids.insert(node.id)
      ids.formUnion(node.rows.map(\.id))
    }
  }

  /// The nearest part that stands for a subject, and how far off it is; nil when none does.
  func nearest(_ targets: SubjectTargets) -> (id: String, distance: Int)? {
    for (distance, id) in targets.all.enumerated() where ids.contains(id) { return (id, distance) }
    return nil
  }
}
