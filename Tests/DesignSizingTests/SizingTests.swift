import DesignModel
import DesignSource
import TestSupport
import Testing

@testable import DesignSizing

@Suite struct SizingTests {
  private func design(_ text: String) throws -> SizedDesign {
    let compiled = Compiled(text)
    #expect(compiled.syntaxDiagnostics.isEmpty, "\(compiled.syntaxDiagnostics.map(\.message))")
    #expect(compiled.model.problems.isEmpty, "\(compiled.model.problems.map(\.message))")
    return SizedDesign(compiled.model, Placement(compiled.model))
  }

  private func sized(_ text: String, _ change: (inout SizingOptions) -> Void = { _ in }) throws
    -> EnvironmentSizing
  {
    var options = SizingOptions(utilisationTarget: 0.6, criticalUtilisationTarget: 0.5, fullDisk: 0.8)
    change(&options)
    return try design(text).size(0, options)
  }

  /// 500,000 users a day with 40 requests and a peak of five times the average, 12 ms each, on machines of 4 cores: 24
  /// cores at 60 %, which is 6 replicas; 9 in three zones of which one may be lost.
  private let worked = """
    design d { horizon 2y  traffic-growth 50% per year }
    person user users 500k/day peak factor 5
    application api: service { cpu-time 12ms per request }
    user -> api times 40
    environment production {
      cluster apps nodes 9 zones 3 cpu 4 memory 16GiB system-reserve 10% cost 100 EUR/month {
        deploy api replicas 9 cpu 4 memory 8GiB cost 0.1 EUR/h
      }
    }
    """

  @Test func reckonsTheWorkedExample() throws {
    let sizing = try sized(worked)
    let api = try #require(sizing.applications.first)
    let rate = 500_000.0 / 86_400 * 5 * 40
    #expect(abs((api.traffic.value ?? 0) - rate) < 1e-9)
    #expect(abs((api.offered.value ?? 0) - rate * 0.012) < 1e-9)
    #expect(abs((api.utilisation.value ?? 0) - rate * 0.012 / 36) < 1e-9)
    #expect(abs((api.laterUtilisation.value ?? 0) - rate * 0.012 / 36 * 2.25) < 1e-9)
    #expect(api.need.healthy.value == 6)
    #expect(api.need.nodeLost.value == 7)
    #expect(api.need.zoneLost.value == 9)
    #expect(api.laterNeed.zoneLost.value == 21)
    #expect(api.binding?.kind == .cpu)
    #expect(sizing.lacks.isEmpty, "\(sizing.lacks)")
    let machines = try #require(sizing.machines.first)
    #expect(machines.nodesNeeded.value == 10)
    #expect(machines.memoryPerNode.value == 8_589_934_592.0)
    #expect(abs((sizing.costs.first?.month.value ?? 0) - (900 + 9 * 72)) < 1e-9)
    #expect(sizing.costs.first?.currency == "EUR")
  }

  @Test func everyNumberHasItsFormulaAndInputs() throws {
    let api = try #require(try sized(worked).applications.first)
    let answers = [
      api.traffic, api.demand, api.offered, api.utilisation, api.laterUtilisation, api.need.healthy,
      api.need.nodeLost, api.need.zoneLost, api.laterNeed.zoneLost,
    ]
    for answer in answers {
      let figure = try #require(answer.figure)
      #expect(!figure.formula.isEmpty)
      #expect(!figure.inputs.isEmpty)
    }
    #expect(api.offered.figure?.inputs.map(\.name).contains("api cpu-time") == true)
    #expect(api.offered.figure?.inputs.map(\.name).contains("user peak factor") == true)
  }

  /// Each fact that is taken away is asked for, and nothing is put in its place.
  @Test(arguments: [
    (" peak factor 5", "users … peak factor …"), (" times 40", "traffic … or times …"),
    (" cpu-time 12ms per request", "cpu-time … per request"), (" replicas 9 cpu", "deploy … replicas …"),
    (" cpu 4 memory 8GiB cost", "deploy … cpu …"), (" zones 3", "zones …"), (" horizon 2y ", "horizon …"),
    (" traffic-growth 50% per year", "traffic-growth … per year"), (" cost 100 EUR/month", "cost …"),
  ])
  func asksForWhatIsNotStated(fact: String, lack: String) throws {
    let kept = fact.hasSuffix(" cpu") ? " cpu" : fact.hasSuffix(" cost") ? " memory 8GiB cost" : ""
    let text = worked.replacing(fact, with: kept)
    #expect(text != worked)
    let sizing = try sized(text)
    #expect(sizing.lacks.map(\.fact).contains(lack), "\(sizing.lacks.map(\.fact))")
  }

