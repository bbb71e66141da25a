import ArgumentParser
import DesignCompiler
import DesignExchange
import DesignLint
import DesignSizing
import DesignSource
import DesignSyntax

import struct DesignModel.CalendarDay
import struct DesignModel.Model
import struct DesignModel.Placement

/// `designc size`
struct SizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "size",
    abstract: "Say how many servers of which size an environment needs.",
    discussion: """
      Follows the stated traffic along connections and reckons what it takes: replicas also with a machine or a zone lost, \
      machines, memory, database connections, partitions, disks by date, and the price. Nothing is guessed: what is not \
      stated is listed. ≥ is a lower bound since something is not stated, ≤ is reckoned with the longest values allowed.

      Examples:
        designc size                              production of the design in this directory
        designc size design --environment staging --horizon 18mo
        designc size design --horizon 2028-06-30  until a day; the design says `as of` which its figures are
        designc size design --explain             every number with its formula, and where its inputs stand
        designc size design --format svg >sizing.svg
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, svg }

  @Argument(
    help: "Files, or directories that hold .design files. (default: this directory)", completion: .file())
  var paths: [String] = []

  @Option(help: "An environment to size, by name; may be repeated. (default: those for production)")
  var environment: [String] = []

  @Option(
    help: ArgumentHelp(
      "How far ahead, as 18mo, 2y or 2028-06-30. (default: the design's horizon)", valueName: "time"))
  var horizon: SizingOptions.Horizon?

  @Option(help: "How it is written: text, json or svg.")
  var format = Format.text

  @Flag(help: "Show every number's formula, and where the design states its inputs.")
  var explain = false

  @Option(
    name: .customLong("config"),
    help: ArgumentHelp(
      "The configuration. (default: designc.yml, from the design upward)", valueName: "file"),
    completion: .file())
  var configurationFile: String?

  @OptionGroup var look: ThemeChoice
  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if explain, format != .text {
      throw ValidationError(
        format == .json
          ? "--explain is for text; JSON holds every formula" : "--explain is for text, not for a picture")
    }
  }

  func run() throws {
    let compilation = try messages.compiled(paths)
    try diagnostics.stopOnErrors(compilation, consequence: "the sizing needs a design without errors")
    let model = compilation.model
    let project = try ProjectConfiguration.read(
      for: paths, file: configurationFile, rules: RuleBook(model.rules), diagnostics)
    var options = SizingOptions(project.configuration.review)
    options.horizon = horizon
    try checkHorizon(model)
    let design = SizedDesign(model, Placement(model))
    let sizings = try environments(model).map { design.size($0, options) }
    switch format {
    case .json:
      Terminal.print(bytes: try SizingDocument(sizings, model, Places(compilation.files)).bytes())
    case .svg: Terminal.print(bytes: compilation.sizingPicture(sizings, theme: look.theme(of: project)))
    case .text:
      let places = Places(compilation.files)
      let texts = sizings.map {
        explain ? SizingExplanation.write($0, model, places) : SizingText.write($0, model)
      }
      Terminal.print(texts.joined(separator: "\n"))
    }
  }

  private func checkHorizon(_ model: Model) throws {
    guard case .day(let day)? = horizon else { return }
    guard let start = CalendarDay(model.design?.fact("as of")?.quantity) else {
      throw ValidationError(
        "--horizon \(day) needs the day of the design's figures; state `as of DATE` of the design, or give a time such as 18mo"
      )
    }
    guard day > start else {
      throw ValidationError("--horizon \(day) is not after \(start), the day of the design's figures")
    }
  }

  /// Places in `Model.environments`.
  private func environments(_ model: Model) throws -> [Int] {
    let names = model.environments.map { model[$0.element].name }
    guard !environment.isEmpty else {
      let found = model.environments.indices.filter { model.environments[$0].isProduction }
      guard found.isEmpty else { return found }
      throw ValidationError(
        names.isEmpty
          ? "The design has no environment, so there is nothing to size; declare `environment production { … }`"
          : "The design has no environment for production; name one with --environment: \(names.joined(separator: ", "))"
      )
    }
    return try environment.map { name in
      if let index = names.firstIndex(of: name) { return index }
      let hint = Spelling.nearest(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
      throw ValidationError("There is no environment called '\(name)'\(hint)")
    }
  }
}

extension SizingOptions.Horizon: ExpressibleByArgument {
  public init?(argument: String) {
    if let day = CalendarDay(argument: argument) {
      self = .day(day)
      return
    }
    let digits = argument.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), (1...100_000).contains(count),
      let unit = Quantity.durations[String(argument.dropFirst(digits.count))], unit >= Quantity.day
    else { return nil }
    self = .seconds(Double(count) * unit)
  }
}
