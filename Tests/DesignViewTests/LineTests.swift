import DesignDiagram
import Testing

@testable import DesignView

/// Lines that people missed: calls of oneself, what is read and written, keys of other stores; and tables too tall to show.
@Suite struct LineTests {
  static let stores = """
    application orders: service {
      api things: rest { GET /things }
      calls orders.things
      reads shop.order
      writes shop.order
    }
    application reports: service { reads shop.order }
    database shop: postgresql 17 {
      table order {
        id: bigint primary key
        bill_id: bigint refers to bills.bill
        total: int copy of bills.bill.total
      }
      table note {
        id: bigint primary key
        order_id: bigint refers to order.id
      }
    }
    database bills: postgresql 17 { table bill { id: bigint primary key  total: int } }
    """

  private func edges(_ picture: String) throws -> [String: Edge] {
    let diagram = try #require(PictureTests.picture(picture, Self.stores))
    return Dictionary(uniqueKeysWithValues: diagram.edges.map { ($0.id, $0) })
  }

  @Test func aCallOfOneselfIsDrawnAmongTheApplications() throws {
    #expect(try edges("applications")["orders->orders"]?.style == .call)
  }

  @Test func whatIsReadAndWrittenHasTwoArrowheads() throws {
    let edges = try edges("applications")
    #expect(edges["orders->shop"]?.isBothWays == true)
    #expect(edges["reports->shop"]?.isBothWays == false)
  }

  @Test func keysOfOtherStoresLeadToTheirTables() throws {
    let diagram = try #require(PictureTests.picture("erd-shop", Self.stores))
    let bill = try #require(diagram.nodes.first { $0.id == "bills.bill" })
    #expect(bill.isStub)
    #expect(bill.link == "erd-bills.svg")
    let edges = try edges("erd-shop")
    #expect(edges["shop.order.bill_id->bills.bill"]?.style == .reference)
    #expect(edges["shop.order.total->bills.bill"]?.style == .copy)
    #expect(edges["shop.note.order_id->shop.order"]?.style == .reference)
    #expect(edges.count == 3)
  }

  @Test func tallTablesShowKeysAndTheFirstColumnsAndSayHowManyMore() throws {
    let columns = (1...1000).map { "c\($0): int" }.joined(separator: "\n")
    let diagram = try #require(
      PictureTests.picture(
        "erd-d", "database d: postgresql 17 { table t {\n\(columns)\nlast: int primary key } }"))
    let rows = try #require(diagram.nodes.first?.rows)
    #expect(rows.count == 61)
    #expect(rows.contains { $0.name == "last" })
    #expect(rows.last?.name == "… 941 more columns")
  }
}
