import Foundation
import TestSupport
import Testing

/// `import`: the designs of other directories.
@Suite struct ImportTests {
  /// Two directories: one design that imports the other.
  private func shop(_ text: String) throws -> Command {
    let command = try Command()
    try command.write(
      "payments/payments.design",
      """
      design payments "Payments"
      system core "Payments core" {
        application gateway: service technology "PHP" {
          api v1: rest base "/v1" { GET /charges/{id: uuid} -> Charge }
          reads ledger.entry
        }
        application reports: worker
      }
      database ledger: postgresql 17 {
        table entry { id: uuid primary key  password: text hashed md5 }
      }
      broker bus: kafka { topic paid: Charge }
      type Charge { id: uuid }
      environment production { deploy core.gateway }
      rule theirs: error "their own policy" { for application where name is "orders" }
      """)
    try command.write("shop/shop.design", text)
    return command
  }

  private static let shop = """
    import "../payments" as payments
    design shop "Shop"
    application orders: service {
      calls payments.gateway GET /charges/{x}
      calls payments.core.gateway.v1 GET /v1/charges/{id}
      reads payments.ledger.entry
      consumes payments.bus.paid
    }
    database db: postgresql 17 {
      table order { id: uuid primary key  charge: uuid refers to payments.ledger.entry.id }
    }
    type Receipt { charge: payments.Charge }
    """

  @Test func areReferredTo() throws {
    let command = try shop(Self.shop)
    let result = try command.run("check", "shop")
    #expect(result.status == 0, "\(result.error)")
    // From another directory the same files are found.
    try command.write("elsewhere/x", "")
    #expect(try command.run("check", "./elsewhere/../shop").status == 0)
  }

