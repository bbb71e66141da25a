import DesignSource
import TestSupport
import Testing

@testable import DesignLint

/// What standards change.
@Suite struct ProfileTests {
  private func found(_ text: String, _ profiles: Set<Profile>, stage: ReviewOptions.Stage = .sketch)
    -> [Finding]
  {
    var options = ReviewOptions()
    options.profiles = profiles
    options.stage = stage
    return review(Compiled(text).model, options: options).findings.filter { $0.rule.hasPrefix("SEC") }
  }

  private func column(_ clause: String, name: String = "password") -> String {
    "database db: postgresql { table t { id: int primary key  \(name): text \(clause) } }"
  }

  @Test(arguments: [
    ("hashed argon2id(memory: 19456KiB, iterations: 2)", "SEC001"), ("hashed bcrypt(cost: 12)", "SEC001"),
    ("hashed scrypt(n: 131072)", "SEC001"), ("hashed argon2i", "SEC001"),
    ("hashed pbkdf2-sha256(iterations: 600000)", ""), ("hashed pbkdf2-sha512(iterations: 210000)", ""),
    ("hashed pbkdf2-sha256(iterations: 1000)", "SEC002"),
  ]) func fipsKnowsOnePasswordHash(_ clause: String, _ rule: String) {
    let findings = found(column(clause), [.fips])
    #expect(findings.map(\.rule) == (rule.isEmpty ? [] : [rule]))
    for fixIt in findings.flatMap(\.diagnostic.fixIts) {
      #expect(fixIt.replacement.contains("pbkdf2-sha256"))
    }
  }

  @Test(arguments: [
    ("encrypted chacha20-poly1305", "SEC006 error"), ("encrypted aes-256-gcm", ""),
    ("encrypted aes-128-gcm", ""), ("encrypted aes-256-ecb", "SEC006 error"),
    ("encrypted aes-256-cbc", "SEC006 warning"), ("hashed blake2b", "SEC007 error"),
    ("hashed sha-256", ""), ("hashed sha3-256", ""), ("hashed hmac-sha256", ""),
    ("hashed sha-1", "SEC007 warning"), ("hashed ripemd-160", "SEC007 error"),
  ]) func fipsKnowsFewCiphersAndHashes(_ clause: String, _ expected: String) {
    let findings = found(column(clause, name: "value"), [.fips]).map { "\($0.rule) \($0.severity)" }
    #expect(findings == (expected.isEmpty ? [] : [expected]))
  }

  /// Two choices of OWASP's cheat sheet are none of ASVS's.
  @Test func asvsWantsMoreMemory() {
    let text = column("hashed argon2id(memory: 9216KiB, iterations: 4)")
    #expect(found(text, []).map(\.rule) == [])
    #expect(found(text, [.asvs2]).map(\.rule) == ["SEC002"])
    #expect(found(column("hashed argon2id(memory: 12288KiB, iterations: 3)"), [.asvs2]).map(\.rule) == [])
  }

  @Test func asvsRaisesWhatItsLevelForbids() {
    let tokens = "application auth: service { tokens access 1d signed es256 }"
    let rotation = "application auth: service { secret mail in vault rotated 800d }"
    func severity(_ text: String, _ profile: Profile) -> Diagnostic.Severity? {
      found(text, [profile]).first?.severity
    }
    #expect(found(tokens, []).first?.severity == .warning)
    #expect(severity(tokens, .asvs1) == .error)
    #expect(severity(tokens, .fips) == .warning)
    #expect(found(rotation, []).first?.severity == .info)
    #expect(severity(rotation, .asvs2) == .info)
    #expect(severity(rotation, .asvs3) == .error)
    let note = found(tokens, [.asvs1]).first?.diagnostic.notes.last
    #expect(note == "OWASP ASVS 5.0.0, 9.2.1 and 10.4.5, asks for this from level 1 on")
  }

  @Test func theProjectsOwnSeverityGoesBeforeAStandards() {
    var options = ReviewOptions()
    options.profiles = [.asvs3]
    options.levels = ["SEC024": .info]
    let design = Compiled("application auth: service { tokens access 1d signed es256 }")
    #expect(
      review(design.model, options: options).findings.filter { $0.rule == "SEC024" }.map(\.severity) == [
        .info
      ])
  }

  @Test func namesRulesThatThereAre() {
    for rule in ApplicationSecurity.requirements.keys { #expect(Rule.named(rule) != nil, "\(rule)") }
  }
}
