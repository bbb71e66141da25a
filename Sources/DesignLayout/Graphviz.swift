import CGraphviz
import DesignDiagram
import Synchronization

/// Why a diagram could not be placed. Only the machine can be at fault: every diagram has a layout.
package enum LayoutError: Error, Sendable, Hashable {
  /// Graphviz's `dot_layout` plug-in is not beside its library, or cannot be opened.
  case graphvizPluginMissing
  /// Graphviz gave up, as it does when memory ends.
  case graphvizFailed
}

/// The `dot` algorithm over boxes of known size. One layout at a time in a process, since the library is not thread-safe.
enum Graphviz {
  /// An edge that ranks `head` after `tail`; both are places in the array of boxes.
  struct Edge: Hashable {
    var tail: Int
    var head: Int
    var weight = 1
    /// The least number of ranks from the tail to the head.
    var length = 1
  }

  private static let turn = Mutex(())

  /// The rank of each of `count` boxes that makes the edges short.
  static func ranks(count: Int, edges: [Edge]) throws(LayoutError) -> [Int] {
    if edges.isEmpty { return [Int](repeating: 0, count: count) }
    var nodes = [cgraphviz_node](
      repeating: cgraphviz_node(width: 36, height: 36, x: 0, y: 0, rank: 0, cluster: -1), count: count)
    let lines = edges.map(line)
    let result = turn.withLock { _ in
      cgraphviz_rank(&nodes, Int32(nodes.count), lines, Int32(lines.count))
    }
    try check(result)
    return nodes.map { Int($0.rank) }
  }

  /// The centre of each box, with the boxes in the ranks given, which must leave out none below the highest.
  static func positions(
    sizes: [Size], edges: [Edge], ranks: [Int], horizontal: Bool, gap: Double, rankGap: Double
  ) throws(LayoutError) -> [Point] {
    var nodes = zip(sizes, ranks).map { size, rank in
      cgraphviz_node(width: size.width, height: size.height, x: 0, y: 0, rank: Int32(rank), cluster: -1)
    }
    let lines = edges.map(line)
    let result = turn.withLock { _ in
      cgraphviz_place(
        &nodes, Int32(nodes.count), lines, Int32(lines.count), horizontal ? 1 : 0, gap, rankGap)
    }
    try check(result)
    return nodes.map { Point($0.x, $0.y) }
  }

  /// A box round others.
  struct Cluster {
    /// The number of the box round it, lower than its own.
    var parent: Int?
    /// The room of its title, inside the upper border.
    var title: Size
  }

  /// The centre of each box and the frame of each cluster, ranked and ordered all at once.
  static func positions(
    sizes: [Size], homes: [Int?], clusters: [Cluster], edges: [Edge], horizontal: Bool, gap: Double,
    rankGap: Double, margin: Double
  ) throws(LayoutError) -> (centres: [Point], frames: [Rect]) {
    var nodes = zip(sizes, homes).map { size, home in
      cgraphviz_node(
        width: size.width, height: size.height, x: 0, y: 0, rank: 0, cluster: Int32(home ?? -1))
    }
    var boxes = clusters.map {
      cgraphviz_cluster(
        parent: Int32($0.parent ?? -1), title_width: $0.title.width, title_height: $0.title.height, x: 0,
        y: 0, width: 0, height: 0)
    }
    let lines = edges.map(line)
    let result = turn.withLock { _ in
      cgraphviz_place_clustered(
        &nodes, Int32(nodes.count), &boxes, Int32(boxes.count), lines, Int32(lines.count),
        horizontal ? 1 : 0, gap, rankGap, margin)
    }
    try check(result)
    return (nodes.map { Point($0.x, $0.y) }, boxes.map { Rect($0.x, $0.y, $0.width, $0.height) })
  }

  private static func line(_ edge: Edge) -> cgraphviz_edge {
    cgraphviz_edge(
      tail: Int32(edge.tail), head: Int32(edge.head), weight: Int32(edge.weight),
      length: Int32(edge.length))
  }

  private static func check(_ result: cgraphviz_result) throws(LayoutError) {
    switch result {
    case CGRAPHVIZ_OK: return
    case CGRAPHVIZ_NO_PLUGIN: throw .graphvizPluginMissing
    default: throw .graphvizFailed
    }
  }
}
