extension Section {
  /// Keys within `environments`.
  static let environmentKeys = ["required", "judged"]
  /// Kinds of environment that a design can have.
  static let environmentKinds = ["production", "staging", "qa", "dev", "sandbox"]

  /// Which environments there must be (OPS001), and which are judged as production is.
  static let environments = Section("environments") { entry, configuration, reader in
    for setting in reader.entries(of: entry.value, "`environments`", keys: environmentKeys) {
      var kinds: [String] = []
      for value in reader.list(setting.value) {
        let kind = reader.choice(value, of: setting.name, among: environmentKinds)
        if let kind, !kinds.contains(kind) { kinds.append(kind) }
      }
      if setting.name == "required" {
        configuration.review.requiredEnvironments = kinds
      } else if kinds.isEmpty {
        reader.error(
          "`judged` names no kind of environment", at: setting.range,
          help: ["write `judged: [production]`, which is what holds without it"])
      } else {
        configuration.review.judgedEnvironments = Set(kinds)
      }
    }
  }
}
