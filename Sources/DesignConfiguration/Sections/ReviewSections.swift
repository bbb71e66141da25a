import DesignLint
import DesignSource

extension Section {
  /// `stage: review`
  static let stage = Section("stage") { entry, configuration, reader in
    let word = reader.choice(
      entry.value, of: entry.name, among: ReviewOptions.Stage.allCases.map(\.rawValue))
    configuration.stage = word.flatMap(ReviewOptions.Stage.init)
  }

  /// `fail-on: warning`
  static let failOn = Section("fail-on") { entry, configuration, reader in
    let word = reader.choice(
      entry.value, of: entry.name, among: Diagnostic.Severity.allCases.map(\.rawValue))
    configuration.failOn = word.flatMap(Diagnostic.Severity.init)
  }

  /// `profiles: [asvs-2, fips]`
  static let profiles = Section("profiles") { entry, configuration, reader in
    for value in reader.list(entry.value) {
      let word = reader.choice(value, of: entry.name, among: Profile.allCases.map(\.rawValue))
      if let profile = word.flatMap(Profile.init) { configuration.review.profiles.insert(profile) }
    }
  }

  /// `baseline: designc-baseline.json`
  static let baseline = Section("baseline") { entry, configuration, reader in
    configuration.baseline = reader.text(entry.value, of: entry.name)
  }
}
