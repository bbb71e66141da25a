import Foundation
import TestSupport
import Testing

/// `designc decisions`
@Suite struct DecisionsTests {
  private func command() throws -> Command {
    let command = try Command()
    try command.write(
      "shop.design",
      """
      application orders: service { calls bank { because "the bank has no queue" } }
      external application bank: service
      database db: postgresql {
        table customer { id: int primary key  name: text }
        table order {
          id: int primary key
          customer: text copy of customer.name because "lists must not join" kept by orders
          city: text snapshot of customer.name
        }
      }
      environment production { deploy orders, db }
      environment staging like production { differs "one node only" }
      accept SEC009 "the line is a leased one" until 2027-03-31 by "Security" ticket "SEC-1" on orders
      """)
    return command
  }

  @Test func listsThemKindByKind() throws {
    let result = try command().run("decisions", "shop.design")
    #expect(result.status == 0, "\(result.error)")
    #expect(
      result.output == """
        Denormalised on purpose

          db.order.customer: copy of customer.name kept by orders
            lists must not join
            shop.design:7

          db.order.city: snapshot of customer.name
            shop.design:8

        Reasons

          orders -> bank
            the bank has no queue
            shop.design:1

        Differences between environments

          staging
            one node only
            shop.design:12

        Accepted findings

          orders: SEC009
            the line is a leased one
            by Security, until 2027-03-31, ticket SEC-1
            shop.design:13

        """)
  }

  @Test func saysWhenThereAreNone() throws {
    let command = try Command()
    try command.write("a.design", "application a: service\n")
    #expect(try command.run("decisions").output == "no decision is recorded\n")
  }

  @Test(.enabled(if: Judge.isInstalled, "\(Judge.remedy)")) func documentIsValid() throws {
    let command = try command()
    try command.write("list.json", try command.run("decisions", "--format", "json").output)
    let schema = TestFiles.root.appending(path: "docs/schemas/decisions.schema.json")
    #expect(try Judge.complaints(.schema, about: command.folder.appending(path: "list.json"), schema) == "")
  }
}
