extension Theme {
  /// For projectors, small screens and eyes that need more: every text at 7 to 1 or better, which is level AAA of WCAG 2.2.
  package static let contrast = Theme(
    name: "contrast", what: "for projectors and weak eyes: all text at 7:1, clear borders", corner: 3,
    light: .light, dark: .dark)
}

extension Palette {
  fileprivate static let light = Palette(
    sheet: 0xffffff, card: 0xffffff, cardLine: 0x4a5568, header: 0xdde5f0, rule: 0xb9c3d1,
    text: 0x000000, quiet: 0x333c4a,
    people: Accent(ink: 0x35308a, tint: 0xe3e1fa), fronts: Accent(ink: 0x0b3d91, tint: 0xdce9fc),
    applications: Accent(ink: 0x004f48, tint: 0xcfeeea), stores: Accent(ink: 0x6b3200, tint: 0xfbe9cf),
    messages: Accent(ink: 0x651577, tint: 0xf5dff8), others: Accent(ink: 0x323c4b, tint: 0xe1e6ee),
    call: 0x1f2937, event: 0x6d1a80, deadLetter: 0x8f0f0a, read: 0x0b4a75, write: 0x6b3200,
    relation: 0x334155, copy: 0x6b3200, replication: 0x004f48,
    system: Accent(ink: 0x64748b, tint: 0xf1f5fa), broker: Accent(ink: 0x9a5fa8, tint: 0xfbf1fc),
    region: Accent(ink: 0x6b7280, tint: 0xf3f4f6), zone: Accent(ink: 0x6670b8, tint: 0xf0f1fc),
    network: Accent(ink: 0x4f8f7a, tint: 0xedf7f3), cluster: Accent(ink: 0x4f86bf, tint: 0xeaf3fc),
    machine: Accent(ink: 0x6b7684, tint: 0xf1f3f5),
    info: Accent(ink: 0x0b3d91, tint: 0xdce9fc), warning: Accent(ink: 0x5c3700, tint: 0xffebb3),
    error: Accent(ink: 0x7f0d07, tint: 0xfddcd9), added: Accent(ink: 0x064d20, tint: 0xd2f2db))

  fileprivate static let dark = Palette(
    sheet: 0x000000, card: 0x11161d, cardLine: 0x93a1b5, header: 0x232d3a, rule: 0x4b586a,
    text: 0xffffff, quiet: 0xcdd6e2,
    people: Accent(ink: 0xd3d0ff, tint: 0x27254d), fronts: Accent(ink: 0xb9d4ff, tint: 0x14294a),
    applications: Accent(ink: 0x8feadd, tint: 0x0c302d), stores: Accent(ink: 0xffd09a, tint: 0x3a2609),
    messages: Accent(ink: 0xf2c2fb, tint: 0x381c3f), others: Accent(ink: 0xd5dde8, tint: 0x29323e),
    call: 0xd7dfe9, event: 0xecb4f7, deadLetter: 0xffb3ad, read: 0xa5d8f7, write: 0xffc98a,
    relation: 0xc3cedb, copy: 0xffc98a, replication: 0x8feadd,
    system: Accent(ink: 0x7187a5, tint: 0x0a0f16), broker: Accent(ink: 0x9c70a6, tint: 0x170d1a),
    region: Accent(ink: 0x7d8896, tint: 0x0b0e12), zone: Accent(ink: 0x7f88c2, tint: 0x0e101c),
    network: Accent(ink: 0x5f9d88, tint: 0x0a1512), cluster: Accent(ink: 0x6596c8, tint: 0x0a131d),
    machine: Accent(ink: 0x808c9c, tint: 0x0e1216),
    info: Accent(ink: 0xb9d4ff, tint: 0x14294a), warning: Accent(ink: 0xffdf94, tint: 0x392a05),
    error: Accent(ink: 0xffc9c4, tint: 0x451512), added: Accent(ink: 0xa5efbb, tint: 0x0e2c18))
}
