import DesignCompiler
import DesignSource

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What browsers are shown, and who waits for the next change of it.
actor Preview {
  /// The design as a browser asks for it.
  struct State: Encodable, Sendable {
    struct PictureEntry: Encodable, Sendable {
      let name: String
      let title: String
    }

    struct FindingEntry: Encodable, Sendable {
      let severity: String
      let rule: String
      let message: String
      let place: String
    }

    /// Counts up with every change; 0 until the design has been read.
    var version = 0
    var design = "designc"
    var problems: String?
    var pictures: [PictureEntry] = []
    var findings: [FindingEntry] = []
  }

  private(set) var state = State()
  private var svgs: [String: [UInt8]] = [:]
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
  private var nextNumber = 0

  /// How long a browser waits before it asks again.
  private static let patience = Duration.seconds(10)

  /// Shows a new state to all who wait.
  func show(_ new: State, _ pictures: [String: [UInt8]]) {
    // What took longer to arrive may be older.
    guard new.version > state.version else { return }
    state = new
    svgs = pictures
    for continuation in waiting.values { continuation.resume() }
    waiting = [:]
  }

  func picture(_ name: String) -> [UInt8]? { svgs[name] }

  /// The state, as soon as it is another than the one with this number, or after a while anyway.
  func state(after version: Int) async -> State {
    if state.version != version { return state }
    let number = nextNumber
    nextNumber += 1
    Task {
      try? await Task.sleep(for: Self.patience)
      self.wake(number)
    }
    await withCheckedContinuation { waiting[number] = $0 }
    return state
  }

  private func wake(_ number: Int) { waiting.removeValue(forKey: number)?.resume() }
}

extension Preview.State {
  /// - Parameter version: counts up with every state.
  init(_ result: LiveDesign.Result, version: Int) {
    self.version = version
    design = result.compilation?.title ?? "designc"
    problems = result.problems
    pictures = result.pictures.map { PictureEntry(name: $0.name, title: $0.title) }
    let places = (result.compilation?.files ?? []).map { ($0.path, LineTable($0)) }
    findings = result.review.findings.map { finding in
      let range = finding.diagnostic.range
      let index = Int(range.file.index)
      let place =
        places.indices.contains(index)
        ? "\(places[index].0):\(places[index].1.position(of: range.start).line)" : ""
      return FindingEntry(
        severity: finding.severity.rawValue, rule: finding.rule, message: finding.diagnostic.message,
        place: place)
    }
  }
}
