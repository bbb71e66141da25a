/// What happens step by step between participants, not placed yet: a sequence diagram in the sense of UML.
///
/// ```swift
/// SequenceDiagram(
///   title: "Online shop", subtitle: "Flow · Checkout",
///   participants: [
///     Node(id: "customer", glyph: .person, title: "Customer"), Node(id: "shop", glyph: .web, title: "Shop"),
///   ],
///   steps: [.message(Edge(id: "1", from: "customer", to: "shop", style: .call, labels: ["Confirms the cart"]))])
/// ```
package struct SequenceDiagram: Sendable, Hashable, Encodable {
  /// One step, or several of them in a frame.
  package enum Step: Sendable, Hashable, Encodable {
    /// What one participant does to another, or to itself. The first of the edge's labels says what; the others say it
    /// in technical words.
    case message(Edge)
    /// Steps in a frame.
    case fragment(Fragment)
    /// A remark on the message before it.
    case note(String)
  }

  /// A frame round steps: UML's combined fragment.
  package struct Fragment: Sendable, Hashable, Encodable {
    /// How its sections relate.
    package enum Kind: String, Sendable, Hashable, Encodable, CaseIterable {
      /// One of the sections happens.
      case alternative
      /// All of them happen, at the same time.
      case parallel
      /// Its section happens again and again.
      case loop
    }

    /// How its sections relate.
    package var kind: Kind
    /// Its sections, in the order of the text.
    package var sections: [Section]

    /// Makes a frame.
    package init(_ kind: Kind, _ sections: [Section]) {
      self.kind = kind
      self.sections = sections
    }
  }

  /// A part of a frame.
  package struct Section: Sendable, Hashable, Encodable {
    /// When it happens. Empty for none.
    package var condition: String
    /// What happens, in order.
    package var steps: [Step]

    /// Makes a section.
    package init(_ condition: String, _ steps: [Step]) {
      self.condition = condition
      self.steps = steps
    }
  }

  /// The largest text of the sheet: the design's name.
  package var title: String
  /// The line under the title, such as `Flow · Checkout`. Empty for none.
  package var subtitle: String
  /// What the picture shows, in a sentence, for readers who cannot see it. Empty lets the painter say how many
  /// participants and messages there are.
  package var summary: String
  /// Who takes part, from left to right. Their badges, descriptions and rows are not drawn.
  package var participants: [Node]
  /// What happens, in order. A message to or from somebody who is no participant is left out.
  package var steps: [Step]

  /// Makes a picture; see the properties for what each value means.
  package init(
    title: String, subtitle: String = "", summary: String = "", participants: [Node] = [], steps: [Step] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.summary = summary
    self.participants = participants
    self.steps = steps
  }
}
