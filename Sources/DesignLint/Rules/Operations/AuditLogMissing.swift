import DesignModel

let auditLogMissing = Rule(
  "OPS012", "audit-log-missing", .warning,
  what:
    "Finds applications that handle sensitive data or sign people in and say `audit none`, or keep what they record with themselves.",
  why:
    "After an attack nobody can tell what was seen; and whoever got in can remove the traces that are kept there.",
  silent: "When nothing is stated of auditing, and for applications that handle nothing sensitive.",
  fires: "application auth: service { passwords { length 15..128 }  audit none }",
  passes: "application auth: service { passwords { length 15..128 }  audit sign-in to siem }",
  sources: [.init("OWASP ASVS 5.0.0, 16.3.1, 16.3.2 and 16.4.3", "2025-05")]
) { review, report in
  for application in review.elements(.application) where !application.isExternal {
    let handled = (application.fact("handles")?.words ?? []).filter { Review.sensitiveClasses.contains($0) }
    let signsIn = application.fact("passwords") != nil || application.fact("tokens")?.fact("signed") != nil
    guard !handled.isEmpty || signsIn else { continue }
    guard let audit = application.fact("audit") else {
      report.lacks("audit …", of: application.id)
      continue
    }
    if audit.isAbsent {
      report.add(
        .warning, on: .element(application.id),
        "`\(application.path)` \(handled.isEmpty ? "signs people in" : "handles \(handled.joinedWithAnd)"), but records nothing for audit",
        at: audit.range,
        help: ["write `audit sign-in, access to siem`"])
    } else if audit.fact("to") == nil {
      report.add(
        .warning, on: .element(application.id), "what `\(application.path)` records for audit stays with it",
        at: audit.range,
        notes: ["ASVS 16.4.3: logs are sent to a separate system"],
        help: ["say where it goes: `audit … to siem`"])
    }
  }
}
