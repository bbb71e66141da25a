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

  /// The words for profiles; `asvs` alone is its level 2.
  static let profileWords = ["asvs"] + Profile.allCases.map(\.rawValue)

  /// `profiles: [asvs-2, fips]`
  static let profiles = Section("profiles") { entry, configuration, reader in
    for value in reader.list(entry.value) {
      let word = reader.choice(value, of: entry.name, among: profileWords)
      if let profile = word.flatMap({ $0 == "asvs" ? .asvs2 : Profile(rawValue: $0) }) {
        configuration.review.profiles.insert(profile)
      }
    }
  }

  /// `baseline: designc-baseline.json`
  static let baseline = Section("baseline") { entry, configuration, reader in
    configuration.baseline = reader.text(entry.value, of: entry.name)
  }
}
