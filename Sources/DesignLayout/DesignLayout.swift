package import DesignDiagram

package func layout(_ diagram: Diagram) -> Diagram { fatalError() }
