import Foundation
import TestSupport
import Testing

/// `designc size`
@Suite struct SizeTests {
  /// 1,200 requests a second of 12 ms are 14.4 cores; at 60 % that is 24, 12 replicas of two, and with one of three zones
  /// lost 18.
  private func command() throws -> Command {
    let command = try Command()
    try command.write(
      "shop.design",
      """
      design shop { horizon 1y }
      application api: service {
        traffic 300 rps peak 1200 rps  cpu-time 12ms per request  target-utilization 60%
        reads db { pool 20 }
      }
      application worker: worker
      database db: postgresql 17 max-connections 400 reserved 10 {
        table order rows 0 growth 1M/day row-size 100B index-overhead 50% { id: bigint primary key }
      }
      environment production {
        zone a { cluster ka nodes 3 cpu 8 memory 16GiB { deploy api replicas 5 cpu 2 memory 1GiB } }
        zone b { cluster kb nodes 3 cpu 8 memory 16GiB { deploy api replicas 5 cpu 2 memory 1GiB } }
        zone c { cluster kc nodes 3 cpu 8 memory 16GiB { deploy api replicas 5 cpu 2 memory 1GiB  deploy worker } }
        node d storage 100GiB { deploy db }
      }
      environment staging { deploy api replicas 1 cpu 2 }
      """)
    return command
  }

  @Test func tellsWhatIsNeededAndWhatIsReachedFirst() throws {
    let result = try command().run("size")
    #expect(result.status == 0, "\(result.error)")
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.contains("application  peak         busy        runs  used  needs  less one  less a zone"))
    #expect(lines.contains("api          1,200 req/s  14.4 cores  15    48 %  12     13        18"))
    #expect(lines.contains("production.a.ka  10 cores of 24 cores  5 GiB of 48 GiB"))
    #expect(lines.contains("db        300 of 390   50.99 GiB of 100 GiB"))
    #expect(
      lines.contains { $0.hasPrefix("Reached first: replicas needed when a zone is lost of api, 18, 120 %") })
    #expect(lines.contains("  `traffic … peak …` of"))
    #expect(lines.allSatisfy { $0.count <= 110 })
  }

  @Test func explainsEveryNumber() throws {
    let output = try command().run("size", "--explain").output
    #expect(output.contains("1,200 req/s × 12 ms CPU = 14.4 cores  (shop.design:3)"))
    #expect(output.contains("3 zones × (12 ÷ 2, rounded up) = 18"))
    #expect(output.contains("api 15 × 20 = 300; accepted: 400 − 10 reserved = 390"))
  }

  @Test func takesAnyEnvironment() throws {
    let result = try command().run("size", "--environment", "staging")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("staging\n") && result.output.contains("720 %"))
    let unknown = try command().run("size", "--environment", "stagin")
    #expect(unknown.status == 64 && unknown.error.contains("did you mean 'staging'?"))
  }

  @Test(.enabled(if: Judge.isInstalled, "\(Judge.remedy)")) func documentIsValid() throws {
    let command = try command()
    try command.write("size.json", try command.run("size", "--format", "json").output)
    let schema = TestFiles.root.appending(path: "docs/schemas/size.schema.json")
    #expect(try Judge.complaints(.schema, about: command.folder.appending(path: "size.json"), schema) == "")
  }

  @Test func needsAnEnvironment() throws {
    let command = try Command()
    try command.write("a.design", "application a: service\n")
    let result = try command.run("size")
    #expect(result.status == 2 && result.error.contains("has no environment"))
  }
}
