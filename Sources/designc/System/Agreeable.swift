import ArgumentParser
import DesignContract
import DesignSource

import struct DesignModel.Element
import enum DesignModel.ElementKind
import struct DesignModel.ElementKinds
import struct DesignModel.Model

/// Finds what a command line names.
enum Agreeable {
  /// The api, topic, queue or database of this path, or whose path ends so; ends the command when there is none, or more
  /// than one.
  static func element(_ name: String, of kinds: [ElementKind]? = nil, in model: Model) throws -> Element {
    let all =
      kinds.map { model.elements($0.reduce(ElementKinds()) { $0.union(ElementKinds($1)) }) }
      ?? model.agreeable
    let exact = all.filter { $0.path == name }
    let found = exact.isEmpty ? all.filter { $0.path.hasSuffix(".\(name)") } : exact
    if let only = found.first, found.count == 1 { return only }
    guard found.isEmpty else {
      throw ValidationError(
        "'\(name)' may be \(found.map { "'\($0.path)'" }.joined(separator: " or ")); write its whole path")
    }
    let near = Spelling.nearest(to: name, among: all.map(\.path))
    let what = kinds.map { $0.map(\.noun).joined(separator: ", ") } ?? "api, topic, queue or database"
    throw ValidationError(
      "There is no \(what) called '\(name)'\(near.map { "; did you mean '\($0)'?" } ?? "")")
  }
}
