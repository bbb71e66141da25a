import DesignDiagram

/// The rules of the SVG's style sheet: shapes once, colours once for each scheme.
enum Stylesheet {
  /// Writes the whole `<style>` element of a document.
  static func write(
    _ out: inout Bytes, _ theme: Theme, cards: [Drawing.Card], routes: [Drawing.Route], hasCallouts: Bool
  ) {
    out.raw("<style>\n")
    rules(&out, theme, hasCallouts: hasCallouts)
    hover(&out, cards, routes)
    out.raw("</style>\n")
  }

  /// Writes the whole `<style>` element of a chart of bars.
  static func writeBars(_ out: inout Bytes, _ theme: Theme) {
    out.raw("<style>\n")
    rules(&out, theme, hasCallouts: false)
    bars(theme.light, &out)
    if let dark = theme.dark {
      out.raw("@media (prefers-color-scheme:dark){\n")
      bars(dark, &out)
      out.raw("}\n")
    }
    out.raw(theme.isLineArt ? hatchedBars : ".later{fill-opacity:.35}\n")
    out.raw(".unknown{stroke-dasharray:3 3}\n</style>\n")
    if theme.isLineArt { out.raw(hatches) }
  }

  private static let hatchedBars: StaticString = """
    .bar{stroke:#000000;stroke-width:.8}
    .bar.later{fill:url(#later)}
    .bar.over{fill:url(#over)}
    .limit{stroke:#ffffff;stroke-width:1}

    """

  /// What bars are filled with where no colour tells them apart: light strokes for what comes later, crossed ones for what
  /// is too much.
  private static let hatches: StaticString = """
    <defs>
    <pattern id="later" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#ffffff"/>\
    <path d="M-1 1l2-2M0 5l5-5M4 6l2-2" stroke="#000000" stroke-width=".7"/></pattern>
    <pattern id="over" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="#ffffff"/>\
    <path d="M0 4l4-4M0 0l4 4" stroke="#000000" stroke-width="1"/></pattern>
    </defs>

    """

  private static func bars(_ palette: Palette, _ out: inout Bytes) {
    for (selector, property, colour) in [
      (".track", "fill", palette.card), (".track", "stroke", palette.cardLine),
      (".scale", "fill", palette.rule),
      (".limit", "fill", palette.text), (".bar.applications", "fill", palette.applications.ink),
      (".bar.machines", "fill", palette.others.ink), (".bar.stores", "fill", palette.stores.ink),
      (".bar.messages", "fill", palette.messages.ink), (".bar.over", "fill", palette.deadLetter),
    ] as [(StaticString, StaticString, Colour)] {
      out.raw(selector)
      out.raw("{")
      out.raw(property)
      out.raw(":")
      out.raw(colour)
      out.raw("}\n")
    }
  }

  /// Writes the rules that hold for every picture.
  static func rules(_ out: inout Bytes, _ theme: Theme, hasCallouts: Bool) {
    out.raw("text{font-family:\(theme.fontList)}\n")
    for role in TextRole.allCases where role != .callout || hasCallouts {
      out.raw(".\(role.rawValue){font-size:")
      out.number(role.size)
      out.raw(role.isBold ? "px;font-weight:bold}\n" : "px}\n")
    }
    out.raw(shapes)
    if hasCallouts {
      out.raw(".pin{stroke-width:1.2}\n.outline{fill:none;stroke-width:2.5;stroke-linejoin:round}\n")
    }
    write(theme.light, &out, hasCallouts: hasCallouts)
    if let dark = theme.dark {
      out.raw("@media (prefers-color-scheme:dark){\n")
      write(dark, &out, hasCallouts: hasCallouts)
      out.raw("}\n")
    }
    if theme.isLineArt { out.raw(lineArt) }
  }

  /// What says without colours what they say elsewhere: a pattern of dashes for each kind of place, thinner lines, badges
  /// with a border.
  private static let lineArt: StaticString = """
    .frame,.swatch,.glyph,.line,.foot,.head{stroke-width:1}
    .read .line{stroke-width:.6}
    .write .line{stroke-width:1.8}
    .tint-people,.tint-fronts,.tint-applications,.tint-stores,.tint-messages,.tint-others{stroke:#6e6e6e;stroke-width:.6}
    .broker{stroke-width:1.6}
    .region{stroke-dasharray:12 3}
    .zone{stroke-dasharray:8 3 2 3}
    .network{stroke-dasharray:3 2}
    .cluster{stroke-width:1.6;stroke-dasharray:12 3}
    .external{stroke-dasharray:5 3}

    """

  private static let shapes: StaticString = """
    .middle{text-anchor:middle}
    .end{text-anchor:end}
    .glyph,.sign{fill:none;stroke-linecap:round;stroke-linejoin:round}
    .glyph{stroke-width:1.6}
    .sign{stroke-width:1.3}
    .line{fill:none;stroke-width:1.4;stroke-linejoin:round}
    .hit{fill:none;stroke:transparent;stroke-width:12}
    .head{stroke-width:1.2;stroke-linejoin:round}
    .foot{fill:none;stroke-width:1.4;stroke-linecap:round}
    .read .line{stroke-width:1.1}
    .write .line{stroke-width:1.8}
    .reply .line{stroke-dasharray:3 3}
    .event .line{stroke-dasharray:7 4}
    .deadLetter .line{stroke-dasharray:4 3}
    .copy .line{stroke-dasharray:2 3}
    .reference .line{stroke-dasharray:6 4}
    .replication .line{stroke-dasharray:10 3 2 3}
    .lifeline{fill:none;stroke-dasharray:2 4}
    .divider{fill:none;stroke-dasharray:6 4}
    .external{stroke-dasharray:5 3}
    .stub{stroke-dasharray:2 3}
    .edge:hover .line{stroke-width:2.6}
    .card:hover .frame{stroke-width:2}
    a{text-decoration:none}

    """

