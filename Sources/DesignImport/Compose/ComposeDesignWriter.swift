import DesignContract
import DesignModel

/// Writes the services of a compose file as a design.
struct ComposeDesignWriter {
  private let services: [ComposeService]

  init(_ services: [ComposeService]) { self.services = services }

  func write(name: String, path: String) -> String {
    var lines = heading(path) + ["design \(DesignText.name(name, isClear: true)) \(label(name))"]
    for keyword in ["application", "database", "cache", "search", "storage", "broker"] {
      let group = services.filter { $0.role.keyword == keyword }
      if keyword != "application", !group.isEmpty { lines.append("") }
      for service in group { lines += (keyword == "application" ? [""] : []) + element(service) }
    }
    return (lines + [""] + environment() + [""]).joined(separator: "\n")
  }

  private func label(_ name: String) -> String { DesignText.text(ImportedNames.label(name)) }

  private func heading(_ path: String) -> [String] {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let shown = String(file.unicodeScalars.filter(DesignText.isPrintable).map(Character.init))
    let open = services.filter { $0.role.isApplication && !$0.ports.isEmpty }
    let doors = open.prefix(3).map(\.name).joined(separator: ", ")
    let more = open.count > 3 ? " and \(open.count - 3) more" : ""
    let example = open.first ?? services.first { $0.role.isApplication }
    let door = example.map { DesignText.name($0.name) } ?? "storefront"
    return [
      "// Made of \(shown.replacing("\n", with: " ")). Kinds are told by images and names, connections by addresses and by what",
      "// depends on what: correct what is not so. It is worth adding what a compose file cannot say:",
      "// - who uses it\(doors.isEmpty ? "" : " (published: \(doors)\(more))"): `person customer { -> \(door) over https }`",
      "// - what connections are for, and what they stand: `calls orders \"Asks for prices\" over https { timeout 2s }`",
      "// - which tables are read and written: `reads store.product`, and the tables: `table product { … }`",
      "// - where it runs for its users: `environment production { … }`",
    ]
  }

  // MARK: Elements

  private func element(_ service: ComposeService) -> [String] {
    var head = "\(service.role.keyword) \(DesignText.name(service.name, isClear: true))"
    if let kind = service.role.kind { head += ": \(kind)" }
    if !service.role.isApplication, let version = service.image.flatMap(ComposeRole.version),
      let kind = service.role.kind, EngineVersions.exists(version, of: kind)
    {
      head += " \(version)"
    }
    head += " \(label(service.name))"
    var lines: [String] = []
    if service.role.isApplication {
      if let image = service.image { lines.append("technology \(DesignText.text(image))") }
      if let path = service.healthcheck { lines.append("healthcheck \(DesignText.text(path))") }
      for secret in service.secrets.map({ "secret \(DesignText.name($0, isClear: true))" })
      where !lines.contains(secret) {
        lines.append(secret)
      }
    }
    for connection in service.connections {
      guard let target = services.first(where: { $0.name == connection.service }) else { continue }
      let isCall =
        service.role.isApplication && target.role.isApplication
        && !["worker", "job"].contains(target.role.kind ?? "")
      let over = connection.protocolName.map { " over \($0)" } ?? ""
      lines.append("\(isCall ? "calls" : "->") \(DesignText.name(target.name))\(over)")
    }
    return lines.isEmpty ? [head] : [head + " {"] + lines + ["}"]
  }

  // MARK: Where it runs

  private func environment() -> [String] {
    let names = Set(services.map { $0.name.lowercased() })
    let name = ImportedNames.unused("local", suffix: "-compose", names)
    var lines = [
      "environment \(DesignText.name(name, isClear: true)) \"Docker Compose\" {",
      "node host \"Docker host\" {",
    ]
    for service in services {
      var line = "deploy \(DesignText.name(service.name))"
      if let replicas = service.replicas { line += " replicas \(replicas)" }
      if let cpu = service.cpu { line += " cpu \(cpu)" }
      if let memory = service.memory { line += " memory \(memory)" }
      lines.append(line)
    }
    return lines + ["}", "}"]
  }
}
