import DesignCompiler
import DesignDiagram
import DesignPaint
import DesignSource
import DesignView
import TestSupport
import Testing

/// What is kept of earlier runs is never shown for another picture.
@Suite struct PictureStoreTests {
  /// Entries by key, in memory.
  private final class Shelf: @unchecked Sendable {
    var entries: [String: [UInt8]] = [:]
    var writes = 0
  }

  private func store(_ shelf: Shelf, identity: String = "one") -> PictureStore {
    PictureStore(
      identity: identity, read: { shelf.entries[$0] },
      write: { key, entry in
        shelf.entries[key] = entry
        shelf.writes += 1
      })
  }

  private func outputs(_ text: String, _ store: PictureStore?) throws -> [OutputFile]? {
    let compilation = compile([SourceFile(path: "a.design", text: text)])
    return compilation.hasErrors ? nil : try compilation.outputs([.svg], store: store)
  }

  /// Every kind of picture, small.
  private static let design = """
    design d "D"
    person p "P" { -> shop "Orders" over https }
    system s "S" {
      /// Says hello.
      application shop: web "Shop" { technology "React" exposure internet calls api GET /a over https { timeout 2s } }
      application api: service "Api" {
        api a: rest { GET /a -> 204 }
        reads db.t  writes db.t, db.u  publishes bus.done via outbox
      }
      database db: postgresql 17 "Db" {
        table t { id: bigint primary key identity  name: varchar(20)? unique classified pii }
        table u { id: int primary key  t_id: bigint -> t.id on delete cascade  h: text hashed bcrypt  index (t_id) }
      }
    }
    application post: worker "Post" { consumes bus.done as "post" }
    broker bus: kafka "Bus" { topic done partitions 3 }
    external system bank "Bank"
    s.api calls bank "Pays" over https async
    flow f "F" { p -> s.shop "Looks"  s.shop calls s.api GET /a  s.api writes s.db.t }
    environment production { region r "R" { zone z { node n { deploy s.shop, s.api replicas 2  deploy s.db as primary } } } }
    view v: applications "V" { include s.shop, s.api  focus s.api depth 1 }
    """

  /// A hundred changes of a word each, one upon the other's store: what comes of it is what is drawn without one.
  @Test func isNeverStale() throws {
    let shelf = Shelf()
    let words = Self.design.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    var generator = SeededGenerator(seed: 7)
    var compiled = 0
    for place in words.indices where !words[place].isEmpty {
      var changed = words
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: changed[place] = ""
      case 1:
        changed[place] = words[place].replacing(/[0-9]+/) { "\((Int($0.0) ?? 0) + 1)" }.replacing(
          "\"S", with: "\"T")
      default: changed.swapAt(place, Int.random(in: words.indices, using: &generator))
      }
      let text = changed.joined(separator: " ")
      guard let kept = try outputs(text, store(shelf)), let fresh = try outputs(text, nil) else { continue }
      compiled += 1
      #expect(kept == fresh, "\(text)")
    }
    // Else it would have tried nothing.
    #expect(compiled > 30 && shelf.entries.count > 30)
    let writes = shelf.writes
    #expect(try outputs(Self.design, store(shelf)) == outputs(Self.design, nil))
    #expect(try outputs(Self.design, store(shelf)) != nil && shelf.writes - writes <= 8)
  }

  /// Everything that can be said of a node, edge, row, group or callout is a part of the key.
  @Test func everyPropertyTellsPlansApart() throws {
    let compilation = compile([SourceFile(path: "a.design", text: Self.design)])
    let store = store(Shelf())
    var keys: [String: PlannedPicture] = [:]
    for picture in pictures(of: compilation.model) {
      for (theme, callouts) in Theme.all.flatMap({ theme in
        [[], [Callout(target: "s", grade: .error, text: "1")]].map { (theme, $0) }
      }) {
        let plan = PlannedPicture(content: picture.content, theme: theme, callouts: callouts)
        let key = try #require(store.key(of: plan))
        #expect(key.count == 64 && (keys[key] == nil || keys[key] == plan))
        keys[key] = plan
      }
    }
    // The same picture stands in several themes, with and without a sign.
    #expect(keys.count >= 6 * 7)
  }

  @Test func anotherBuildDrawsAnew() throws {
    let shelf = Shelf()
    _ = try outputs(Self.design, store(shelf))
    let count = shelf.entries.count
    _ = try outputs(Self.design, store(shelf))
    #expect(shelf.writes == count)
    _ = try outputs(Self.design, store(shelf, identity: "two"))
    #expect(shelf.entries.count == 2 * count)
  }

  @Test func damageIsMendedAndNotShown() throws {
    let shelf = Shelf()
    let fresh = try outputs(Self.design, store(shelf))
    let good = shelf.entries
    let damages: [([UInt8]) -> [UInt8]] = [
      { _ in [] }, { Array($0.prefix(10)) }, { Array($0.prefix(32)) }, { $0.dropLast() + [0] }, { $0 + [32] },
      { entry in entry.enumerated().map { $0.offset == 40 ? $0.element ^ 1 : $0.element } },
      { [$0[0] ^ 0x80] + $0.dropFirst() }, { Array(repeating: 0, count: $0.count) },
    ]
    for damage in damages {
      shelf.entries = good.mapValues(damage)
      #expect(try outputs(Self.design, store(shelf)) == fresh)
      #expect(shelf.entries == good)
    }
  }
}
