import DesignLint
import DesignSource
import DesignSyntax

extension Section {
  /// Severities by rule and by reviewer, and the figures that rules go by.
  static let rules = Section("rules") { entry, configuration, reader in
    var seen: [String: String] = [:]
    for setting in reader.entries(of: entry.value, "`rules`") {
      if Rule.reviewers.contains(where: { $0.prefix == setting.name }) {
        if let level = level(setting.value, of: setting.name, &reader) {
          configuration.review.levels[setting.name] = level
        }
      } else if let rule = reader.rules.named(setting.name) {
        if let other = seen.updateValue(setting.name, forKey: rule.id) {
          reader.error(
            "`\(setting.name)` and `\(other)` are the same rule", at: setting.range,
            help: ["keep one of them"])
        }
        read(rule, setting, &configuration, &reader)
      } else {
        let near = reader.rules.nearest(to: setting.name, orPrefix: true)
        reader.error(
          "there is no rule or reviewer called `\(setting.name)`", at: setting.range,
          label: near.map { "did you mean `\($0)`?" } ?? "",
          help: [
            "name a rule by its id or name (`designc explain` lists them), or a reviewer by three letters"
          ],
          instead: near)
      }
    }
  }

  /// Keys of a rule that are no parameter.
  static let ruleKeys = ["severity", "acceptable"]

  private static func read(
    _ rule: Rule, _ setting: ConfigurationEntry, _ configuration: inout Configuration,
    _ reader: inout ConfigurationReader
  ) {
    guard case .map = setting.value.content else {
      setLevel(of: rule, setting, &configuration, &reader)
      return
    }
    let keys = ruleKeys + rule.parameters.map(\.name)
    for entry in reader.entries(of: setting.value, "`\(rule.id)`", keys: keys) {
      switch entry.name {
      case "severity": setLevel(of: rule, entry, &configuration, &reader)
      case "acceptable":
        if let word = reader.choice(entry.value, of: entry.name, among: ["true", "false"]) {
          setAcceptable(word == "true", rule, entry, &configuration, &reader)
        }
      default:
        guard let parameter = rule.parameters.first(where: { $0.name == entry.name }) else { continue }
        if let figure = figure(entry, parameter, &reader) {
          configuration.review.figures[rule.id, default: [:]][parameter.name] = figure
        }
      }
    }
  }

  private static func setAcceptable(
    _ isAcceptable: Bool, _ rule: Rule, _ entry: ConfigurationEntry, _ configuration: inout Configuration,
    _ reader: inout ConfigurationReader
  ) {
    if !isAcceptable {
      configuration.review.unacceptable.insert(rule.id)
    } else if !rule.isAcceptable {
      reader.error(
        "findings of \(rule.id) can never be accepted", at: entry.value.range, help: ["remove this line"])
    }
  }

  private static func level(
    _ value: ConfigurationValue, of owner: String, _ reader: inout ConfigurationReader
  ) -> ReviewOptions.Level? {
    reader.choice(value, of: owner, among: ReviewOptions.Level.allCases.map(\.rawValue)).flatMap(
      ReviewOptions.Level.init)
  }

  private static func setLevel(
    of rule: Rule, _ entry: ConfigurationEntry, _ configuration: inout Configuration,
    _ reader: inout ConfigurationReader
  ) {
    guard let level = level(entry.value, of: entry.name, &reader) else { return }
    if !rule.isAcceptable, level.severity.map({ $0 < rule.severity }) ?? true {
      reader.error(
        "\(rule.id) (\(rule.name)) cannot be \(level == .off ? "turned off" : "made less than an error")",
        at: entry.value.range,
        notes: ["what it finds would make the rest of the review meaningless, or give a secret away"],
        help: ["remove this line, and mend what the rule finds"])
    } else {
      configuration.review.levels[rule.id] = level
    }
  }

  private static func figure(
    _ entry: ConfigurationEntry, _ parameter: RuleParameter, _ reader: inout ConfigurationReader
  ) -> Double? {
    guard let written = reader.text(entry.value, of: parameter.name) else { return nil }
    let range = parameter.range
    let bounds = "\(parameter.written(range.lowerBound)) to \(parameter.written(range.upperBound))"
    let usual = "without this line it is \(parameter.written(parameter.standard))"
    guard let value = Quantity(written, as: parameter.dimension)?.magnitude else {
      let example = parameter.written(parameter.standard)
      reader.error(
        "`\(parameter.name)` is \(parameter.dimension.description), but here is `\(written)`",
        at: entry.value.range, notes: ["it sets \(parameter.what); \(usual)"],
        help: ["write it as `\(example)`"])
      return nil
    }
    guard range.contains(value) else {
      reader.error(
        "`\(parameter.name)` cannot be \(written): it goes from \(bounds)", at: entry.value.range,
        notes: ["it sets \(parameter.what); \(usual)"], help: ["write a value from \(bounds)"])
      return nil
    }
    return value
  }
}
