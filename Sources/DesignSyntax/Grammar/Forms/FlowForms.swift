/// Flows, features, views and rules.
let flowForms: [Context: [Form]] = [
  .flow: [
    Form("for feature", [.path], "The feature that it shows."),
    Form("flow:slo", modifiers: [.slo], "The service level that is wanted."),
    testedForm,
    Form("flow:traffic", [.value(.rate)], modifiers: [.peak], "How often it happens."),
  ],
  .flowBody: [
    Form(
      "message", lead: .path, [.path], modifiers: [.connections, .flowReply], repeatable: true,
      "What one participant does to another."),
    Form(
      "alternative", [.text], block: [.flowBody], tail: [.alternativeTail], repeatable: true,
      "What happens in one case, and in others."),
    Form(
      "parallel", [.optional([.text])], block: [.flowBody], tail: [.parallelTail], repeatable: true,
      "What happens at once."),
    Form("loop", [.text], block: [.flowBody], repeatable: true, "What happens again and again."),
    Form("note", [.text], repeatable: true, "A remark at this point."),
  ],
  .flowReply: [
    Form("replies", [.text, .must("to"), .path], repeatable: true, "Answers a participant.")
  ],
  .alternativeTail: [
    Form(
      "else", [.optional([.text])], block: [.flowBody], tail: [.alternativeTail], repeatable: true,
      "The other case.")
  ],
  .parallelTail: [
    Form("and", block: [.flowBody], tail: [.parallelTail], repeatable: true, "What happens at the same time.")
  ],
  .tested: [Form("at", [.value(.rate)], "The load it is tested at.")],
  .feature: [
    Form("in", [.path], "The milestone it belongs to."),
    Form(
      "realized by", [.list(.path)], "The elements and flows that make it; `flow NAME` for a flow."),
    Form("feature:slo", modifiers: [.slo], "The service level that is wanted."),
    testedForm,
  ],
  .milestone: [Form("due", [.value(.date)], "The day by which it is done.")],
  .view: [
    Form("title", [.text], "The title of the picture."),
    Form("focus", [.list(.path)], modifiers: [.focus], repeatable: true, "Shows these and what is near."),
    Form("include tag", [.list(.freeWord)], repeatable: true, "Shows what bears one of these tags."),
    Form("view:include", [.list(.path)], repeatable: true, "Shows these."),
    Form("exclude tag", [.list(.freeWord)], repeatable: true, "Hides what bears one of these tags."),
    Form("exclude", [.list(.path)], repeatable: true, "Hides these."),
    Form("direction", [.word(["up", "down", "left", "right"])], "Where the arrows lead."),
    Form("group by", [.word(["system", "owner", "technology", "none"])], "What makes the boxes."),
    Form("detail", [.word(["names", "keys", "all"])], "How much of a table is shown."),
  ],
  .focus: [Form("depth", [.value(.count)], "How many steps away is near.")],
  .rule: [
    Form(
      "rule:for", [.list(.word(Vocabulary.ruleSubjects)), .optional([.must("where"), .expression])],
      repeatable: true, "The elements it looks at."),
    Form("rule:where", [.expression], repeatable: true, "Which of them."),
    Form("expect", [.expression], repeatable: true, "What must hold for them; without it each is a finding."),
    Form("help", [.text], "What to do about it."),
  ],
]

private let testedForm = Form(
  "tested by", [.list(.freeWord)], modifiers: [.tested], "The kinds of test that cover it.")

let flowForm = Form(
  "flow", [.name, .optional([.text])], modifiers: [.flow, .element], block: [.flowBody], repeatable: true,
  "What happens step by step.")

let feature = Form(
  "feature", [.name, .optional([.text])], modifiers: [.feature, .element], repeatable: true,
  "Something that users can do.")

let milestone = Form(
  "milestone", [.name, .optional([.text])], modifiers: [.milestone, .element], repeatable: true,
  "A day by which features are done.")

let pictureView = Form(
  "view",
  [
    .name, .symbol(.colon),
    .word(["landscape", "applications", "deployment", "erd", "events", "flow"]),
    .optional([.must("of"), .path]), .optional([.text]),
  ], modifiers: [.view, .element], repeatable: true, "A picture of a part of the design.")

let customRule = Form(
  "rule", [.name, .optional([.symbol(.colon), .word(["error", "warning", "info"])]), .optional([.text])],
  block: [.rule], repeatable: true, "A rule of your own for the review.")
