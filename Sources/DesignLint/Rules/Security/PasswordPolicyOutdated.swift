import DesignModel
import DesignSyntax

let passwordPolicyOutdated = Rule(
  "SEC005", "password-policy-outdated", .error,
  what: """
    Finds password policies against today's guidance: a least length below 8 (below 15 without a second factor), a greatest \
    below 64, rules about characters, forced changes, no check against known leaks.
    """,
  why: "Such rules make passwords shorter and more alike, which helps guessing more than it hinders it.",
  silent: "For what the policy does not state.",
  fires: "application auth: service { passwords { length 6..128  mfa required } }",
  passes:
    "application auth: service { passwords { length 15..128  breach-check  rotation none  composition none } }",
  sources: [
    .init("NIST SP 800-63B-4, §3.1.1.2", "2025-07"),
    .init("OWASP ASVS 5.0.0, 6.2.1, 6.2.4, 6.2.5, 6.2.9, 6.2.10, 6.2.12", "2025-05"),
  ]
) { review, report in
  for application in review.elements(.application) {
    for policy in application.facts("passwords") {
      func add(
        _ isError: Bool, _ fact: Fact, _ message: String, _ note: String, _ edit: String, _ or: String = ""
      ) {
        report.add(
          isError ? .error : .warning, on: .element(application.id), "`\(application.path)` \(message)",
          at: fact.range,
          notes: [note], help: ["write `\(edit)`\(or)"], fixIts: [.write(edit, at: fact.range)])
      }
      if let length = policy.fact("length"), let bounds = length.bounds {
        let low = count(bounds.low)
        let high = count(bounds.high)
        // One number alone is the least, not also the greatest.
        let isRange = length.values.contains {
          if case .range(_, _, let written) = $0 { written.contains("..") } else { false }
        }
        let hasFactor = policy.fact("mfa").map { $0.word == "required" } ?? true
        if let low, low < PasswordPolicy.least {
          add(
            true, length, "allows passwords of \(low) characters",
            "SP 800-63B-4: at least 8, and 15 as the only factor", "length 15..128")
        } else if let low, low < PasswordPolicy.leastAlone, !hasFactor {
          add(
            false, length, "allows passwords of \(low) characters as the only factor",
            "SP 800-63B-4: at least 15 as the only factor", "length 15..128",
            ", or `mfa required`")
        }
        if isRange, let high, high < PasswordPolicy.most {
          add(
            false, length, "allows passwords of \(high) characters at most",
            "SP 800-63B-4 and ASVS 6.2.9: at least 64 must be allowed", "length \(low ?? 15)..128")
        }
      }
      if let composition = policy.fact("composition"), !composition.isAbsent {
        add(
          false, composition, "asks for certain characters in passwords",
          "SP 800-63B-4: no rules on composition", "composition none")
      }
      if let rotation = policy.fact("rotation"), !isNone(rotation) {
        add(
          false, rotation, "makes users change passwords again and again",
          "SP 800-63B-4: no periodic change, only after a leak", "rotation none")
      }
      if let check = policy.fact("breach-check"), check.isAbsent {
        add(
          false, check, "does not check passwords against known leaks", "ASVS 6.2.12", "breach-check")
      }
    }
  }
}

private func count(_ quantity: Quantity?) -> Int? {
  if case .count(let count)? = quantity { count } else { nil }
}

/// `rotation none` is read as a literal.
private func isNone(_ fact: Fact) -> Bool { fact.isAbsent || fact.word == "none" }
