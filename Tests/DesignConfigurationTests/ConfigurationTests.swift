import DesignDiagram
import DesignLint
import DesignPaint
import DesignSource
import TestSupport
import Testing

@testable import DesignConfiguration

@Suite struct ConfigurationTests {
  private func read(_ text: String, rules: RuleBook = .builtIn) -> (Configuration, [Diagnostic], SourceFile) {
    let file = SourceFile(path: "designc.yml", text: text)
    let result = Configuration.read(file, id: FileID(0), rules: rules)
    return (result.configuration, result.diagnostics, file)
  }

  @Test func takesWhatItSays() {
    let (configuration, problems, _) = read(
      """
      stage: review
      fail-on: warning
      profiles: [asvs-1, fips]
      rules:
        OPS: info
        SEC001: warning
        utilisation-above-target: { severity: error, target: 55%, critical-target: 40% }
        SEC024: { access-token: 15m }
        DAT004: { large-table: 50k }
        DAT005: "off"
        API010: off
        SEC009: { acceptable: false }
      environments:
        required: [qa, staging]
        judged: [production, staging]
      baseline: known.json
      """)
    #expect(problems.map(\.message) == [])
    #expect(configuration.stage == .review)
    #expect(configuration.failOn == .warning)
    #expect(configuration.baseline == "known.json")
    let review = configuration.review
    #expect(review.profiles == [.asvs1, .fips])
    #expect(
      review.levels == [
        "OPS": .info, "SEC001": .warning, "INF004": .error, "DAT005": .off, "API010": .off,
      ])
    #expect(review.figures["INF004"] == ["target": 55, "critical-target": 40])
    #expect(review.figures["SEC024"] == ["access-token": 900])
    #expect(review.figures["DAT004"] == ["large-table": 50_000])
    #expect(review.unacceptable == ["SEC009"])
    #expect(review.requiredEnvironments == ["qa", "staging"])
    #expect(review.judgedEnvironments == ["production", "staging"])
  }

  @Test func aThemeDiffersFromItsBase() throws {
    #expect(read("theme: print\n").0.theme == Theme.print)
    #expect(read("stage: sketch\n").0.theme == nil)
    // The base counts wherever it stands.
    let (configuration, problems, _) = read(
      """
      theme:
        font: liberation serif
        corner: 2.5
        density: compact
        light: { text: 102030, card: "#ABC" }
        dark: none
        base: contrast
      """)
    #expect(problems.map(\.message) == [])
    let theme = try #require(configuration.theme)
    let (text, card) = (try #require(PaletteRole.named("text")), try #require(PaletteRole.named("card")))
    #expect(theme.light[role: text].hex == "#102030" && theme.light[role: card].hex == "#aabbcc")
    #expect(theme.dark == nil && theme.corner == 2.5 && theme.family == "Liberation Serif")
    #expect(theme.measures == LayoutMeasures(typeface: .times, density: .compact))
    var same = theme
    (same.light, same.dark, same.corner) = (Theme.contrast.light, Theme.contrast.dark, Theme.contrast.corner)
    (same.measures, same.family) = (.standard, nil)
    #expect(same == Theme.contrast, "nothing else differs")
  }

  @Test(arguments: [
    "", "\n# nothing yet\n", "rules:\n", "environments:\n", "---\n", "\u{FEFF}stage: sketch\n",
  ])
  func needsNothing(_ text: String) {
    #expect(read(text).1.map(\.message) == [])
  }

  /// What is wrong, where, and what is proposed instead.
  @Test(arguments: [
    ("stage: reviw\n", "1:8", "cannot be `reviw`", "review"),
    ("rulez: {}\n", "1:1", "no setting `rulez`", "rules"),
    ("rules:\n  SEC01: off\n", "2:3", "no rule or reviewer called `SEC01`", "SEC001"),
    ("rules:\n  weak-pasword-hash: off\n", "2:3", "called `weak-pasword-hash`", "weak-password-hash"),
    ("rules:\n  SCE: off\n", "2:3", "called `SCE`", "SEC"),
    ("rules:\n  SEC001: of\n", "2:11", "`SEC001` cannot be `of`", "off"),
    ("rules:\n  SEC: {severity: off}\n", "2:8", "is a block of settings", ""),
    ("rules:\n  INF004:\n    tarjet: 60%\n", "3:5", "no setting `tarjet`", "target"),
    ("rules:\n  INF004: {target: 0.6}\n", "2:20", "is a percentage", ""),
    ("rules:\n  INF004: {target: 100%}\n", "2:20", "goes from 1% to 99%", ""),
    ("rules:\n  SEC024: {access-token: 15}\n", "2:26", "is a duration", ""),
    ("rules:\n  SEC024: {access-token: 2d}\n", "2:26", "goes from 1m to 1d", ""),
    ("rules:\n  DAT004: {large-table: many}\n", "2:25", "is a whole number", ""),
    ("rules:\n  DAT004: {large-table: }\n", "2:12", "needs a value", ""),
    ("rules:\n  MOD010: off\n", "2:11", "cannot be turned off", ""),
    ("rules:\n  SEC015: {severity: warning}\n", "2:22", "cannot be made less than an error", ""),
    ("rules:\n  MOD001: {acceptable: true}\n", "2:24", "can never be accepted", ""),
    ("rules:\n  SEC001: {acceptable: maybe}\n", "2:24", "cannot be `maybe`", ""),
    ("rules:\n  SEC001: off\n  weak-password-hash: info\n", "3:3", "are the same rule", ""),
    ("rules:\n  SEC001: off\n  SEC001: info\n", "2:3", "`SEC001` is set twice", ""),
    ("rules: [SEC001]\n", "1:8", "but here is a list", ""),
    ("profiles: [asvs, fisp]\n", "1:18", "cannot be `fisp`", "fips"),
    ("environments: {required: [prod]}\n", "1:27", "cannot be `prod`", ""),
    ("environments: {judged: []}\n", "1:16", "names no kind", ""),
    ("environments:\n  requires: [qa]\n", "2:3", "no setting `requires`", "required"),
    ("fail-on: 'eror'\n", "1:10", "cannot be `eror`", "error"),
    ("# ä\nstage:   ünfertig # später\n", "2:10", "cannot be `ünfertig`", ""),
    ("stage: [\n", "2:1", "this is not YAML", ""),
    ("\tstage: review\n", "1:1", "this is not YAML", ""),
    ("stage\n", "1:1", "is a block of settings", ""),
    ("theme: prnt\n", "1:8", "`theme` cannot be `prnt`", "print"),
    ("theme: { base: contrst }\n", "1:16", "`base` cannot be `contrst`", "contrast"),
    ("theme:\n  fnt: Arial\n", "2:3", "no setting `fnt`", "font"),
    ("theme:\n  font: Comic Sans MS\n", "2:9", "widths of the font `Comic Sans MS` are not known", ""),
    ("theme:\n  corner: 17\n", "2:11", "from 0 to 16, but here is `17`", ""),
    ("theme:\n  corner: nan\n", "2:11", "from 0 to 16, but here is `nan`", ""),
    ("theme:\n  density: tight\n", "2:12", "`density` cannot be `tight`", ""),
    ("theme:\n  light: none\n", "2:10", "is a block of settings", ""),
    ("theme:\n  light:\n    cards: '#fff'\n", "3:5", "no setting `cards`", "card"),
    ("theme:\n  light:\n    text: #333\n", "3:5", "is a colour, but here is nothing", ""),
    ("theme:\n  dark:\n    border: red\n", "3:13", "is a colour, but here is `red`", ""),
    (
      "theme: { light: { text: '#999' } }\n", "1:25",
      "`text` on `header` has a contrast of 2.5:1 in `light`; it must be 4.5:1",
      "\"#6e6e6e\""
    ),
    ("theme: { dark: { background: '#777' } }\n", "1:30", "`quiet-text` on `background`", "\"#424242\""),
    ("\r\nstage: x\r\n", "2:8", "cannot be `x`", ""),
  ])
  func tellsWhatIsWrong(_ text: String, _ place: String, _ message: String, _ instead: String) {
    let (_, problems, file) = read(text)
    #expect(problems.count == 1, "\(problems.map(\.message))")
    guard let first = problems.first else { return }
    let position = LineTable(file).position(of: first.range.start)
    #expect("\(position.line):\(position.column)" == place)
    #expect(first.message.contains(message), "\(first.message)")
    #expect(first.severity == .error && first.code == "configuration" && !first.help.isEmpty)
    #expect(first.fixIts.map(\.replacement) == (instead.isEmpty ? [] : [instead]))
  }

  @Test func tellsEverythingAtOnce() {
    let (configuration, problems, _) = read("stage: x\nfail-on: y\nrules:\n  SEC001: z\n  SEC002: off\n")
    #expect(problems.count == 3)
    #expect(configuration.review.levels == ["SEC002": .off])
  }

  @Test func refusesWhatIsNoText() {
    let file = SourceFile(path: "designc.yml", bytes: [0x73, 0xFF, 0x0A])
    let result = Configuration.read(file, id: FileID(0), rules: .builtIn)
    #expect(result.diagnostics.map(\.message) == ["the file is not UTF-8"])
  }

  @Test func knowsTheDesignsOwnRules() {
    let design = Compiled("rule no-php: warning { for application where technology is \"PHP\" }")
    let (configuration, problems, _) = read("rules:\n  no-php: info\n", rules: RuleBook(design.model.rules))
    #expect(problems.map(\.message) == [])
    #expect(configuration.review.levels == ["no-php": .info])
  }

  /// A file of random pieces is read without harm.
  @Test func survivesAnything() {
    let pieces = [
      "stage", ":", " ", "\n", "  ", "- ", "[", "]", "{", "}", "rules", "SEC001", "off", "&a", "*a", "'", "ä",
      "60%", "|", "#", "!!x", "\t",
    ]
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      let (_, problems, file) = read(text)
      for problem in problems { #expect(Int(problem.range.end) <= file.bytes.count, "\(text)") }
    }
  }
}