  private static func write(_ palette: Palette, _ out: inout Bytes, hasCallouts: Bool) {
    func rule(_ selector: StaticString, _ property: StaticString, _ colour: Colour) {
      out.raw(selector)
      out.raw("{")
      out.raw(property)
      out.raw(":")
      out.raw(colour)
      out.raw("}\n")
    }
    rule(".sheet,.pill,.ring", "fill", palette.sheet)
    rule("text", "fill", palette.text)
    rule(
      ".sheetSubtitle,.groupSubtitle,.technology,.description,.rowType,.edgeLabel,.legend", "fill",
      palette.quiet)
    rule(".frame", "fill", palette.card)
    rule(".frame,.swatch", "stroke", palette.cardLine)
    rule(".swatch", "fill", palette.card)
    rule(".stub", "fill", palette.sheet)
    rule(".header", "fill", palette.header)
    rule(".lifeline", "stroke", palette.relation)
    rule(".note", "fill", palette.stores.tint)
    rule(".note", "stroke", palette.stores.ink)
    rule(".rule", "stroke", palette.rule)
    for (family, accent) in zip(
      ["people", "fronts", "applications", "stores", "messages", "others"] as [StaticString],
      [
        palette.people, palette.fronts, palette.applications, palette.stores, palette.messages,
        palette.others,
      ])
    {
      out.raw(".ink-")
      out.raw(family)
      out.raw("{stroke:")
      out.raw(accent.ink)
      out.raw("}\n.tint-")
      out.raw(family)
      out.raw("{fill:")
      out.raw(accent.tint)
      out.raw("}\ntext.on-")
      out.raw(family)
      out.raw("{fill:")
      out.raw(accent.ink)
      out.raw("}\n")
    }
    for (style, colour) in zip(
      [
        "call", "reply", "event", "deadLetter", "read", "write", "relation", "copy", "reference",
        "replication",
      ]
        as [StaticString],
      [
        palette.call, palette.call, palette.event, palette.deadLetter, palette.read, palette.write,
        palette.relation,
        palette.copy,
        palette.relation,
        palette.replication,
      ])
    {
      out.raw(".")
      out.raw(style)
      out.raw(" .line,.")
      out.raw(style)
      out.raw(" .head,.")
      out.raw(style)
      out.raw(" .foot,.")
      out.raw(style)
      out.raw(" .ring{stroke:")
      out.raw(colour)
      out.raw("}\n.")
      out.raw(style)
      out.raw(" .solid{fill:")
      out.raw(colour)
      out.raw("}\n")
    }
    for (kind, accent) in zip(
      [
        ".system,.group,.schema", ".broker", ".region", ".zone,.alternative", ".network,.parallel",
        ".cluster,.loop", ".machine",
      ]
        as [StaticString],
      [
        palette.system, palette.broker, palette.region, palette.zone, palette.network, palette.cluster,
        palette.machine,
      ])
    {
      out.raw(kind)
      out.raw("{fill:")
      out.raw(accent.tint)
      out.raw(";stroke:")
      out.raw(accent.ink)
      out.raw("}\n")
    }
    if hasCallouts { callouts(palette, &out) }
  }

  private static func callouts(_ palette: Palette, _ out: inout Bytes) {
    for (grade, accent) in zip(
      Callout.Grade.allCases,
      [palette.info, palette.warning, palette.error, palette.added, palette.error, palette.warning])
    {
      out.raw(".\(grade.rawValue) .pin{fill:")
      out.raw(accent.tint)
      out.raw(";stroke:")
      out.raw(accent.ink)
      out.raw("}\n.\(grade.rawValue) .sign{stroke:")
      out.raw(accent.ink)
      out.raw("}\n.\(grade.rawValue) text{fill:")
      out.raw(accent.ink)
      out.raw("}\n")
      guard grade.isChange else { continue }
      out.raw(".\(grade.rawValue) .outline{stroke:")
      out.raw(accent.ink)
      out.raw(grade == .removed ? ";stroke-dasharray:5 3}\n" : "}\n")
    }
  }

  /// A rule a card that has edges: while a pointer rests on it, its edges are thicker.
  private static func hover(_ out: inout Bytes, _ cards: [Drawing.Card], _ routes: [Drawing.Route]) {
    var ends: Set<String> = []
    for route in routes {
      ends.insert(route.edge.source.node)
      ends.insert(route.edge.target.node)
    }
    for card in cards where ends.contains(card.node.id) {
      let id = selector(card.node.id)
      for side in ["from", "to"] {
        out.raw("svg:has([id=\"")
        out.raw(id)
        out.raw("\"]:hover) [data-\(side)=\"")
        out.raw(id)
        out.raw("\"] .line{stroke-width:2.6}\n")
      }
    }
  }

  /// An id inside a quoted attribute selector inside XML content.
  private static func selector(_ id: String) -> String {
    var result = ""
    for scalar in id.unicodeScalars {
      switch scalar {
      case "\\", "\"", "<", "&", ">", "'", "{", "}", "/", "*":
        result += "\\" + String(scalar.value, radix: 16) + " "
      default:
        if scalar.value >= 0x20, !(0x7F..<0xA0).contains(scalar.value), scalar.value != 0xFFFE,
          scalar.value != 0xFFFF
        {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
