import DesignDiagram
import TestSupport
import Testing

@testable import DesignView

/// The pictures that a design yields without any `view`.
@Suite struct PictureTests {
  static func pictures(_ text: String) -> [Picture] { DesignView.pictures(of: Compiled(text).model) }

  static func picture(_ name: String, _ text: String) -> Diagram? {
    pictures(text).first { $0.name == name }?.diagram
  }

  static let landscape = """
    person customer { -> web "Orders" }
    system shop {
      group front { application web: web { calls orders } }
      application orders: service { writes data.t  publishes events.placed  calls bank }
      database data: postgresql 17 { table t { id: int primary key } }
    }
    system stock { application depot: worker { consumes events.placed } }
    broker events: kafka { topic placed }
    external system bank "Bank"
    application cron: job { calls orders }
    """

  @Test func landscapeHasACardForEachSystemPersonAndExternal() throws {
    let diagram = try #require(Self.picture("landscape", Self.landscape))
    #expect(diagram.nodes.map(\.id) == ["customer", "shop", "stock", "bank", "cron"])
    #expect(diagram.nodes.filter(\.isExternal).map(\.id) == ["bank"])
    // What goes through a broker that has no card joins those who publish and consume.
    #expect(
      Set(diagram.edges.map(\.id)) == ["customer->shop", "shop->bank", "shop->stock", "cron->shop"])
    #expect(diagram.edges.first { $0.id == "shop->stock" }?.labels == ["placed"])
  }

  @Test(arguments: [
    "application a: service { calls b }\napplication b: service",
    "system s { application a: service }",
  ])
  func landscapeIsLeftOutWhereItSaysNothing(text: String) {
    #expect(Self.picture("landscape", text) == nil)
  }

  static let events = """
    broker mq: rabbitmq "Rabbit" {
      exchange all: topic { -> invoices key "order.*" }
      queue invoices: Order partitions 3 replication 2 key id dead-letter dead after 5
      queue dead
      type Order { id: uuid }
    }
    application a: service { publishes mq.all }
    application b: worker { consumes mq.invoices as "billing" }
    application c: worker { publishes mq }
    application d: service { calls a }
    """

  @Test func eventsRunFromPublisherThroughTopicsToConsumer() throws {
    let diagram = try #require(Self.picture("events-mq", Self.events))
    #expect(diagram.nodes.map(\.id) == ["a", "b", "c", "mq.all", "mq.invoices", "mq.dead", "mq.*"])
    let labels = Dictionary(uniqueKeysWithValues: diagram.edges.map { ($0.id, $0.labels) })
    #expect(
      labels == [
        "a->mq.all": [], "mq.invoices->b": ["as billing"], "c->mq.*": [],
        "mq.all->mq.invoices": ["order.*"], "mq.invoices->mq.dead-dead-letter": ["dead letter after 5"],
      ])
    #expect(diagram.edges.filter { $0.style == .deadLetter }.count == 1)
    let invoices = try #require(diagram.nodes.first { $0.id == "mq.invoices" })
    #expect(invoices.technology == "Order")
    #expect(invoices.badges.map(\.text) == ["3 partitions", "2 copies", "key id"])
  }

  @Test func thereIsNoPictureOfABrokerThatCarriesNothing() {
    #expect(Self.picture("events-mq", "broker mq: rabbitmq") == nil)
  }
}
