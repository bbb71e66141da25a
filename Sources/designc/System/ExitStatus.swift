import ArgumentParser

/// How the command ends; the numbers are a promise to scripts. 64 (wrong usage) and 74 (input/output) are those of BSD's
/// sysexits.h, which the argument parser uses too.
enum ExitStatus {
  /// Findings at or above the threshold, or files that are out of date.
  static let findings = ExitCode(1)
  /// The design has errors.
  static let designErrors = ExitCode(2)
  /// A file could not be read or written.
  static let inputOutput = ExitCode(74)
}
