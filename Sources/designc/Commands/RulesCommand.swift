import ArgumentParser
import DesignCompiler
import DesignExchange
import DesignLint
import DesignSource

/// `designc rules`
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules of the review.",
    discussion: """
      Lists what is built in and, where the paths of a design are given, the rules that it states itself. With --pages \
      writes a page for each, with a wrong and a right example, and a README.md that lists them.

      Examples:
        designc rules                                   all that are built in
        designc rules design --only SEC --severity error
                                                        the errors of the security review; `design` is a directory
        designc rules --format json                     for other programs, with the examples
        designc rules design --pages docs/rules         a page each, as Markdown
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  @Argument(
    help: "Files, or directories that hold .design files, whose own rules are listed too.",
    completion: .file())
  var paths: [String] = []

  @Option(
    help:
      "Only this rule or reviewer, by id (SEC001), name (weak-password-hash) or prefix (SEC); may be repeated."
  )
  var only: [String] = []

  @Option(help: "Only rules of this severity: error, warning or info; may be repeated.")
  var severity: [Diagnostic.Severity] = []

  @Option(help: "How the list is written: text, json or markdown.")
  var format = Format.text

  @Option(
    help: "Write a page for each rule, and README.md, into this directory instead.", completion: .directory)
  var pages: String?

  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let rules = try selected()
    guard pages == nil else { return try writePages(rules) }
    switch format {
    case .text:
      Terminal.print(RulesIndex.text(rules))
      // For people; a program that reads the list gets the rules alone.
      if !messages.quiet {
        Terminal.printError(
          "designc: \(counted(rules.count, "rule")); `designc explain RULE` shows its page\n")
      }
    case .json: Terminal.print(bytes: try RulesDocument(rules).bytes())
    case .markdown: Terminal.print(RulesIndex.markdown(rules, hasPages: false))
    }
  }

  private func selected() throws -> [Rule] {
    let book = try book()
    var options = ReviewOptions()
    options.only = only
    try options.checkRules(book)
    let rules = book.rules.filter {
      (only.isEmpty || options.names($0)) && (severity.isEmpty || severity.contains($0.severity))
    }
    guard !rules.isEmpty else { throw ValidationError("No rule is of that severity among those asked for") }
    return rules
  }

  private func book() throws -> RuleBook {
    guard !paths.isEmpty else { return .builtIn }
    let compilation = try messages.compiled(paths)
    try diagnostics.stopIfUnreviewable(compilation)
    return RuleBook(compilation.model.rules)
  }

  private func writePages(_ rules: [Rule]) throws {
    guard let pages else { return }
    let index = RulesIndex.markdown(rules, hasPages: true)
    let files =
      [OutputFile(name: "README.md", bytes: Array(index.utf8))]
      + rules.map { OutputFile(name: RulesIndex.fileName($0), bytes: Array(RulePage($0).markdown.utf8)) }
    try OutputDirectory(path: pages).write(files)
    messages.tell("\(pages)/README.md, and a page for \(counted(rules.count, "rule"))\n")
  }
}