  @Test func areDrawnWhereTheyAreReferredTo() throws {
    let command = try shop(Self.shop)
    #expect(try command.run("build", "shop", "--format", "dot,json").status == 0)
    #expect(
      command.files(in: "output") == ["applications.dot", "erd-db.dot", "landscape.dot", "model.json"])
    let landscape = try command.read("output/landscape.dot")
    #expect(
      landscape.contains("\"payments.core\" [") && landscape.contains("\"orders\" -> \"payments.core\""))
    let dot = try command.read("output/applications.dot")
    #expect(dot.contains("label=\"Payments\""))
    #expect(dot.contains("\"payments.core.gateway\" [shape=hexagon, style=\"rounded,dashed\""))
    #expect(dot.contains("\"orders\" -> \"payments.ledger\""))
    #expect(!dot.contains("reports"))
    let model = try command.read("output/model.json")
    #expect(model.contains("payments/payments.design"))
    #expect(model.contains("\"imported\" : true"))
    try command.write("shop/shop.design", "import \"../payments\" as payments\napplication orders: service\n")
    #expect(try command.run("build", "shop", "--format", "dot").status == 0)
    #expect(try !command.read("output/applications.dot").contains("Payments"))
  }

  @Test func areNotReviewed() throws {
    let command = try shop(Self.shop)
    let alone = try command.run("lint", "payments")
    #expect(alone.output.contains("weak-password-hash"))
    let result = try command.run("lint", "shop", "--stage", "release", "--format", "json")
    for word in ["md5", "\"payments", "theirs", "payments/payments.design"] {
      #expect(!result.output.contains(word), "\(word): \(result.output)")
    }
    try command.write(
      "shop/rules.design",
      """
      rule php: error "PHP" { for application where technology contains "PHP" }
      rule foreign: info "leads to others" { for connection where target.external is true }
      """)
    let own = try command.run("lint", "shop", "--only", "php", "--only", "foreign")
    #expect(own.output.contains("no findings") == false)
    #expect(!own.output.contains("error[php]"))
    #expect(own.output.contains("info[foreign]: `orders -> payments.core.gateway"))
  }

  @Test func neverStandForOwnNames() throws {
    let command = try shop(
      """
      import "../payments" as payments
      application orders: service { calls gateway }
      """)
    let result = try command.run("check", "shop")
    #expect(result.status == 2)
    #expect(result.error.contains("there is no"))
    #expect(result.error.contains("called `gateway`"))
  }

  @Test func areNeverChanged() throws {
    let command = try shop(
      "import \"../payments\" as payments\nextend payments.core { application x: service }\n")
    let result = try command.run("check", "shop")
    #expect(result.status == 2)
    #expect(result.error.contains("error[imported-element]: `payments.core` is not this design's to extend"))
    #expect(result.error.contains("shop/shop.design:2:8"))
  }

  @Test func unknownNamesInThemAreTold() throws {
    let command = try shop("import \"../payments\" as payments\napplication a { calls payments.gatway }\n")
    let result = try command.run("check", "shop")
    #expect(result.status == 2)
    #expect(result.error.contains("payments.gatway"))
  }

  @Test(arguments: [
    ("../nothing", "`../nothing` does not exist"), ("shop.design", "is a file, not a directory"),
    ("../empty", "`../empty` holds no .design file"),
  ]) func directoriesThatHoldNoDesign(path: String, message: String) throws {
    let command = try shop("import \"\(path)\" as other\napplication a: service { calls other.b }\n")
    try command.write("empty/readme.txt", "")
    for name in ["check", "build", "lint"] {
      let result = try command.run(name, "shop")
      #expect(result.status == 2)
      #expect(result.error.contains("error[import-missing]: "), "\(name)")
      #expect(result.error.contains(message), "\(name)")
      #expect(result.error.contains("shop/shop.design:1:8"), "\(name)")
      #expect(result.error.contains("1 error,"), "\(name)")
    }
  }

  @Test func errorsInThemAreCountedAtTheImport() throws {
    let command = try shop(
      "import \"../payments\" as payments\napplication a: service { calls payments.b }\n")
    try command.write("payments/more.design", "aplication x\napplication y { calls nobody }\n")
    let result = try command.run("check", "shop")
    #expect(result.status == 2)
    #expect(result.error.contains("error[import-errors]: the design in `../payments` has 2 errors"))
    #expect(result.error.contains("payments/more.design:1"))
    #expect(result.error.contains("1 error,"))
  }

  @Test func circlesAreToldAtTheImport() throws {
    let command = try shop("import \"../payments\" as payments\n")
    try command.write("payments/back.design", "import \"../third\" as third\n")
    try command.write("third/back.design", "import \"../shop\" as shop\n")
    let result = try command.run("check", "shop")
    #expect(result.status == 2)
    #expect(result.error.contains("the imports lead in a circle: shop -> payments -> third -> shop"))
    #expect(result.error.contains("shop/shop.design:1:8"))
    #expect(result.error.contains("1 error,"))
  }

  @Test(arguments: [".", "../shop/inner", ".."]) func aDesignDoesNotImportItself(path: String) throws {
    let command = try shop("import \"\(path)\" as me\n")
    try command.write("shop/inner/x.design", "application x: service\n")
    let result = try command.run("check", "shop")
    #expect(result.status == 2)
    #expect(result.error.contains("`\(path)` is a part of the design that imports it"))
  }

  @Test func importsOfImportsAreFollowedFromTheirOwnFiles() throws {
    let command = try shop(
      """
      import "../payments" as payments
      import "../bank/design" as bank
      application orders: service { calls payments.bank.ledger  calls bank.ledger }
      """)
    try command.write(
      "payments/deep/bank.design",
      "import \"../../bank/design\" as bank\nextend core.gateway { calls bank.ledger }\n")
    try command.write("bank/design/bank.design", "application ledger: service\n")
    let result = try command.run("check", "shop")
    #expect(result.status == 0, "\(result.error)")
  }

  @Test func testsOfRulesMayImport() throws {
    let command = try shop(
      "rule calls-php: error \"calls PHP\" { for connection where target.technology contains \"PHP\" }\n")
    try command.write(
      "shop/a.test.design",
      """
      import "../payments" as payments
      application orders: service { calls payments.gateway }
      //~ error[calls-php] `orders -> payments.core.gateway`
      """)
    let result = try command.run("test", "shop")
    #expect(result.status == 0, "\(result.output)\(result.error)")
  }
}
