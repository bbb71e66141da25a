/// What is said of an application: its facts, its screens, and how it connects.
let applicationForms: [Context: [Form]] = [
  .application: [
    Form("handles-load", [.value(.rate)], "The load one replica carries, as measured."),
    Form(
      "cpu-time",
      [.value(.duration), .must("per"), .must("request"), .optional([.word(["measured", "estimated"])])],
      "Processor time that a request costs."),
    Form("target-utilization", [.value(.percent)], "The share of its processors that it may use at peak."),
    Form("stateless", "Any replica can answer any request."),
    Form("healthcheck", [.text], "The path that tells whether it is well."),
    Form("config from", [.freeWord], "Where its configuration comes from."),
    Form("secrets from", [.freeWord], "Where its secrets come from."),
    Form("traffic", [.value(.rate)], modifiers: [.peak], "The requests it receives on average."),
    Form("passwords", block: [.passwords], "The password policy it enforces."),
    Form(
      "tokens", modifiers: [.tokens], repeatable: true, "How the tokens it issues or holds are made and kept."
    ),
    Form("secret", [.name], modifiers: [.secret], repeatable: true, "A secret it uses."),
    Form("application:identity", [.word(["workload", "static", "none"])], "How it proves who it is."),
    Form("edge", [.word(["managed", "none"])], "What stands between it and the internet."),
    Form("waf", "A web application firewall stands before it."),
    Form("logs", [.list(.freeWord)], "Classes of data that appear in its logs."),
    Form(
      "audit", [.list(.freeWord)], modifiers: [.audit], "What it records for audit."),
    Form(
      "min-version", [.version], modifiers: [.minVersion], "The oldest version of the app that may call."),
    Form("hsts", [.value(.duration)], "How long browsers may only use https."),
    Form("application:every", lead: .words([["every"]]), [.value(.duration)], "How often the job runs."),
    Form("schedule", [.text], "When the job runs, as cron says it."),
  ],
  .applicationBody: [apiForm, typeForm, enumForm, screenForm],
  .audit: [Form("audit:to", [.freeWord], "Where the audit records are kept.")],
  .minVersion: [Form("forced", "Older versions are refused, not only warned.")],
  .peak: [Form("peak", [.value(.rate)], "The most it must carry.")],
  .passwords: [
    Form("length", [.range(.count)], "The least and most characters."),
    Form("breach-check", "New passwords are checked against known leaks."),
    Form("rotation", [.literal], "How often users must change it; `none` for never."),
    Form("composition", [.freeWord], "Rules on characters; `none` for no such rule."),
    Form("mfa", [.word(["required", "optional", "none"])], "Whether a second factor is asked for."),
  ],
  .tokens: [
    Form("access", [.value(.duration)], "How long an access token lives."),
    Form("refresh", [.value(.duration)], "How long a refresh token lives."),
    Form("rotated", "A refresh token is used once."),
    Form("signed", [.freeWord], "The signature algorithm; `none` for unsigned."),
    Form("audience", [.text], "For whom a token is valid."),
    Form(
      "kept in", [.word(["cookie", "local-storage", "memory"]), .optional([.arguments])],
      "Where the client keeps it."),
  ],
  .secret: [
    Form("secret:in", [.freeWord], "Where it is kept."),
    Form("secret:rotated", [.value(.duration)], "How often it is changed."),
    Form("publishable", "It may be seen by anyone."),
  ],
  .screen: [
    Form("shows", [.list(.path)], "The fields it shows."),
    Form("budget", [.value(.duration)], modifiers: [.screenBudget], "The time in which it must be usable."),
    Form(
      "uses", [.path, .optional([.endpointReference])], modifiers: [.screenUse], repeatable: true,
      "An endpoint it calls."),
  ],
  .screenUse: [Form("after", [.endpointReference], "The answer this call must wait for.")],
  .screenBudget: [Form("rtt", [.value(.duration)], "The round-trip time assumed.")],
]

let screenForm = Form(
  "screen", [.name, .optional([.text])], modifiers: [.element, .screen], repeatable: true,
  "A page or view of a front end.")
