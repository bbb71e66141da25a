import DesignDiagram
import DesignView

extension Picture {
  /// The diagram of a picture that shows one; an empty one of a sequence.
  var diagram: Diagram {
    guard case .diagram(let diagram) = content else { return Diagram(kind: .applications, title: "") }
    return diagram
  }
}
