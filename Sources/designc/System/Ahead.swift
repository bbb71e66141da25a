#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Work that a second processor does while this one goes on.
struct Ahead {
  private let thread: pthread_t?

  /// Begins the work; where there can be no second thread it is left undone, so it must be work that is done when needed
  /// at the latest.
  init(_ work: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Work(work))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let refusal = pthread_create(
      &thread, nil,
      { argument in
        #if canImport(Darwin)
          let pointer: UnsafeMutableRawPointer? = argument
        #else
          let pointer = argument
        #endif
        if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run() }
        return nil
      }, box.toOpaque())
    if refusal != 0 { box.release() }
    self.thread = refusal == 0 ? thread : nil
  }

  /// Waits until the work is done. A process that forks must have waited: a copy of it has no second thread to end what
  /// was begun.
  func wait() {
    if let thread { pthread_join(thread, nil) }
  }

  private final class Work: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
