import Foundation
import TestSupport
import Testing

/// The cache of pictures, as a user meets it.
@Suite struct CacheTests {
  private func entries(_ command: Command) -> [String] { command.files(in: "cache/designc/pictures") }

  private func build(_ command: Command, _ arguments: String..., cache: String? = nil) throws
    -> Command.Result
  {
    try command.run(
      ["build"] + arguments,
      environment: [
        "XDG_CACHE_HOME": cache ?? command.folder.appending(path: "cache").path(percentEncoded: false)
      ])
  }

  @Test func onlyWhatChangesIsDrawn() throws {
    let command = try Command()
    try command.write("shop.design", BuildTests.shop)
    #expect(try build(command, "--output", "one").status == 0)
    let all = entries(command)
    #expect(all.count == command.files(in: "one").count && all.allSatisfy { $0.count == 64 })
    #expect(try build(command, "--output", "two").status == 0 && entries(command) == all)
    try command.write("shop.design", BuildTests.shop.replacing("name: text", with: "title: text"))
    #expect(try build(command, "--output", "three", "--jobs", "2").status == 0)
    #expect(entries(command).count == all.count + 1)
    #expect(try build(command, "--output", "four", "--no-cache").status == 0)
    for name in command.files(in: "one") {
      #expect(try command.read("one/\(name)") == command.read("two/\(name)"))
      #expect(try command.read("three/\(name)") == command.read("four/\(name)"))
    }
  }

  @Test func itMayBeDamagedOrDeleted() throws {
    let command = try Command()
    try command.write("shop.design", BuildTests.shop)
    #expect(try build(command).status == 0)
    let all = entries(command)
    for name in all { try command.write("cache/designc/pictures/\(name)", "<svg>nonsense</svg>") }
    #expect(try build(command, "--check").status == 0)
    #expect(try !command.read("cache/designc/pictures/\(all[0])").contains("nonsense"))
    try FileManager.default.removeItem(at: command.folder.appending(path: "cache"))
    #expect(try build(command, "--check").status == 0 && entries(command) == all)
  }

  /// A directory that cannot be made or written, or none at all, costs time alone.
  @Test(arguments: ["/proc/nowhere", "/dev/null", "relative", ""]) func itMayBeImpossible(cache: String)
    throws
  {
    let command = try Command()
    try command.write("shop.design", BuildTests.shop)
    let result = try build(command, cache: cache)
    #expect(result.status == 0 && result.error.isEmpty)
    #expect(command.files(in: ".") == ["output", "shop.design"])
  }

  @Test func noCacheKeepsNothing() throws {
    let command = try Command()
    try command.write("shop.design", BuildTests.shop)
    #expect(try build(command, "--no-cache").status == 0)
    #expect(command.files(in: "cache").isEmpty)
  }

  @Test func severalMayUseItAtOnce() async throws {
    let command = try Command()
    try command.write("shop.design", BuildTests.shop)
    try await withThrowingTaskGroup(of: Int32.self) { group in
      for number in 0..<4 {
        group.addTask { try build(command, "--output", "out\(number)", "--jobs", "2").status }
      }
      for try await status in group { #expect(status == 0) }
    }
    #expect(entries(command).count == command.files(in: "out0").count)
    for name in command.files(in: "out0") {
      #expect(try command.read("out0/\(name)") == command.read("out3/\(name)"))
    }
  }
}
