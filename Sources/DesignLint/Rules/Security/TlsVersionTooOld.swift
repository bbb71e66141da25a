import DesignModel
import DesignSyntax

let tlsVersionTooOld = Rule(
  "SEC010", "tls-version-too-old", .error,
  what: "Finds connections that allow TLS below 1.2; as an info those that do not allow 1.3.",
  why:
    "SSL and the first versions of TLS are broken, and whoever sits between may choose the oldest that both sides allow.",
  silent: "When no version is stated.",
  fires:
    "application api: service { calls bank over https { tls 1.0..1.2 } }\nexternal application bank: service",
  passes:
    "application api: service { calls bank over https { tls 1.2..1.3 } }\nexternal application bank: service",
  sources: [
    .init("RFC 8996, Deprecating TLS 1.0 and TLS 1.1", "2021-03"),
    .init("OWASP ASVS 5.0.0, 12.1.1", "2025-05"),
  ]
) { review, report in
  for (index, connection, target) in review.resolvedConnections {
    guard let fact = connection.fact("tls"), let bounds = fact.bounds else { continue }
    let path = review.model[target].path
    let low = version(bounds.low)
    let high = version(bounds.high)
    if let oldest = low ?? high.map({ min($0, 1.0) }), oldest < Cryptography.oldestTLS {
      report.add(
        .error, on: .connection(index),
        low == nil
          ? "the connection to `\(path)` allows every old version of TLS"
          : "the connection to `\(path)` allows TLS \(Written.number(oldest, digits: 1) == "1" ? "1.0" : Written.number(oldest, digits: 1))",
        at: fact.range, notes: ["RFC 8996 (2021-03): TLS 1.0 and 1.1 must not be used"],
        help: ["write `tls 1.2..1.3`"],
        fixIts: [
          .init("allow 1.2 and 1.3", range: fact.range, replacement: "tls 1.2..1.3", safety: .suggested)
        ])
    } else if let high, high < Cryptography.newestTLS {
      report.add(
        .info, on: .connection(index), "the connection to `\(path)` does not allow TLS 1.3", at: fact.range,
        help: ["write `tls 1.2..1.3`, if the other side knows it"])
    }
  }
}

private func version(_ quantity: Quantity?) -> Double? {
  guard case .version(let written)? = quantity else { return nil }
  return Double(written.drop { $0 == "v" })
}
