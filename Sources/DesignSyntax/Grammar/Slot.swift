/// What may stand at one place of a statement.
package indirect enum Slot: Sendable, Hashable {
  /// A name that the statement declares.
  case name
  /// A declared name; text may stand for it.
  case nameOrText
  /// Names joined with dots that refer to something declared elsewhere.
  case path
  /// `METHOD /path`, which refers to an endpoint.
  case endpointReference
  case text
  /// One of a closed list of words.
  case word([String])
  /// A word of a list that is not complete: what it lacks stands in quotes.
  case known([String])
  /// Any word, or text where it is no word: a technology, a classification.
  case freeWord
  /// A kind after a colon: a word, or text where the kind is free.
  case kind
  /// `17`, `8.4`, `v2`
  case version
  /// A number with its unit.
  case value(Dimension)
  /// `a`, `a..b`, `a..` or `..b`.
  case range(Dimension)
  /// SQL in backticks, or a literal or name.
  case sql
  /// `(a, b desc)`
  case columns
  /// A column or several in parentheses, before `determines`.
  case determinant
  /// The type of a column, field, parameter or payload.
  case type
  /// `(name: value, …)`, touching the word before.
  case arguments
  /// `(name: type = default, header X: type, …)`
  case parameters
  /// `T | 404 Problem`
  case responses
  /// `/products/{id: uuid}`
  case endpointPath
  /// The condition of a rule.
  case expression
  /// `https`, `smtp+tls`, `http/2`
  case protocolName
  /// A literal of any sort: number, text, word.
  case literal
  /// A word that must stand here.
  case must(String)
  case symbol(Token.Kind)
  /// All of these or none; the first decides.
  case optional([Slot])
  /// One or more, separated by commas.
  case list(Slot)
}

/// What a number measures, and so which units it may bear.
package enum Dimension: String, Sendable, Hashable, CaseIterable {
  /// A whole number; `_`, `k`, `M` and `G` may shorten it.
  case count
  /// A number without unit.
  case number
  /// At most 100 %.
  case percent
  /// A share that may pass 100 %.
  case ratio
  /// `ms`, `s`, `m`, `h`, `d`, `w`, `mo`, `y`.
  case duration
  /// Bytes: `B`, `KiB` … `TiB`, `kB` … `TB`.
  case size
  /// Cores, or thousandths of a core with `m`.
  case cpu
  /// So much per time: `300 rps`, `2M/month`, `40MB/s`.
  case rate
  /// `2027-03-31`
  case date
  /// `17`, `1.30`, `v2`
  case version
  /// `120 USD/month`
  case money
  /// Whatever fits: number, percent, duration, size or rate.
  case any

  /// Well-formed values, for messages and documentation.
  package var examples: [String] {
    switch self {
    case .count: ["3", "50k", "2M"]
    case .number: ["1.5"]
    case .percent: ["70%", "99.95%"]
    case .ratio: ["50%", "150%"]
    case .duration: ["250ms", "5s", "10m", "30d"]
    case .size: ["512MiB", "4GiB"]
    case .cpu: ["500m", "2"]
    case .rate: ["300 rps", "2M/month"]
    case .date: ["2027-03-31"]
    case .version: ["17", "8.4", "v2"]
    case .money: ["120 USD/month"]
    case .any: ["5", "1%", "200ms"]
    }
  }

  /// The dimension in words, with its article.
  package var description: String {
    switch self {
    case .count: "a whole number"
    case .number: "a number"
    case .percent, .ratio: "a percentage"
    case .duration: "a duration"
    case .size: "a size in bytes"
    case .cpu: "a number of cores"
    case .rate: "a rate"
    case .date: "a date"
    case .version: "a version"
    case .money: "an amount of money"
    case .any: "a value"
    }
  }
}
