/// Values that live as long as the process. A large design is millions of small values: taking it apart one by one just
/// before the process ends, and all its memory with it, would only cost time.
enum Kept {
  private final class Box<Value: Sendable>: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  /// The value itself, which is never taken apart.
  static func toTheEnd<Value: Sendable>(_ value: Value) -> Value {
    _ = Unmanaged.passRetained(Box(value))
    return value
  }
}
