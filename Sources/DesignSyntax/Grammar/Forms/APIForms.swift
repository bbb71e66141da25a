/// APIs of every style, their endpoints, and what is agreed about them.
let apiForms: [Context: [Form]] = [
  .api: [
    Form("base", [.text], "The path before every endpoint's."),
    Form(
      "agreed", [.value(.date), .optional([.must("by"), .list(.text)])], "Both sides accepted it on that day."
    ),
    Form("api:audience", [.word(["public", "partner", "internal"])], "Who may use it."),
    authForm,
    Form("public", modifiers: [.because], "It needs no authentication, on purpose."),
    limitForm,
    Form("paginated", [.optional([.must("at"), .must("most"), .value(.count)])], "A list comes in pages."),
    Form(
      "idempotent", [.optional([.must("by"), .optional([.must("header")]), .freeWord])],
      "The same request twice has the effect of one."),
    Form("api:signature", [.freeWord], "How messages are signed."),
    Form(
      "cors", [.list(.freeWord)], modifiers: [.cors],
      "Which origins browsers may call it from."),
    Form("api:timeout", [.value(.duration)], "How long it takes at most."),
    Form("api:traffic", [.value(.rate)], modifiers: [.peak], "How many requests on average."),
    Form("api:max-lag", [.value(.duration)], "How far behind its answers may be."),
  ],
  .cors: [Form("credentials", "Browsers send cookies and other credentials along.")],
  .apiBody: [
    Form(
      "endpoint", lead: .words(HTTPMethods.all.map { [$0] }),
      [
        .endpointPath, .optional([.parameters]), .optional([.symbol(.arrow), .responses]), .optional([.text]),
      ],
      modifiers: [.api, .endpoint, .element, .facts], block: [.connections], repeatable: true,
      "An operation of a rest api: method, path, parameters, answers."),
    Form(
      "rpc", [.name, .parameters, .symbol(.arrow), .responses, .optional([.text])],
      modifiers: [.api, .endpoint, .element, .facts], block: [.connections], repeatable: true,
      "A method of a grpc api."),
    Form(
      "query", lead: .words([["query"], ["mutation"], ["subscription"]]),
      [.name, .optional([.parameters]), .symbol(.arrow), .responses, .optional([.text])],
      modifiers: [.api, .endpoint, .element, .facts], block: [.connections], repeatable: true,
      "An operation of a graphql api."),
    Form(
      "receives", [.type, .optional([.text])], modifiers: [.api, .endpoint, .element], block: [.connections],
      repeatable: true, "A message that clients send to a websocket api."),
    Form(
      "sends", [.type, .optional([.text])], modifiers: [.api, .endpoint, .element], block: [.connections],
      repeatable: true, "A message that a websocket api sends to clients."),
    Form(
      "operation", [.name, .parameters, .symbol(.arrow), .responses, .optional([.text])],
      modifiers: [.api, .endpoint, .element, .facts], block: [.connections], repeatable: true,
      "An operation of a soap api."),
    typeForm, enumForm,
  ],
  .endpoint: [
    Form("endpoint:cache", [.value(.duration)], "How long an answer may be kept."),
    Form(
      "endpoint:cpu-time",
      [.value(.duration), .must("per"), .must("request"), .optional([.word(["measured", "estimated"])])],
      "Processor time that a request costs."),
  ],
  .limit: [Form("per", [.freeWord], "Whose requests are counted together.")],
]

let apiForm = Form(
  "api", declaration(.word(Vocabulary.apis)), modifiers: [.element, .facts, .api], block: [.apiBody],
  repeatable: true,
  "What an application offers to others.")

private let limitForm = Form("limit", [.value(.rate)], modifiers: [.limit], "How often it may be called.")
