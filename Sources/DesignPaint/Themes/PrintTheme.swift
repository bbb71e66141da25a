extension Theme {
  /// For paper: black on white, thin lines; dashes and hatching say what colours say elsewhere.
  package static let print = Theme(
    name: "print", what: "for paper: black on white, thin lines, no dark scheme", corner: 4, isLineArt: true,
    light: .paper, dark: nil)
}

extension Palette {
  fileprivate static let paper: Palette = {
    let black = Accent(ink: 0x000000, tint: 0xffffff)
    let box = Accent(ink: 0x6e6e6e, tint: 0xffffff)
    return Palette(
      sheet: 0xffffff, card: 0xffffff, cardLine: 0x000000, header: 0xf0f0f0, rule: 0xb8b8b8,
      text: 0x000000, quiet: 0x3a3a3a,
      people: black, fronts: black, applications: black, stores: black, messages: black, others: black,
      call: 0x000000, event: 0x000000, deadLetter: 0x000000, read: 0x000000, write: 0x000000,
      relation: 0x000000, copy: 0x000000, replication: 0x000000,
      system: box, broker: box, region: box, zone: box, network: box, cluster: box, machine: box,
      info: black, warning: black, error: black, added: black)
  }()
}
