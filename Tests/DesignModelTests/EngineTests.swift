import DesignModel
import Testing

/// The products whose column types are known.
@Suite struct EngineTests {
  @Test(arguments: Engine.known) func isFoundByItsName(_ engine: Engine) {
    #expect(Engine.named(engine.name)?.name == engine.name)
    #expect(Engine.named(engine.name)?.types == engine.types)
  }

  @Test func whatIsNotKnownHasNoTypes() { #expect(Engine.named("papertape") == nil) }
}
