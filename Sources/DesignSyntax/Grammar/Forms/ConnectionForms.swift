/// How one element uses another.
let connectionForms: [Context: [Form]] = [
  .connections: [
    Form(
      "calls", [.path, .optional([.endpointReference]), .optional([.text])], modifiers: [.connection],
      repeatable: true, "Sends a request and waits for the answer."),
    Form(
      "reads", [.list(.path), .optional([.text])], modifiers: [.connection], repeatable: true,
      "Reads from a store or table."),
    Form(
      "writes", [.list(.path), .optional([.text])], modifiers: [.connection], repeatable: true,
      "Writes to a store or table."),
    Form(
      "publishes", [.list(.path), .optional([.text])], modifiers: [.connection], repeatable: true,
      "Sends messages to a topic, queue or exchange."),
    Form(
      "consumes", [.list(.path), .optional([.must("as"), .freeWord]), .optional([.text])],
      modifiers: [.connection], repeatable: true, "Receives messages, as a consumer group."),
    Form(
      "connects", lead: .words([["->"]]), [.list(.path), .optional([.text])], modifiers: [.connection],
      repeatable: true, "Any other connection."),
  ],
  .connection: [
    Form("over", [.protocolName], "The protocol."),
    Form("async", "It does not wait for an answer."),
    authForm,
    Form("carries", [.list(.freeWord)], "The classes of data that go over it."),
    Form("timeout", [.value(.duration)], "How long it waits at most."),
    Form("retries", [.value(.count)], "How often it tries again."),
    Form(
      "connection:traffic", [.value(.rate)], modifiers: [.peak], "How many requests or messages on average."),
    Form("rate", [.value(.rate)], modifiers: [.peak], "How many requests or messages on average."),
    Form(
      "times", [.value(.number)],
      "How often it happens for each request that its source receives; for a person, for each that comes."),
    Form("connection:because", [.text], "Why it exists."),
    Form("pool", [.value(.count)], "Connections that one replica holds open at most."),
    Form("tls", [.range(.version)], "The versions of TLS allowed."),
    Form("connection:tls off", lead: .words([["tls", "off"]]), "It is not encrypted."),
    Form("within pod", "It never leaves the machine."),
    Form("encrypted by", [.freeWord], "What encrypts it underneath: `mesh`, `vpn`."),
    Form(
      "mediated by", [.word(["row-policy", "signed-url"])], "What guards a store that clients reach directly."
    ),
    Form(
      "delivery", [.word(["at-most-once", "at-least-once", "exactly-once"])],
      "How often a message may arrive."),
    Form(
      "connection:idempotent", [.optional([.must("by"), .optional([.must("header")]), .freeWord])],
      "The same message twice has the effect of one."),
    Form("via", [.word(["outbox", "cdc"])], "How a write and its message are kept together."),
    Form("loss tolerated", "A lost message does no harm."),
    Form("acks", [.literal], "How many replicas confirm a message."),
    Form("max-lag", [.value(.duration)], "How far behind a consumer may be."),
    Form("connection:availability", [.value(.percent)], "The availability promised or measured."),
    Form("connection:optional", modifiers: [.because], "The caller can do without the answer."),
    Form("connection:tags", [.list(.freeWord)], "Words to choose it by, in views and rules."),
    Form("connection:technology", [.freeWord], "What it is made with."),
    Form("connection:property", [.text, .text], repeatable: true, "A fact of your own, as key and value."),
    Form("connection:deprecated", modifiers: [.deprecation], "It will go away."),
    Form(
      "connection:accept", [.freeWord, .text], modifiers: [.accept], repeatable: true,
      "Accepts a finding of the review on this connection, with the reason."),
  ],
  .auth: [
    Form("auth:in", [.word(["header", "query", "cookie", "path"])], "Where the credential stands."),
    Form("auth:because", [.text], "Why it is done so."),
  ],
]

/// The names of authentication schemes: those of the IANA registry of HTTP authentication schemes and of OpenAPI's
/// security schemes, as people write them.
package let authenticationSchemes = [
  "none", "basic", "digest", "ntlm", "negotiate", "kerberos", "api-key", "bearer", "jwt", "oauth1", "oauth2",
  "oidc",
  "saml", "mtls", "session", "hmac", "signature", "password", "scram", "iam", "webauthn",
]

let authForm = Form(
  "auth", [.word(authenticationSchemes), .optional([.arguments])], modifiers: [.auth],
  "How the caller proves who it is.")
