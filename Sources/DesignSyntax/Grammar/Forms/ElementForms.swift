/// Kinds of elements, top level, and the modifiers that any element may bear.
let elementForms: [Context: [Form]] = [
  .top: [
    Form(
      "design", [.name, .optional([.text])], modifiers: [.design, .element], block: [.top], repeatable: true,
      "Names the design and states what holds for all of it."),
    Form(
      "import", [.text, .must("as"), .name], repeatable: true,
      "Brings in the design in another directory, to refer to."),
    Form(
      "extend", [.path], block: [.extend], repeatable: true,
      "Adds statements to what another file declares."),
    Form(
      "accept on", lead: .words([["accept"]]), [.freeWord, .text], modifiers: [.accept], repeatable: true,
      "Accepts a finding of the review on the element named with `on`."),
    milestone, feature, pipeline, environment, pictureView, customRule,
  ],
  .systemBody: [
    Form(
      "system", lead: .words([["system"], ["external", "system"]]), [.name, .optional([.text])],
      modifiers: [.element, .facts], block: [.systemBody, .connections], repeatable: true,
      "A group of applications and stores that one name stands for; `external` when others run it."),
    Form(
      "group", [.name, .optional([.text])], modifiers: [.element], block: [.systemBody], repeatable: true,
      "Draws what belongs together in one box, and owns it in common."),
    Form(
      "person", [.name, .optional([.symbol(.colon), .kind]), .optional([.text])],
      modifiers: [.element, .person],
      block: [.connections], repeatable: true, "Somebody who uses the system."),
    Form(
      "application", lead: .words([["application"], ["external", "application"]]),
      declaration(.word(Vocabulary.applications)),
      modifiers: [.element, .facts, .application], block: [.applicationBody, .connections], repeatable: true,
      "A program that runs: a front end, a service, a worker, a job."),
    store(
      "database", Vocabulary.databases, "Keeps tables or documents.", block: [.databaseBody, .connections]),
    store("cache", Vocabulary.caches, "Keeps copies that may be lost."),
    store("storage", Vocabulary.storages, "Keeps files or objects."),
    store("search", Vocabulary.searches, "Keeps an index for searching."),
    Form(
      "broker", lead: .words([["broker"], ["external", "broker"]]),
      declaration(.known(Vocabulary.brokers)),
      modifiers: [.element, .facts, .broker], block: [.brokerBody], repeatable: true,
      "Carries messages between applications."),
    apiForm, typeForm, enumForm, flowForm,
    Form(
      "connection", lead: .path, [.path], modifiers: [.connections], repeatable: true,
      "Says of an element declared elsewhere that it calls, reads, writes, publishes or consumes."),
  ],
  .design: [
    Form("as of", [.value(.date)], "The day on which traffic, rows and sizes are as stated."),
    Form("horizon", [.value(.duration)], "How far ahead growth is judged."),
    Form(
      "traffic-growth", [.value(.ratio), .must("per"), .must("year")], "By how much traffic grows in a year."),
    Form(
      "requires environments", [.list(.freeWord)], "The kinds of environment that the team's policy asks for."
    ),
  ],
  .element: [
    Form("technology", [.freeWord], "What it is built with."),
    Form("owner", [.freeWord], "The team or person that answers for it."),
    Form("tags", [.list(.freeWord)], "Words to choose elements by, in views and rules."),
    Form("link", [.text, .text], repeatable: true, "A titled link: runbook, repository, dashboard."),
    Form("exposure", [.word(["internet", "partner", "internal"])], "From where it can be reached."),
    Form(
      "handles", [.list(.freeWord)],
      "The classes of data it processes: `pii`, `payment-card`, `health`, `secret`, or your own."),
    Form("property", [.text, .text], repeatable: true, "A fact of your own, as key and value."),
    Form("deprecated", modifiers: [.deprecation], "It will go away."),
    Form(
      "accept", [.freeWord, .text], modifiers: [.accept], repeatable: true,
      "Accepts a finding of the review on this element, with the reason."),
  ],
  .person: [
    Form("users", [.value(.rate)], modifiers: [.users], "How many of them come.")
  ],
  .users: [Form("peak factor", [.value(.number)], "How many times the average the busiest time is.")],
  .facts: [
    Form("availability", [.value(.percent)], "The availability promised or measured."),
    Form("criticality", [.word(["low", "medium", "high"])], "How much depends on it."),
    Form("optional", modifiers: [.because], "Those who use it can do without it."),
    Form("slo", modifiers: [.slo], "The service level that is wanted."),
    Form("managed", modifiers: [.managed], "A provider runs it."),
    Form("cost", [.value(.money)], "What it costs."),
  ],
  .managed: [Form("managed:availability", [.value(.percent)], "The availability the provider promises.")],
  .slo: [
    Form("slo:availability", [.value(.percent)], "The share of requests that succeed."),
    Form(
      "slo:latency", [.word(["p50", "p90", "p95", "p99"]), .value(.duration)], repeatable: true,
      "The time within which that share of requests is answered."),
  ],
  .because: [Form("because", [.text], "The reason.")],
  .deprecation: [
    Form("deprecation:because", [.text], "The reason."),
    Form("until", [.value(.date)], "The day it goes away."),
    Form("replaced by", [.optional([.path]), .optional([.endpointReference])], "What to use in its place."),
  ],
  .accept: [
    Form("accept:until", [.value(.date)], "The day the acceptance ends."),
    Form("by", [.freeWord], "Who accepts it."),
    Form("ticket", [.freeWord], "Where it is tracked."),
    Form("as", [.word(["risk", "false-positive", "deferred"])], "Why it is not mended now."),
    Form(
      "accept:on", [.path, .optional([.endpointReference])], "The element concerned; only at the top level."),
  ],
]

/// `name [: kind [version]] ["Label"]`
func declaration(_ kind: Slot) -> [Slot] {
  [.name, .optional([.symbol(.colon), kind, .optional([.version])]), .optional([.text])]
}

private func store(
  _ keyword: String, _ kinds: [String], _ documentation: String, block: [Context] = [.connections]
) -> Form {
  Form(
    keyword, lead: .words([[keyword], ["external", keyword]]), declaration(.known(kinds)),
    modifiers: [.element, .facts, .database], block: block, repeatable: true, documentation)
}
