import DesignContract

/// What one service says.
extension ComposeReader {
  /// Keys that are read; `image` and `hostname` and the like are by now.
  private static let known: Set<String> = [
    "image", "environment", "depends_on", "links", "healthcheck", "deploy", "secrets", "ports", "hostname",
    "container_name", "extends", "command", "entrypoint", "mem_limit", "cpus", "scale", "external_links",
  ]

  mutating func read(_ document: Document, into service: inout ComposeService, _ addresses: ComposeAddresses)
  {
    for entry in document.entries where !Self.known.contains(entry.key) && !entry.key.hasPrefix("x-") {
      leaveOut("`\(entry.key)` of services", entry.value)
    }
    if let extends = document["extends"], extends["file"] != nil {
      leaveOut("`extends` of another file", extends)
    }
    if let image = document["image"], service.image == nil {
      leaveOut("an image that is a variable's", image)
    }
    if document["build"] == nil, document["image"] == nil {
      leaveOut("what a service without an image runs", document)
    }
    connections(document, into: &service, addresses)
    if let secrets = document["secrets"] {
      for secret in secrets.items {
        guard let name = secret.word ?? secret["target"]?.word ?? secret["source"]?.word else { continue }
        if !service.secrets.contains(name) { service.secrets.append(name) }
      }
      if !service.role.isApplication { leaveOut("`secrets` of stores and brokers", secrets) }
    }
    healthcheck(document["healthcheck"], into: &service)
    if let ports = document["ports"] {
      service.ports = ports.items.compactMap { port in
        (port.word ?? port["published"]?.word).map(Self.resolved).flatMap(Self.published)
      }
      leaveOut("`ports`, which a design leaves to those that connect,", ports)
    }
    size(document, into: &service)
  }

  // MARK: Connections

  private mutating func connections(
    _ document: Document, into service: inout ComposeService, _ addresses: ComposeAddresses
  ) {
    var found: [ComposeAddresses.Found] = []
    func add(_ one: ComposeAddresses.Found) {
      guard one.service != service.name else { return }
      if let at = found.firstIndex(where: { $0.service == one.service }) {
        if found[at].protocolName == nil { found[at] = one }
      } else {
        found.append(one)
      }
    }
    if let environment = document["environment"] {
      var values = environment.entries.compactMap { entry in entry.value.word.map { (entry.key, $0) } }
      for item in environment.items {
        guard let word = item.word, let equals = word.firstIndex(of: "=") else { continue }
        values.append((String(word[..<equals]), String(word[word.index(after: equals)...])))
      }
      for (key, value) in values { addresses.found(in: Self.resolved(value), key: key).forEach(add) }
      leaveOut("`environment`, but for the addresses of other services in it,", environment)
    }
    for key in ["command", "entrypoint"] {
      guard let command = document[key] else { continue }
      for word in [command.word].compactMap({ $0 }) + command.items.compactMap(\.word) {
        addresses.found(in: Self.resolved(word), key: "").forEach(add)
      }
      leaveOut("`\(key)`, but for the addresses of other services in it,", command)
    }
    for link in document["links"]?.items ?? [] {
      guard let name = link.word?.split(separator: ":").first?.lowercased() else { continue }
      if let target = addresses.hosts[name] { add(.init(service: target, protocolName: nil)) }
    }
    if let dependencies = document["depends_on"] {
      for name in dependencies.items.compactMap(\.word) {
        if let target = addresses.hosts[name.lowercased()] { add(.init(service: target, protocolName: nil)) }
      }
      for entry in dependencies.entries {
        // What has run to its end is not called.
        if entry.value["condition"]?.word == "service_completed_successfully" {
          leaveOut("`depends_on` of what must have run before", entry.value)
          continue
        }
        if let target = addresses.hosts[entry.key.lowercased()] {
          add(.init(service: target, protocolName: nil))
        }
      }
    }
    if service.role.keyword == "broker", !found.isEmpty {
      leaveOut("what the broker `\(service.name)` reaches", document)
      found = []
    }
    service.connections = found
  }

  // MARK: Facts

  private mutating func healthcheck(_ check: Document?, into service: inout ComposeService) {
    guard let check else { return }
    let words = (check["test"]?.word.map { [$0] } ?? check["test"]?.items.compactMap(\.word) ?? [])
    let text = Self.resolved(words.joined(separator: " "))
    guard service.role.isApplication, let start = text.range(of: "://") else {
      return leaveOut("`healthcheck`, but for paths of applications,", check)
    }
    let rest = text[start.upperBound...].prefix { !$0.isWhitespace && !"\"'|;)".contains($0) }
    guard let slash = rest.firstIndex(of: "/") else {
      return leaveOut("`healthcheck`, but for paths of applications,", check)
    }
    service.healthcheck = String(rest[slash...])
  }

  /// The port on the host: `8080:80` → `8080`, `127.0.0.1:8080:80/tcp` → `8080`; one that is not published has none.
  private static func published(_ port: String) -> String? {
    let parts = port.split(separator: "/").first?.split(separator: ":") ?? []
    guard let published = parts.count > 1 ? parts[parts.count - 2] : parts.first else { return nil }
    return published.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "-") } ? String(published) : nil
  }

  private mutating func size(_ document: Document, into service: inout ComposeService) {
    let deploy = document["deploy"]
    let limits = deploy?["resources"]?["limits"]
    for entry in deploy?.entries ?? [] where !["replicas", "resources"].contains(entry.key) {
      leaveOut("`\(entry.key)` of `deploy`", entry.value)
    }
    if let reservations = deploy?["resources"]?["reservations"] {
      leaveOut("`reservations` of `deploy`", reservations)
    }
    let replicas = (deploy?["replicas"] ?? document["scale"])?.word.map(Self.resolved)
    service.replicas = replicas.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    service.cpu = (limits?["cpus"] ?? document["cpus"])?.word.map(Self.resolved).flatMap(Self.cores)
    service.memory = (limits?["memory"] ?? document["mem_limit"])?.word.map(Self.resolved).flatMap(Self.size)
  }

  /// `0.5` → `500m`, `2` → `2`
  private static func cores(_ text: String) -> String? {
    guard let cores = Double(text), cores > 0, cores < 10_000 else { return nil }
    let thousandths = Int((cores * 1000).rounded())
    if thousandths == 0 { return nil }
    return thousandths % 1000 == 0 ? "\(thousandths / 1000)" : "\(thousandths)m"
  }

  /// `512M`, `1.5g`, `300mb` → as powers of 1024, which Compose means by them.
  private static func size(_ text: String) -> String? {
    let lower = text.lowercased()
    let digits = lower.prefix { $0.isNumber || $0 == "." }
    guard let number = Double(digits), number > 0, number < 1e12 else { return nil }
    let factors: [String: Double] = [
      "": 1, "b": 1, "k": 1024, "kb": 1024, "kib": 1024, "m": 1_048_576, "mb": 1_048_576, "mib": 1_048_576,
      "g": 1_073_741_824, "gb": 1_073_741_824, "gib": 1_073_741_824,
    ]
    guard let factor = factors[String(lower.dropFirst(digits.count)).filter { $0 != " " }] else { return nil }
    let bytes = number * factor
    for (unit, size) in [("GiB", 1_073_741_824.0), ("MiB", 1_048_576), ("KiB", 1024)]
    where bytes.truncatingRemainder(dividingBy: size) == 0 {
      return "\(Int(bytes / size))\(unit)"
    }
    return "\(Int(bytes))B"
  }
}
