import DesignDiagram
import DesignLayout
package import DesignPaint
import DesignSource
import DesignView

extension Picture.Content {
  /// The picture as SVG, and the size of its sheet in pixels.
  ///
  /// - Parameters:
  ///   - theme: its look.
  ///   - callouts: signs that are pinned to what it shows.
  /// - Throws: `LayoutError` where Graphviz cannot be used.
  func painted(_ theme: Theme, callouts: [Callout] = []) throws -> (svg: [UInt8], size: Size) {
    switch self {
    case .diagram(let diagram):
      let drawing = try layout(diagram, theme.measures)
      return (paintSVG(drawing, theme: theme, callouts: callouts), drawing.size)
    case .sequence(let sequence):
      let drawing = layout(sequence, theme.measures)
      return (paintSVG(drawing, theme: theme, callouts: callouts), drawing.size)
    }
  }

  /// The picture as text, with callouts as for the SVG.
  ///
  /// - Throws: `LayoutError` where Graphviz cannot be used.
  func text(callouts: [Callout] = []) throws -> [UInt8] {
    switch self {
    case .diagram(let diagram): paintText(try layout(diagram), callouts: callouts)
    case .sequence(let sequence): paintText(layout(sequence), callouts: callouts)
    }
  }

  private var titles: (title: String, subtitle: String) {
    switch self {
    case .diagram(let diagram): (diagram.title, diagram.subtitle)
    case .sequence(let sequence): (sequence.title, sequence.subtitle)
    }
  }

  /// What the picture shows, in a few words: `Online shop · Applications`.
  var title: String { titles.subtitle.isEmpty ? titles.title : "\(titles.title) · \(titles.subtitle)" }

  /// What tells it from others of the same design: `Applications`.
  var shortTitle: String { titles.subtitle.isEmpty ? titles.title : titles.subtitle }
}

/// One picture of a design, chosen by its name.
package struct SinglePicture: Sendable {
  /// The name of its file, without an extension.
  package let name: String
  /// What it shows, in a few words.
  package let title: String
  fileprivate let content: Picture.Content

  /// - Throws: `LayoutError` where Graphviz cannot be used.
  package func svg(_ theme: Theme = .standard) throws -> [UInt8] { try content.painted(theme).svg }

  /// As text for terminals.
  ///
  /// - Parameter ascii: whether it is drawn with ASCII characters alone; what the design says stays.
  /// - Throws: `LayoutError` where Graphviz cannot be used.
  package func text(ascii: Bool = false) throws -> [UInt8] {
    let text = try content.text()
    return ascii ? DesignPaint.ascii(text) : text
  }

  /// As a graph for Graphviz; nil for a sequence, which is none.
  package var dot: [UInt8]? { if case .diagram(let diagram) = content { paintDOT(diagram) } else { nil } }
}

/// Why there is no such picture.
package enum NoPicture: Error {
  /// The design declares nothing that could be drawn.
  case empty
  /// None has this name; these are there, and this is the nearest.
  case unknown(String, all: [String], nearest: String?)
}

extension Compilation {
  /// One picture of the design.
  ///
  /// - Parameter name: as `build` names its file. When nil, the first that a `view` asks for; else the applications; else
  ///   the first of all.
  /// - Throws: `NoPicture`.
  package func picture(named name: String?) throws -> SinglePicture {
    let pictures = pictures(of: model)
    guard let first = pictures.first else { throw NoPicture.empty }
    let wanted: Picture
    if let name {
      guard let found = pictures.first(where: { $0.name == name || $0.name == "view-\(name)" }) else {
        let names = pictures.map(\.name)
        throw NoPicture.unknown(name, all: names, nearest: Spelling.nearest(to: name, among: names))
      }
      wanted = found
    } else {
      wanted =
        pictures.first { $0.name.hasPrefix("view-") } ?? pictures.first { $0.name == "applications" } ?? first
    }
    return SinglePicture(name: wanted.name, title: wanted.content.title, content: wanted.content)
  }
}
