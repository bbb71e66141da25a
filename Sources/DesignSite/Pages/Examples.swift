import DesignContract
import DesignModel

/// Example values of types, as JSON: those that the mock of an api answers with.
struct Examples {
  private let model: Model

  init(_ model: Model) { self.model = model }

  /// A value of the type, over several lines.
  ///
  /// - Parameter direction: which way it goes; nil shows what is only read and what is only written alike.
  func json(_ type: DataType, _ direction: Direction? = nil) -> String {
    Self.json(ContractMaker.shape(of: type, in: model), direction)
  }

  /// A value of a declared type.
  func json(declared id: ElementID) -> String {
    Self.json(ContractMaker.shape(declared: id, in: model), nil)
  }

  private static func json(_ made: (shape: ContractNode, contract: Contract), _ direction: Direction?)
    -> String
  {
    var maker = ExampleMaker(made.contract.definitions, direction: direction)
    return String(DocumentWriter.json(maker.example(of: made.shape)).dropLast())
  }

  /// Whether the fields of a type are known, so that an example says more than the type's name.
  func isWorthwhile(_ type: DataType) -> Bool {
    switch type {
    case .named(let named):
      named.target.map { model.fields[$0] != nil || model.payloads[$0].map(isWorthwhile) ?? false } ?? false
    case .list(let element), .optional(let element): isWorthwhile(element)
    case .map(_, let value): isWorthwhile(value)
    case .oneOf(let types): types.first.map(isWorthwhile) ?? false
    }
  }
}
