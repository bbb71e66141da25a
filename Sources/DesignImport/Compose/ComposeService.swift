/// A service of a compose file, as far as a design speaks of it.
struct ComposeService {
  let name: String
  let role: ComposeRole
  /// With its tag; nil when it is built or is a variable's.
  let image: String?
  /// Services that it reaches, with the protocol where the file tells it.
  var connections: [ComposeAddresses.Found] = []
  var secrets: [String] = []
  var healthcheck: String?
  var replicas: Int?
  /// As a design writes them: `500m`, `512MiB`.
  var cpu: String?
  var memory: String?
  /// Published on the host.
  var ports: [String] = []
}
