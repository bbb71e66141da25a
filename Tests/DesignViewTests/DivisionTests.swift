import DesignDiagram
import TestSupport
import Testing

@testable import DesignView

/// Pictures of too many cards for one sheet.
@Suite struct DivisionTests {
  /// Tables of which each refers to the one before it.
  static func chain(_ count: Int, prefix: String = "t") -> String {
    (0..<count).map { number in
      let key = number > 0 ? "  before: int -> \(prefix)\(number - 1).id" : ""
      return "table \(prefix)\(number) { id: int primary key\(key) }"
    }.joined(separator: "\n")
  }

  @Test func sixtyTablesAreOneSheet() {
    let names = PictureTests.pictures("database db: postgresql 17 {\n\(Self.chain(60))\n}").map(\.name)
    #expect(names == ["applications", "erd-db"])
  }

  @Test func schemasAreSheets() throws {
    let text = """
      database db: postgresql 17 {
        schema sales { \(Self.chain(40, prefix: "s")) }
        schema stock {
          \(Self.chain(30, prefix: "k"))
          table part { id: int primary key  sold: int -> sales.s7.id }
        }
      }
      """
    let pictures = PictureTests.pictures(text)
    #expect(pictures.map(\.name) == ["applications", "erd-db", "erd-db-sales", "erd-db-stock"])
    let overview = pictures[1].diagram
    #expect(overview.nodes.count == 71 && overview.nodes.allSatisfy { $0.rows.isEmpty })
    #expect(overview.nodes.first { $0.id == "db.stock.part" }?.link == "erd-db-stock.svg")
    let stock = pictures[3].diagram
    let stubs = stock.nodes.filter(\.isStub)
    #expect(stubs.map(\.id) == ["db.sales.s7"] && stubs.map(\.link) == ["erd-db-sales.svg"])
    #expect(stubs.map(\.technology) == ["in sales"])
    #expect(stock.edges.contains { $0.target.node == "db.sales.s7" && $0.target.row == nil })
    #expect(!pictures[2].diagram.nodes.contains { $0.isStub })
  }

  @Test func neighbourhoodsAreSheets() {
    let pictures = PictureTests.pictures("database db: postgresql 17 {\n\(Self.chain(200))\n}")
    let overview = pictures[1].diagram
    let sheets = pictures.dropFirst(2).map(\.diagram)
    #expect(sheets.count > 4)
    let shown = sheets.flatMap { $0.nodes.filter { !$0.isStub }.map(\.id) }
    #expect(shown.count == 200 && Set(shown).count == 200, "every table is on one sheet")
    #expect(sheets.allSatisfy { $0.nodes.filter { !$0.isStub }.count <= 40 })
    // No relation is lost: each is on the sheet of the table that refers.
    #expect(sheets.flatMap(\.edges).count == 199)
    // Where there are very many, the overview lists the names.
    #expect(overview.nodes.count == sheets.count && overview.nodes.flatMap(\.rows).count == 200)
    let names = Set(pictures.map { "\($0.name).svg" })
    let links = pictures.flatMap { $0.diagram.nodes.map(\.link) }.filter { !$0.isEmpty }
    #expect(links.allSatisfy(names.contains), "links lead to files that are written")
  }

  @Test func whoOwnsTablesDividesThem() {
    let owned = { (name: String) in
      (0..<35).map { "table \(name)\($0) owned by \(name) { id: int primary key }" }.joined(separator: "\n")
    }
    let text =
      "application a: service\napplication b: service\ndatabase db: postgresql 17 {\n\(owned("a"))\n\(owned("b"))\n}"
    #expect(PictureTests.pictures(text).map(\.name) == ["applications", "erd-db", "erd-db-a", "erd-db-b"])
  }

  @Test func systemsAreSheets() throws {
    let systems = (0..<3).map { system in
      let inner = (0..<30).map { "application s\(system)a\($0): service { calls s\((system + 1) % 3)a0 }" }
      return "system s\(system) \"System \(system)\" {\n\(inner.joined(separator: "\n"))\n}"
    }
    let pictures = PictureTests.pictures("person p { -> s0a0 }\n" + systems.joined(separator: "\n"))
    #expect(
      pictures.map(\.name) == [
        "landscape", "applications", "applications-System-0", "applications-System-1",
        "applications-System-2",
      ])
    let overview = pictures[1].diagram
    #expect(overview.nodes.map(\.id) == ["s0", "s1", "s2", "p"])
    #expect(overview.edges.map(\.id) == ["p->s0", "s0->s1", "s1->s2", "s2->s0"])
    let sheet = pictures[2].diagram
    #expect(sheet.nodes.filter { !$0.isStub }.count == 30)
    // What calls it, and what it calls.
    #expect(sheet.nodes.filter(\.isStub).count == 32)
    #expect(sheet.nodes.first { $0.id == "p" }?.link == "applications.svg")
  }

  /// So many lines cannot be followed on one sheet, however few the cards are.
  @Test func manyLinesAreDivided() {
    func pictures(_ calls: Int) -> [String] {
      let systems = (0..<4).map { system in
        let inner = (0..<10).map { number in
          let called = (1...calls).map { "calls a\((system * 10 + number + $0 * 3) % 40)" }
          return "application a\(system * 10 + number): service { \(called.joined(separator: "\n")) }"
        }
        return "system s\(system) { \(inner.joined(separator: "\n")) }"
      }
      return PictureTests.pictures(systems.joined(separator: "\n")).map(\.name)
    }
    #expect(pictures(3) == ["landscape", "applications"])
    #expect(pictures(4).count == 6)
  }

  /// Whom many call from elsewhere sees them as one box for each sheet, but whom it calls by name.
  @Test func whatIsCalledIsExactOnTheSheetOfWhoCalls() throws {
    let callers = (0..<45).map { "application c\($0): service { calls hub }" }.joined(separator: "\n")
    let others = (0..<45).map { "application o\($0): service" }.joined(separator: "\n")
    let pictures = PictureTests.pictures(
      """
      system busy { application hub: service { calls c7 } }
      system many { \(callers) }
      system rest { \(others) }
      """)
    let sheet = try #require(pictures.first { $0.name == "applications-busy" }?.diagram)
    #expect(sheet.nodes.map(\.id) == ["busy.hub", "many.c7", "many"])
    #expect(
      Set(sheet.edges.map { "\($0.source.node)->\($0.target.node)" }) == [
        "busy.hub->many.c7", "many->busy.hub", "many.c7->busy.hub",
      ])
  }

  @Test func communitiesFollowTheLines() {
    let clique = { (start: Int) in
      (start..<start + 6).flatMap { a in (a + 1..<start + 6).map { (a, $0) } }
    }
    let found = Communities.parts(14, clique(0) + clique(6) + [(0, 6)], most: 10, least: 3)
    #expect(found.tied == [Array(0..<6), Array(6..<12)])
    #expect(found.loose == [[12, 13]])
    #expect(Communities.parts(3, [], most: 2, least: 2).loose == [[0, 1], [2]])
  }
}
