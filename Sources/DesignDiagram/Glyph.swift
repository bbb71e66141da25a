/// The drawing on a card that tells the kind of element at a glance.
package enum Glyph: String, Sendable, Hashable, Encodable, CaseIterable {
  // People and what they touch.
  /// A person or role.
  case person
  /// A browser window: a web front end.
  case web
  /// A phone: a mobile application.
  case mobile
  /// A monitor: a desktop application.
  case desktop
  // Applications.
  /// A hexagon: a service.
  case service
  /// A gear: a worker that takes from a queue.
  case worker
  /// A gate: an API gateway.
  case gateway
  /// The letter lambda: a function of a serverless platform.
  case function
  /// A clock: a job that runs on a schedule.
  case job
  /// A shield with arrows: a reverse proxy or load balancer.
  case proxy
  /// A globe: a content delivery network.
  case cdn
  // Stores.
  /// A cylinder: a database.
  case database
  /// A cylinder with a flash: a cache.
  case cache
  /// A bucket: object or file storage.
  case storage
  /// A magnifying glass: a search engine.
  case search
  // Messages.
  /// A pipe with messages: a broker.
  case broker
  /// A stack of lines fanning out: a topic.
  case topic
  /// Boxes in a row: a queue.
  case queue
  /// A fork: an exchange of a broker.
  case exchange
  // The rest.
  /// A box of boxes: a whole system shown as one card.
  case system
  /// A server: a machine shown as one card.
  case machine
  /// A grid: a table of a database.
  case table
  /// A grid with an eye: a view of a database.
  case view
  /// A list: an enumeration of a database or of types.
  case enumeration
}
