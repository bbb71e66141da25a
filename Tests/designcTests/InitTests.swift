import Foundation
import TestSupport
import Testing

/// `designc init` and `designc doctor`, as a user runs them.
@Suite struct InitTests {
  /// What everybody begins with is an example: in canonical form, without a finding, with every picture.
  @Test func theFirstDesignIsGood() throws {
    let command = try Command()
    let result = try command.run("init", "new/design", "--name", "orders-2")
    #expect(result.status == 0 && result.output.hasPrefix("new/design/orders-2.design\n"))
    #expect(try command.run("fmt", "new", "--check").output == "")
    let findings = try command.run("lint", "new", "--fail-on", "info")
    #expect(findings.status == 0, "\(findings.output)")
    #expect(try command.run("build", "new").status == 0)
    #expect(
      command.files(in: "output") == [
        "applications.svg", "deployment-production.svg", "erd-store.svg", "events-events.svg",
        "flow-checkout.svg",
      ])
    #expect(try command.read("new/design/orders-2.design").contains("design orders-2 \"Orders-2\""))
  }

  @Test func whatIsThereStays() throws {
    let command = try Command()
    try command.write("deep/a.design", "application a: service")
    let result = try command.run("init")
    #expect(result.status == 74 && result.error.contains("deep/a.design is a design already"))
    #expect(command.files(in: ".") == ["deep"])
  }

  @Test(arguments: ["", "a b", "../a", "1a", "a.b", "a\"b"]) func badNames(name: String) throws {
    let command = try Command()
    #expect(try command.run("init", "--name", name).status == 64)
    #expect(command.files(in: ".") == [])
  }

  @Test func theDoctorSaysWhatIsMissing() throws {
    let command = try Command()
    let bare = try command.run("doctor", environment: ["PATH": "/nowhere"])
    #expect(bare.status == 0)
    for part in [
      "ok        pictures ", "missing   build --format png,pdf ", "rsvg-convert: `apt install librsvg2-bin`",
    ] {
      #expect(bare.output.contains(part), "\(part): \(bare.output)")
    }
    try command.write("git", "#!/bin/sh\n")
    let path = command.folder.appending(path: "git").path(percentEncoded: false)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    let folder = command.folder.path(percentEncoded: false)
    #expect(try command.run("doctor", environment: ["PATH": folder]).output.contains("\(folder)/git\n"))
  }
}
