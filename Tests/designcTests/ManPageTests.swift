import Foundation
import TestSupport
import Testing

/// The man page knows every command and option that the command knows.
@Suite struct ManPageTests {
  private struct Help: Decodable {
    let command: Command

    struct Command: Decodable {
      let commandName: String
      let subcommands: [Command]?
      let arguments: [Argument]?
    }

    struct Argument: Decodable {
      let names: [Name]?

      struct Name: Decodable {
        let kind: String
        let name: String
      }
    }
  }

  @Test func isCurrent() throws {
    let page = String(decoding: try TestFiles.bytes("man/designc.1"), as: UTF8.self)
    let dump = try Command().run("--experimental-dump-help")
    let help = try JSONDecoder().decode(Help.self, from: Data(dump.output.utf8))
    func check(_ command: Help.Command) {
      #expect(page.contains(command.commandName), "\(command.commandName): run `make man`")
      for name in command.arguments?.flatMap({ $0.names ?? [] }) ?? [] where name.kind == "long" {
        // The page's language writes hyphens as `\-` in some versions.
        let plain = page.replacingOccurrences(of: "\\-", with: "-")
        #expect(plain.contains("-\(name.name)"), "\(command.commandName) --\(name.name): run `make man`")
      }
      for subcommand in command.subcommands ?? [] { check(subcommand) }
    }
    check(help.command)
  }
}
