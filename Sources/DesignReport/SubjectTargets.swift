import DesignDiagram

/// Which parts of a picture may stand for what a finding is about, by their ids, the nearest first.
struct SubjectTargets {
  /// The part itself, for a connection the line.
  let exact: [String]
  /// What it lies in, from the inside out.
  let around: [String]

  /// - Parameter subject: as a finding names it: `shop.customer.email`, `storefront -> catalog`, or
  ///   `production.apps/catalog` for a deployment.
  init(_ subject: String) {
    if let arrow = subject.firstRange(of: " -> ") {
      let source = Self.withAncestors(String(subject[..<arrow.lowerBound]))
      let target = Self.withAncestors(String(subject[arrow.upperBound...]))
      // The line may run between what holds the two, and what is consumed is drawn from the broker on.
      exact = source.flatMap { from in target.flatMap { to in ["\(from)->\(to)", "\(to)->\(from)"] } }
      around = source
    } else if let slash = Self.deploymentSlash(subject) {
      let place = String(subject[..<slash])
      exact = ["\(place).\(subject[subject.index(after: slash)...])"]
      around = Self.withAncestors(place)
    } else {
      exact = [subject]
      around = Array(Self.withAncestors(subject).dropFirst())
    }
  }

  var all: [String] { exact + around }

  /// The slash between place and element; that of an endpoint's path stands behind a space.
  private static func deploymentSlash(_ subject: String) -> String.Index? {
    guard let slash = subject.firstIndex(of: "/"), !subject[..<slash].contains(" ") else { return nil }
    return slash
  }

  private static func withAncestors(_ path: String) -> [String] {
    var out = [path]
    var rest = Substring(path)
    while let dot = rest.lastIndex(of: ".") {
      rest = rest[..<dot]
      out.append(String(rest))
    }
    return out
  }
}
