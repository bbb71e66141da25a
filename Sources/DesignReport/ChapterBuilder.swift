import DesignDiagram
import DesignExchange
import DesignLayout
import DesignLint
import DesignPaint
import DesignSource
import DesignView

/// Makes chapters: numbers the findings, finds the picture that shows each best, and pins the numbers there.
struct ChapterBuilder {
  /// Diagrams that findings may be shown on; a flow shows people and applications that the others show too.
  private let pictures: [(name: String, diagram: Diagram, parts: PictureParts)]
  private let places: Places
  private let theme: Theme
  private var number = 0
  private var figures = 0
  private var drawings: [String: Drawing] = [:]

  init(_ pictures: [Picture], _ places: Places, _ theme: Theme) {
    self.theme = theme
    self.pictures = pictures.compactMap { picture in
      guard case .diagram(let diagram) = picture.content else { return nil }
      return (picture.name, diagram, PictureParts(picture.content))
    }
    self.places = places
  }

  /// More signs than these at one part would hide it; the last then stands for all that remain.
  private static let mostSigns = 4

  /// A finding with its number, and where it is shown.
  private struct Numbered {
    let number: Int
    let finding: Finding
    /// The place in `pictures`, and the part of it.
    let spot: (picture: Int, part: String)?
  }

  mutating func chapter(_ reviewer: Reviewer, _ findings: [Finding]) throws(LayoutError) -> Chapter {
    // The gravest first; what one rule says stands together, in the order of the text.
    let sorted = findings.enumerated().sorted {
      ($1.element.severity, $0.element.rule, $0.offset) < ($0.element.severity, $1.element.rule, $1.offset)
    }.map(\.element)
    var numbered: [Numbered] = []
    for finding in sorted {
      number += 1
      numbered.append(Numbered(number: number, finding: finding, spot: spot(finding, reviewer)))
    }
    var made: [Chapter.Figure] = []
    var shown: [Int: Chapter.Entry.Shown] = [:]
    for index in pictures.indices {
      let own = numbered.filter { $0.spot?.picture == index }
      guard !own.isEmpty else { continue }
      figures += 1
      let id = "picture-\(figures)"
      let drawing = try self.drawing(index)
      let caption =
        pictures[index].diagram.subtitle.isEmpty ? pictures[index].name : pictures[index].diagram.subtitle
      let callouts = Self.callouts(own)
      for (callout, numbers) in callouts {
        for number in numbers { shown[number] = .init(link: "\(id):\(callout.id)", picture: caption) }
      }
      let svg = paintSVG(
        drawing, theme: theme, callouts: callouts.map(\.callout), calloutScale: Self.scale(drawing.size),
        embeddedAs: "\(id):")
      made.append(
        .init(
          id: id, caption: caption, isWide: Self.isWide(drawing.size),
          svg: String(decoding: svg, as: UTF8.self)))
    }
    let counts = SeverityCounts(findings.map(\.severity))
    return Chapter(
      reviewer: reviewer.name, anchor: reviewer.anchor, rules: reviewer.rules.count,
      counts: counts.isEmpty ? nil : counts.words, pictures: made,
      findings: numbered.map { entry($0, shown[$0.number]) })
  }

  private func entry(_ numbered: Numbered, _ shown: Chapter.Entry.Shown?) -> Chapter.Entry {
    let finding = numbered.finding
    return Chapter.Entry(
      number: numbered.number, severity: finding.severity.rawValue, rule: finding.rule, name: finding.name,
      message: Phrase.all(finding.diagnostic.message), subject: finding.subject,
      place: places.written(finding.diagnostic.range), notes: finding.diagnostic.notes.map(Phrase.all),
      help: finding.diagnostic.help.map(Phrase.all), shown: shown)
  }

  /// The picture on which the nearest part stands; among equals the kind that the reviewer looks at, then the first.
  private func spot(_ finding: Finding, _ reviewer: Reviewer) -> (picture: Int, part: String)? {
    let targets = SubjectTargets(finding.subject)
    var best: (picture: Int, part: String, cost: Int)?
    for (index, picture) in pictures.enumerated() {
      guard let (part, distance) = picture.parts.nearest(targets) else { continue }
      let cost = distance * 2 + (Self.kind(for: reviewer) == picture.diagram.kind ? 0 : 1)
      if best.map({ cost < $0.cost }) ?? true { best = (index, part, cost) }
    }
    return best.map { ($0.picture, $0.part) }
  }

  private static func kind(for reviewer: Reviewer) -> Diagram.Kind {
    switch reviewer.prefix {
    case "DAT": .erd
    case "INF", "OPS": .deployment
    case "MSG": .events
    default: .applications
    }
  }

  private mutating func drawing(_ index: Int) throws(LayoutError) -> Drawing {
    if let known = drawings[pictures[index].name] { return known }
    let drawing = try layout(pictures[index].diagram, theme.measures)
    drawings[pictures[index].name] = drawing
    return drawing
  }

  /// Pixels between the margins of a page of A4, at 96 to the inch.
  private static let paperWidth = 680.0

  /// Signs are read on paper too, on which a large picture is small; more than double the size would hide the picture.
  private static func scale(_ size: Size) -> Double { min(2.2, max(1, size.width / paperWidth)) }

  /// Whether a picture is easier to read on a page that lies on its side.
  private static func isWide(_ size: Size) -> Bool {
    size.width > 1.5 * paperWidth && size.width > 1.2 * size.height
  }

  /// The signs of a picture, each with the numbers of the findings that it stands for.
  private static func callouts(_ numbered: [Numbered]) -> [(callout: Callout, numbers: [Int])] {
    var order: [String] = []
    var byPart: [String: [Numbered]] = [:]
    for one in numbered {
      guard let part = one.spot?.part else { continue }
      if byPart[part] == nil { order.append(part) }
      byPart[part, default: []].append(one)
    }
    var out: [(callout: Callout, numbers: [Int])] = []
    for part in order {
      let all = byPart[part] ?? []
      let single = all.count > mostSigns ? Array(all.prefix(mostSigns - 1)) : all
      for one in single { out.append((callout(part, [one], text: "\(one.number)"), [one.number])) }
      let rest = all.dropFirst(single.count)
      if let first = rest.first {
        out.append(
          (callout(part, Array(rest), text: "\(first.number) +\(rest.count - 1)"), rest.map(\.number)))
      }
    }
    return out
  }

  private static func callout(_ part: String, _ numbered: [Numbered], text: String) -> Callout {
    let first = numbered.first?.number ?? 0
    let grade = numbered.map(\.finding.severity).max() ?? .info
    return Callout(
      id: "sign-\(first)", target: part, grade: .init(grade), text: text,
      tooltip: numbered.map {
        "\($0.number). \($0.finding.severity.rawValue) \($0.finding.rule): \($0.finding.diagnostic.message)"
      }, link: "#finding-\(first)")
  }
}
