/// Two roles of which one is painted on the other, and how far apart they must be.
package struct ContrastPair: Sendable {
  /// The role of the text or line.
  package let ink: PaletteRole
  /// The role of what is behind it.
  package let ground: PaletteRole
  /// The least contrast ratio, by WCAG 2.2 at level AA: 4.5 for text (success criterion 1.4.3), 3 for lines that say
  /// something (1.4.11).
  package let least: Double

  /// All that a picture can have.
  package static let all: [ContrastPair] =
    pairs(["text", "quiet-text"], on: ["background", "card", "header"] + groundsOfGroups, 4.5)
    + pairs(["quiet-text"], on: ["stores-tint"], 4.5)
    + [
      "people", "fronts", "applications", "stores", "messages", "others", "info", "warning", "error", "added",
    ].flatMap { pairs([$0], on: [$0 + "-tint"], 4.5) }
    + pairs(["people", "fronts", "applications", "stores", "messages", "others"], on: ["card"], 3)
    + pairs(["others"], on: ["header"], 3)
    + pairs(
      ["call", "event", "dead-letter", "read", "write", "relation", "copy", "replication"],
      on: ["background"] + groundsOfGroups, 3)

  private static let groundsOfGroups = [
    "system-tint", "broker-tint", "region-tint", "zone-tint", "network-tint", "cluster-tint", "node-tint",
  ]

  private static func pairs(_ inks: [String], on grounds: [String], _ least: Double) -> [ContrastPair] {
    inks.compactMap(PaletteRole.named).flatMap { ink in
      grounds.compactMap(PaletteRole.named).map { ContrastPair(ink: ink, ground: $0, least: least) }
    }
  }
}

extension Palette {
  /// A pair whose contrast is too low.
  package struct Weakness: Sendable {
    /// Which roles.
    package let pair: ContrastPair
    /// The contrast that they have.
    package let ratio: Double
    /// Of the two, the one to change.
    package let culprit: PaletteRole
    /// The colour nearest to the culprit's that passes beside all that it meets; nil when none does.
    package let remedy: Colour?
  }

  /// What of the roles that somebody has chosen stands out too little: the worst pair of each, text before grounds.
  package func weaknesses(of chosen: [PaletteRole]) -> [Weakness] {
    let names = Set(chosen.map(\.name))
    var worst: [String: (pair: ContrastPair, lack: Double, culprit: PaletteRole)] = [:]
    for pair in ContrastPair.all where names.contains(pair.ink.name) || names.contains(pair.ground.name) {
      let lack = pair.least / self[role: pair.ink].contrast(to: self[role: pair.ground])
      guard lack > 1 else { continue }
      let culprit = names.contains(pair.ink.name) ? pair.ink : pair.ground
      if lack > worst[culprit.name]?.lack ?? 0 { worst[culprit.name] = (pair, lack, culprit) }
    }
    return chosen.compactMap { worst[$0.name] }.map { found in
      Weakness(
        pair: found.pair, ratio: self[role: found.pair.ink].contrast(to: self[role: found.pair.ground]),
        culprit: found.culprit, remedy: remedy(for: found.culprit))
    }
  }

  /// The nearest colour toward black or white with which all pairs of a role pass.
  private func remedy(for role: PaletteRole) -> Colour? {
    let pairs = ContrastPair.all.filter { $0.ink.name == role.name || $0.ground.name == role.name }
    for step in UInt32(1)...255 {
      for end in [0x000000, 0xffffff] as [Colour] {
        var tried = self
        tried[role: role] = self[role: role].moved(toward: end, by: step)
        if pairs.allSatisfy({ tried[role: $0.ink].contrast(to: tried[role: $0.ground]) >= $0.least }) {
          return tried[role: role]
        }
      }
    }
    return nil
  }
}
