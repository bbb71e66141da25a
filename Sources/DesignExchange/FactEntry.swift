import DesignModel
import DesignSyntax

/// A fact in JSON: its words, whether it says that there is none, its values, and what is said of it in turn.
struct FactEntry: Encodable {
  let key: String
  let absent: Bool
  let values: [ValueEntry]
  let facts: [FactEntry]

  init(_ fact: Fact, _ model: Model) {
    key = fact.key
    absent = fact.isAbsent
    values = fact.values.map { ValueEntry($0, model) }
    facts = fact.facts.map { FactEntry($0, model) }
  }
}

/// One value: what it is, as it was written, and the number in the unit that the name of the field says.
struct ValueEntry: Encodable {
  let kind: String
  var text: String?
  var number: Double?
  var unit: String?
  var low: Double?
  var high: Double?
  var columns: [String]?
  var arguments: [ArgumentEntry]?
  var target: String?

  struct ArgumentEntry: Encodable {
    let name: String?
    let value: String
  }

  init(_ value: Value, _ model: Model) {
    switch value {
    case .word(let word):
      kind = "word"
      text = word
    case .text(let string):
      kind = "text"
      text = string
    case .sql(let sql):
      kind = "sql"
      text = sql
    case .quantity(let quantity, let written):
      kind = "quantity"
      text = written
      (number, unit) = quantity.scalar
    case .range(let from, let to, let written):
      kind = "range"
      text = written
      low = from?.scalar.number
      high = to?.scalar.number
      unit = (from ?? to)?.scalar.unit
    case .reference(let reference):
      kind = "reference"
      text = reference.written
      target = reference.target.map { model[$0].path }
    case .columns(let names):
      kind = "columns"
      columns = names
    case .arguments(let list):
      kind = "arguments"
      arguments = list.map { ArgumentEntry(name: $0.name, value: $0.value) }
    }
  }
}

extension Quantity {
  /// The number and the unit it is in; no number for dates and versions, which are told as written.
  fileprivate var scalar: (number: Double?, unit: String?) {
    switch self {
    case .count(let count): (Double(count), nil)
    case .number(let number): (number, nil)
    case .percent(let percent): (percent, "%")
    case .duration(let seconds): (seconds, "s")
    case .size(let bytes): (bytes, "B")
    case .cores(let cores): (cores, "cores")
    case .rate(let perSecond, let what): (perSecond, what.isEmpty ? "1/s" : "\(what)/s")
    case .money(let amount, let currency, let period):
      (amount, period.isEmpty ? currency : "\(currency)/\(period)")
    case .date, .version: (nil, nil)
    }
  }
}
