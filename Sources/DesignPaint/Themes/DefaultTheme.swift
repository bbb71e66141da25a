import DesignDiagram

extension Theme {
  /// For screens, in light and dark.
  package static let standard = Theme(
    name: "default", what: "for screens, in light and dark", light: .light, dark: .dark)
}

extension Palette {
  fileprivate static let light = Palette(
    sheet: 0xfcfcfd, card: 0xffffff, cardLine: 0xc6ced9, header: 0xedf2f9, rule: 0xe6eaf0,
    text: 0x18212e,
    quiet: 0x566274,
    people: Accent(ink: 0x4b44ad, tint: 0xebeafb), fronts: Accent(ink: 0x1f5fc9, tint: 0xe4eefc),
    applications: Accent(ink: 0x0c6f66, tint: 0xddf3f0), stores: Accent(ink: 0x9a4d07, tint: 0xfcefdc),
    messages: Accent(ink: 0x8a2f9c, tint: 0xf8e7fa), others: Accent(ink: 0x505c6e, tint: 0xe9edf2),
    call: 0x46556a, event: 0x8a2f9c, deadLetter: 0xb3261e, read: 0x1f6f9c, write: 0x9a4d07,
    relation: 0x66758a,
    copy: 0x9a4d07,
    replication: 0x0c6f66,
    system: Accent(ink: 0xc8d6ea, tint: 0xf3f7fc), broker: Accent(ink: 0xe3c9e8, tint: 0xfcf5fd),
    region: Accent(ink: 0xcfd5dd, tint: 0xf6f7f9), zone: Accent(ink: 0xcdd3ef, tint: 0xf3f4fc),
    network: Accent(ink: 0xbfdcd2, tint: 0xf1f8f5), cluster: Accent(ink: 0xb9d3ee, tint: 0xedf5fc),
    machine: Accent(ink: 0xcbd2dc, tint: 0xf4f6f8),
    info: Accent(ink: 0x1b56b8, tint: 0xe4eefc), warning: Accent(ink: 0x7a4a00, tint: 0xffefc7),
    error: Accent(ink: 0xa3150d, tint: 0xfde4e2), added: Accent(ink: 0x0b6b2f, tint: 0xdcf5e3))

  fileprivate static let dark = Palette(
    sheet: 0x12161c, card: 0x1d232c, cardLine: 0x465162, header: 0x262f3b, rule: 0x303a47,
    text: 0xe8edf4,
    quiet: 0xa3afbf,
    people: Accent(ink: 0xb5b0ff, tint: 0x2e2c52), fronts: Accent(ink: 0x8fb9ff, tint: 0x1f3353),
    applications: Accent(ink: 0x62d3c4, tint: 0x173c39), stores: Accent(ink: 0xf2b268, tint: 0x44301a),
    messages: Accent(ink: 0xe39bf0, tint: 0x432549), others: Accent(ink: 0xb4bfcd, tint: 0x323b48),
    call: 0xa5b2c3, event: 0xd98ae8, deadLetter: 0xf2938c, read: 0x77bce6, write: 0xeba557,
    relation: 0x8e9db1,
    copy: 0xeba557,
    replication: 0x55c5b6,
    system: Accent(ink: 0x33435a, tint: 0x171e28), broker: Accent(ink: 0x4e3355, tint: 0x211a25),
    region: Accent(ink: 0x39424e, tint: 0x171b21), zone: Accent(ink: 0x3a4063, tint: 0x1a1d2a),
    network: Accent(ink: 0x2c4a40, tint: 0x16211e), cluster: Accent(ink: 0x2c4866, tint: 0x172230),
    machine: Accent(ink: 0x414b59, tint: 0x1b2027),
    info: Accent(ink: 0x8fb9ff, tint: 0x1f3353), warning: Accent(ink: 0xf5c766, tint: 0x43330f),
    error: Accent(ink: 0xffb0a8, tint: 0x4d1f1c), added: Accent(ink: 0x7ddc9a, tint: 0x16381f))
}
