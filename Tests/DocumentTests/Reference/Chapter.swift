import DesignSyntax

/// A page of the reference: some contexts of the keyword table, between words by hand and one whole example.
struct Chapter: Sendable {
  /// The name of the page, of its introduction and of its example.
  let name: String
  let title: String
  let sections: [Section]

  /// What may stand in one place.
  struct Section: Sendable {
    let context: Context
    let title: String

    init(_ context: Context, _ title: String) {
      self.context = context
      self.title = title
    }

    /// As GitHub makes it of a heading.
    var anchor: String {
      String(
        title.lowercased().compactMap { character in
          character == " "
            ? "-" : character.isLetter || character.isNumber || character == "-" ? character : nil
        })
    }
  }

  static let all: [Chapter] = [
    Chapter(
      name: "elements", title: "Systems, people and what any element may bear",
      sections: [
        .init(.top, "At the top of a file"), .init(.systemBody, "In a system or group"),
        .init(.design, "Of the design"), .init(.person, "Of people"), .init(.users, "Of how many come"),
        .init(.element, "Of any element"), .init(.facts, "Of what runs"),
        .init(.slo, "Service levels"), .init(.managed, "Of what a provider runs"),
        .init(.because, "Reasons"), .init(.deprecation, "Of what is deprecated"),
        .init(.accept, "Of an acceptance"),
      ]),
    Chapter(
      name: "applications", title: "Applications",
      sections: [
        .init(.application, "Of an application"), .init(.applicationBody, "In an application"),
        .init(.peak, "Of traffic"), .init(.passwords, "Of passwords"), .init(.tokens, "Of tokens"),
        .init(.secret, "Of a secret"), .init(.audit, "Of an audit"), .init(.minVersion, "Of a least version"),
        .init(.screen, "Of a screen"),
        .init(.screenUse, "Of what a screen uses"),
        .init(.screenBudget, "Of a screen's budget"),
      ]),
    Chapter(
      name: "connections", title: "Connections",
      sections: [
        .init(.connections, "Verbs"), .init(.connection, "Of a connection"),
        .init(.auth, "Of authentication"),
      ]),
    Chapter(
      name: "databases", title: "Databases and other stores",
      sections: [
        .init(.database, "Of a store"), .init(.databaseBody, "In a database or schema"),
        .init(.table, "Of a table"), .init(.tableBody, "In a table"), .init(.column, "Of a column"),
        .init(.nestedColumns, "In a column"), .init(.reference, "Of a foreign key"),
        .init(.index, "Of an index"), .init(.redundancy, "Of what is redundant on purpose"),
        .init(.keeper, "Of what keeps it equal"), .init(.sqlView, "Of a SQL view"),
        .init(.trigger, "Of a trigger"),
      ]),
    Chapter(
      name: "apis", title: "Apis and types",
      sections: [
        .init(.api, "Of an api or endpoint"), .init(.apiBody, "In an api"),
        .init(.endpoint, "Of an endpoint"), .init(.limit, "Of a limit"), .init(.cors, "Of cors"),
        .init(.type, "Of a type"),
        .init(.typeBody, "In a type"), .init(.field, "Of a field"), .init(.enumBody, "In an enum"),
      ]),
    Chapter(
      name: "brokers", title: "Brokers",
      sections: [
        .init(.broker, "Of a broker"), .init(.brokerBody, "In a broker"),
        .init(.topic, "Of a topic or queue"), .init(.deadLetter, "Of dead letters"),
        .init(.exchangeBody, "In an exchange"), .init(.binding, "Of a binding"),
      ]),
    Chapter(
      name: "environments", title: "Environments",
      sections: [
        .init(.environment, "Of an environment"), .init(.like, "Of a copy"),
        .init(.environmentBody, "In an environment or place"), .init(.places, "Places and deployments"),
        .init(.place, "Of a place"), .init(.deploy, "Of a deployment"), .init(.backup, "Of a backup"),
        .init(.autoscale, "Of scaling"), .init(.strategy, "In a test of variants"),
        .init(.monitoring, "In monitoring"), .init(.alert, "Of an alert"),
        .init(.pipeline, "In a pipeline"), .init(.stage, "Of a stage"),
      ]),
    Chapter(
      name: "flows", title: "Flows, features and milestones",
      sections: [
        .init(.flow, "Of a flow"), .init(.flowBody, "Steps"), .init(.flowReply, "Answers"),
        .init(.alternativeTail, "After an alternative"), .init(.parallelTail, "After a parallel"),
        .init(.feature, "Of a feature"), .init(.tested, "Of tests"), .init(.milestone, "Of a milestone"),
      ]),
    Chapter(
      name: "views", title: "Views and rules",
      sections: [
        .init(.view, "Of a view"), .init(.focus, "Of a focus"), .init(.rule, "In a rule"),
      ]),
  ]

  /// Where a context is described: a page and a heading.
  static func place(of context: Context) -> (chapter: Chapter, section: Section)? {
    for chapter in all {
      if let section = chapter.sections.first(where: { $0.context == context }) { return (chapter, section) }
    }
    return nil
  }
}