  @Test func whatIsKnownInPartIsALowerBound() throws {
    let design = try design(
      """
      application a: service { calls c { times 2 } }
      application b: service { calls c }
      application c: service { calls d { times 0.5 } }
      application d: service { calls a { times 1 } }
      application e: service { traffic 10 rps peak 30 rps  calls f { times 0.1 } }
      application f: service
      broker bus: kafka { topic t }
      application p: service { traffic 5 rps  publishes bus.t { times 3 } }
      application q: worker { consumes bus.t }
      """)
    func answer(_ name: String) throws -> Answer {
      design.peak(of: try #require(design.model.elements.first { $0.name == name }?.id))
    }
    // A ring of calls has no beginning.
    #expect(try answer("a").figure == nil)
    #expect(try answer("c").figure == nil)
    #expect(try answer("f").value.map { abs($0 - 3) < 1e-9 } == true)
    #expect(try answer("f").figure?.bound == .exact)
    #expect(try answer("q").value == 15)
    let partly = try self.design(
      """
      application a: service { traffic 7 rps  calls c { times 2 } }
      application b: service { calls c }
      application c: service
      """)
    let figure = partly.peak(of: try #require(partly.model.elements.first { $0.name == "c" }?.id)).figure
    #expect(figure?.value == 14)
    #expect(figure?.bound == .atLeast)
    #expect(figure?.lacks.map(\.subject) == ["b -> c"])
  }

  /// By hand, from the engines' manuals.
  @Test(arguments: [
    ("postgresql", "id: bigint primary key  a: int  b: boolean  c: uuid", 24 + 8 + 4 + 1 + 16 + 3 + 4, true),
    ("postgresql", "id: int primary key  b: bigint?  c: smallint", 24 + 4 + 4 + 8 + 2 + 6 + 4, true),
    ("postgresql", "id: int primary key  name: varchar(20)", 24 + 4 + 81 + 3 + 4, false),
    ("postgresql", "id: int primary key  n: numeric(12, 2)", 24 + 4 + 2 * 4 + 3 + 1 + 4, false),
    ("mysql", "id: bigint primary key  d: decimal(12, 2)  t: datetime", 18 + 8 + 6 + 5, true),
    ("mysql", "id: int primary key  name: varchar(20)?", 18 + 1 + 1 + 4 + 80, false),
  ])
  func widthOfRows(engine: String, columns: String, bytes: Int, isExact: Bool) throws {
    let compiled = Compiled("database db: \(engine) { table t { \(columns) } }")
    #expect(compiled.syntaxDiagnostics.isEmpty)
    let width = try #require(RowWidth.of(compiled.model.tables[0], compiled.model)).get()
    #expect(width.bytes == Double(bytes))
    #expect(width.isExact == isExact)
  }

  @Test func textWithoutLimitIsAskedFor() throws {
    let compiled = Compiled("database db: postgresql { table t { id: int primary key  a: text  b: jsonb } }")
    let result = try #require(RowWidth.of(compiled.model.tables[0], compiled.model))
    guard case .failure(let unlimited) = result else { return #expect(Bool(false), "a text has no width") }
    #expect(unlimited.columns == ["a", "b"])
  }

  @Test func disksFillByDate() throws {
    let text = """
      design d { as of 2027-01-01  horizon 2y  traffic-growth 0% per year }
      database one: postgresql {
        table event rows 0 growth 2M/day row-size 600B index-overhead 50% { id: bigint primary key }
      }
      database two: postgresql {
        table old rows 1M growth 0/day retention 10d row-size 1kB index-overhead 0% { id: bigint primary key }
      }
      environment production { node n cpu 4 storage 500GiB { deploy one  deploy two } }
      """
    let disk = try #require(try sized(text).disks.first)
    #expect(disk.contents == ["one", "two"])
    #expect(disk.now.value == 1e9)
    let year = try #require(
      try sized(text) { $0.horizon = .day(.init(year: 2028, month: 1, day: 1)) }.disks.first)
    #expect(year.later.value == 1e9 + 365 * 2e6 * 900)
    // (500 GiB − 1 GB) ÷ 1.8 GB a day
    #expect(disk.fullAfter?.value == 297)
    #expect(disk.fullAfter?.figure?.formula.contains("2027-10-25") == true)
  }

  @Test func oneMachineOrZoneIsNeverEnough() throws {
    let sizing = try sized(
      """
      application api: service { traffic 10 rps  cpu-time 10ms per request }
      environment production { zone a { node n cpu 8 memory 8GiB { deploy api replicas 2 cpu 1 memory 1GiB } } }
      """)
    let need = try #require(sizing.applications.first).need
    guard case .impossible = need.nodeLost, case .impossible = need.zoneLost else {
      return #expect(Bool(false), "\(need)")
    }
  }
}
