import DesignDiagram
import DesignModel
import DesignSource

/// The picture that a `view` statement describes, or why there is none.
struct StatedView {
  private let model: Model
  private let names: ElementNames
  private let view: Element

  init(_ model: Model, _ names: ElementNames, _ view: Element) {
    self.model = model
    self.names = names
    self.view = view
  }

  /// A picture before anything is left out, with the elements that its cards stand for.
  private struct Base {
    var diagram: Diagram?
    var subjects: [String: ElementID] = [:]
    /// What the picture is of, where it is a part of the picture and not the whole.
    var root: ElementID?
  }

  /// The picture, the elements that its cards stand for, and what is wrong with the statement; with anything wrong the
  /// picture is not to be shown.
  func made() -> (diagram: Diagram?, subjects: [String: ElementID], problems: [Diagnostic]) {
    // A name that leads nowhere has been reported.
    if let of = view.fact("of"), of.references.isEmpty { return (nil, [:], []) }
    let base: Base
    switch self.base() {
    case .success(let found): base = found
    case .failure(let problem): return (nil, [:], problem.diagnostic.map { [$0] } ?? [])
    }
    guard let whole = base.diagram else { return (nil, [:], [empty(reason)]) }
    var selection = Selection(model, view, base.subjects)
    var diagram = selection.applied(to: whole, root: base.root)
    var problems = selection.problems
    if let fact = view.fact("detail"), diagram.kind != .erd {
      problems.append(
        .clauseWithoutEffect(
          "`detail` is for tables, which this picture does not show", at: fact.range, in: view))
    }
    if selection.isUnresolved || !problems.isEmpty { return (nil, [:], problems) }
    if diagram.nodes.isEmpty { return (nil, [:], [empty("its clauses leave nothing of it")]) }
    if let detail = view.fact("detail")?.word.flatMap(Detail.init) { diagram = detail.applied(to: diagram) }
    if let kind = view.fact("group by")?.word {
      diagram = Grouping(model: model, names: names, subjects: base.subjects).applied(kind, to: diagram)
    }
    if let direction = view.fact("direction")?.word.flatMap(Diagram.Direction.init) {
      diagram.direction = direction
    }
    if let title = view.fact("title")?.word { diagram.title = title }
    if let label = view.label { diagram.subtitle = label }
    return (diagram, base.subjects, [])
  }

  /// Why there is no picture; nil when it is not for this to say.
  private struct Problem: Error {
    var diagnostic: Diagnostic?
  }

  private func base() -> Result<Base, Problem> {
    let of = view.fact("of")?.references.first
    switch view.subtype {
    case "landscape": return .success(elements(LandscapeView(model, names).diagram(), of))
    case "applications": return .success(elements(ApplicationsView(model, names).diagram(), of))
    case "deployment":
      return subject(of, among: model.elements(ElementKinds(.environment))).map { element in
        guard let environment = model.environments.first(where: { $0.element == element.id }) else {
          return Base()
        }
        let view = DeploymentView(model, names, environment)
        return Base(diagram: view.diagram(), subjects: view.subjects)
      }
    case "erd":
      return subject(of, among: model.elements(ElementKinds(.database))).map {
        elements(TablesView(model, names, $0).diagram(), nil)
      }
    case "events":
      return subject(of, among: model.elements(ElementKinds(.broker))).map {
        elements(EventsView(model, names, $0).diagram(), nil)
      }
    default: return .failure(Problem())
    }
  }

  private func elements(_ diagram: Diagram?, _ root: ElementID?) -> Base {
    var byPath: [String: ElementID] = [:]
    for element in model.elements where Self.drawn.contains(element.kind) {
      byPath[element.path] = element.id
    }
    return Base(diagram: diagram, subjects: byPath, root: root)
  }

  /// What has a card whose id is its path.
  private static let drawn = ElementKinds.deployable.union(.channels).union(
    ElementKinds(.system, .person, .table, .sqlView))

  /// What the view is of; the only one of its kind where it does not say.
  private func subject(_ stated: ElementID?, among all: [Element]) -> Result<Element, Problem> {
    if let stated { return .success(model[stated]) }
    if all.count == 1 { return .success(all[0]) }
    let kind = view.subtype ?? ""
    return .failure(
      Problem(
        diagnostic: all.isEmpty
          ? empty(reason)
          : Diagnostic(
            .error, "view-of-what", "`\(view.name)` does not say of what it is", at: view.nameRange,
            help: [
              "write `\(kind) of` and one of " + all.prefix(4).map { "`\($0.path)`" }.joined(separator: ", ")
            ])))
  }

  /// Why there is nothing that such a picture could show.
  private var reason: String {
    let of = view.fact("of")?.references.first.map { "`\(model[$0].path)`" }
    return switch view.subtype {
    case "deployment": of.map { "nothing is deployed in \($0)" } ?? "nothing is deployed in any environment"
    case "erd": "\(of ?? "the design") has no tables"
    case "events": "\(of ?? "the design") has no topics, queues or exchanges"
    default: "the design has no applications, stores or people"
    }
  }

  private func empty(_ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "empty-view", "`\(view.name)` would be empty: \(reason)", at: view.nameRange)
  }
}
