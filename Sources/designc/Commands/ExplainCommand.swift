import ArgumentParser
import DesignExchange
import DesignLint
import DesignSource

import struct DesignModel.DiagnosticCode

/// `designc explain`
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a code means, with a wrong and a right example.",
    discussion: """
      A code stands in brackets behind `error` or `warning`: that of a mistake (unknown-word), or the id or name of a rule \
      (SEC001, weak-password-hash), or what `designc verify` finds (VER001). Without one, lists all there are.

      Examples:
        designc explain                      every code there is
        designc explain unknown-word         a mistake in the text
        designc explain weak-password-hash   a rule, by its name
      """)

  @Argument(help: "The code of a mistake, or the id or name of a rule.")
  var code: String?

  func run() throws {
    guard let code else { return Terminal.print(Self.list()) }
    if let rule = Rule.named(code) {
      Terminal.print(RulePage(rule).text)
    } else if let mistake = DiagnosticCode.named(code) {
      Terminal.print(Self.text(mistake))
    } else {
      let codes = DiagnosticCode.all.map(\.code) + Rule.all.flatMap { [$0.id, $0.name] }
      let hint = Spelling.nearest(to: code, among: codes).map { "; did you mean '\($0)'?" } ?? ""
      throw ValidationError("There is no code or rule called '\(code)'\(hint)")
    }
  }

  private static func list() -> String {
    let mistakes = DiagnosticCode.all.map { (name: $0.code, title: $0.title) }
    let rules = Rule.all.map { (name: $0.id, title: $0.name) }
    let width = (mistakes + rules).map(\.name.count).max() ?? 0
    return (mistakes + rules).map { entry in
      entry.name + String(repeating: " ", count: width - entry.name.count + 2) + entry.title + "\n"
    }.joined()
  }

  private static func text(_ mistake: DiagnosticCode) -> String {
    let head = mistake.isDeviation ? mistake.code : "error[\(mistake.code)]"
    var out = "\(head): \(mistake.title)\n\n\(wrapped(mistake.explanation))\n"
    if !mistake.wrong.isEmpty { out += example(mistake.isDeviation ? "Built" : "Wrong", mistake.wrong) }
    return out + example(mistake.isDeviation ? "Agreed" : "Right", mistake.right)
  }

  private static func example(_ title: String, _ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map { "    \($0)\n" }
    return "\n\(title):\n\n" + lines.joined()
  }
}
