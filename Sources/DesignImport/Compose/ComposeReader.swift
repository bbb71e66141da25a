import DesignContract
package import DesignSource

/// Reads Docker Compose files, after the Compose Specification (2026-06).
package struct ComposeReader {
  private let places: DocumentPlaces
  private var diagnostics: [Diagnostic] = []
  private var services: [ComposeService] = []
  private var definitions: [Document.Entry] = []

  /// The design of a compose file. Pure: bytes in, values out.
  ///
  /// - Parameter name: what the design is called; nil takes the project's name, else that of the file's directory.
  package static func design(
    _ source: SourceFile, file: FileID = FileID(0), name: String? = nil
  ) -> ImportedDesign {
    let places = DocumentPlaces(source, file: file)
    func failure(_ message: String, line: Int32 = 1, column: Int32 = 1, help: [String] = []) -> ImportedDesign
    {
      let diagnostic = Diagnostic(
        .error, "unreadable-document", message, at: places.range(line: line, column: column), help: help)
      return ImportedDesign(name: "", text: "", diagnostics: [diagnostic])
    }
    switch DocumentReader.read(source, file: file) {
    case .failure(let problem): return failure(problem.message, line: problem.line, column: problem.column)
    case .success(let root):
      guard let services = root["services"], !services.entries.isEmpty else {
        return failure(
          "this is no compose file: it has no `services`",
          help: ["give the file that `docker compose config` reads, or what that prints"])
      }
      var reader = ComposeReader(places: places)
      reader.read(root, services.entries)
      let given = name ?? root["name"]?.word.map { ComposeReader.resolved($0) }
      let called = given ?? ImportedNames.name(Self.project(source.path), fallback: "imported")
      let own = name ?? ImportedNames.name(called, fallback: "imported")
      let text = ComposeDesignWriter(reader.services).write(name: own, path: source.path)
      return ImportedDesign(name: own, text: text, diagnostics: reader.diagnostics.sortedByPlace())
    }
  }

  private init(places: DocumentPlaces) { self.places = places }

  /// The directory of a file called `compose.yaml` or the like, else the file itself: `shop/compose.yml` → `shop`.
  private static func project(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }.map(String.init)
    let stem = parts.last?.split(separator: ".").first.map(String.init) ?? ""
    let isUsual = ["compose", "docker-compose"].contains(stem)
    return isUsual && parts.count > 1 ? parts[parts.count - 2] : stem
  }

  mutating func leaveOut(_ what: String, _ document: Document) {
    leaveOut(what, line: document.line, column: document.column)
  }

  private mutating func leaveOut(_ what: String, line: Int32, column: Int32) {
    diagnostics.append(
      Diagnostic(.info, "left-out", "\(what) is left out", at: places.range(line: line, column: column)))
  }

  // MARK: The whole

  private mutating func read(_ root: Document, _ entries: [Document.Entry]) {
    for entry in root.entries where !["services", "name", "version"].contains(entry.key) {
      if entry.key.hasPrefix("x-") { continue }  // what it holds is used where it is referred to
      leaveOut("`\(entry.key)`", line: entry.line, column: entry.column)
    }
    definitions = entries
    var hosts: [String: String] = [:]
    var roles: [String: (role: ComposeRole, image: String?)] = [:]
    for entry in entries {
      let service = extended(entry.value)
      let image = image(service)
      roles[entry.key] = (ComposeRole.of(service: entry.key, image: image), image)
      for alias in aliases(service) where hosts[alias.lowercased()] == nil {
        hosts[alias.lowercased()] = entry.key
      }
    }
    for entry in entries { hosts[entry.key.lowercased()] = entry.key }
    let addresses = ComposeAddresses(hosts: hosts)
    for entry in entries {
      guard let (role, image) = roles[entry.key] else { continue }
      var service = ComposeService(name: entry.key, role: role, image: image)
      read(extended(entry.value), into: &service, addresses)
      services.append(service)
    }
  }

  /// Other names of a service on its networks.
  private func aliases(_ service: Document) -> [String] {
    var out = [service["hostname"], service["container_name"]].compactMap { $0?.word }
    for network in service["networks"]?.entries ?? [] {
      out += (network.value["aliases"]?.items ?? []).compactMap(\.word)
    }
    return out
  }

  /// A service with what it takes from another of the file.
  private func extended(_ service: Document, depth: Int = 0) -> Document {
    guard depth < 10, let extends = service["extends"] else { return service }
    guard extends["file"] == nil, let base = extends.word ?? extends["service"]?.word,
      let found = definitions.first(where: { $0.key == base })
    else { return service }
    let other = extended(found.value, depth: depth + 1)
    let own = Set(service.entries.map(\.key))
    let all = service.entries + other.entries.filter { !own.contains($0.key) && $0.key != "extends" }
    return Document(content: .mapping(all), line: service.line, column: service.column)
  }

  private func image(_ service: Document) -> String? {
    guard let image = service["image"]?.word.map(Self.resolved), !image.isEmpty else { return nil }
    return image.first == ":" || image.hasSuffix("/") ? nil : image
  }

  /// Variables with a default become it, others nothing: `${TAG:-17}` → `17`.
  static func resolved(_ text: String) -> String {
    var out = ""
    var rest = text[...]
    while let dollar = rest.firstIndex(of: "$") {
      out += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      if rest.first == "$" {
        out += "$"
        rest = rest.dropFirst()
      } else if rest.first == "{" {
        var depth = 0
        let end = rest.firstIndex { character in
          if character == "{" { depth += 1 }
          if character == "}" { depth -= 1 }
          return depth == 0
        }
        let inner = rest[rest.index(after: rest.startIndex)..<(end ?? rest.endIndex)]
        let name = inner.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        let after = inner.dropFirst(name.count)
        if after.hasPrefix(":-") {
          out += resolved(String(after.dropFirst(2)))
        } else if after.hasPrefix("-") {
          out += resolved(String(after.dropFirst()))
        }
        rest = end.map { rest[rest.index(after: $0)...] } ?? ""
      } else {
        rest = rest.drop { $0.isLetter || $0.isNumber || $0 == "_" }
      }
    }
    return out + rest
  }
}
