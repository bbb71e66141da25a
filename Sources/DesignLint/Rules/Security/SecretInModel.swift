import DesignModel
import DesignSource
import Foundation

let secretInModel = Rule(
  "SEC015", "secret-in-model", .error, isAcceptable: false,
  what:
    "Finds texts in the design that look like real secrets: keys, tokens, private keys, addresses with passwords.",
  why: "A design is shared, drawn and kept in version control: what stands in it is no secret any more.",
  silent:
    "For texts that say that they are examples, and for placeholders such as `${PASSWORD}`. The text is never shown.",
  fires: "application pay: service { property \"key\" \"sk_\u{6c}ive_4eC39HqLyjWDarjtT1zdp7dc\" }",
  passes: "application pay: service { secret stripe_key in vault }",
  sources: [
    .init("OWASP ASVS 5.0.0, 13.3.1", "2025-05"),
    .init("GitHub documentation, supported secret scanning patterns", SecretShapes.asOf),
  ]
) { review, report in
  for tree in review.model.trees {
    for token in tree.tokens {
      switch token.kind {
      case .text, .multilineText, .backtick: break
      default: continue
      }
      guard token.end - token.start > 16,
        SecretShapes.mayHoldSecret(tree.source.bytes[Int(token.start)..<Int(token.end)]),
        let what = SecretShapes.secret(in: tree.text(token))
      else {
        continue
      }
      let range = SourceRange(file: tree.file, start: Int(token.start), end: Int(token.end))
      report.add(
        .error, on: review.element(at: range).map(Subject.element), "this text looks like \(what)", at: range,
        notes: ["a secret that was written down is no secret any more, even when it is removed"],
        help: ["revoke it, remove it, and state where the new one is kept: `secret NAME in vault`"])
    }
  }
}
