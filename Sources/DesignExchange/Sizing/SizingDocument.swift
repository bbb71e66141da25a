package import DesignLint

/// What environments need, as JSON. `schema` counts up when a field changes its meaning or goes away.
package struct SizingDocument: Encodable {
  /// The version of this format.
  package static let schemaVersion = 1

  let schema = Self.schemaVersion
  let environments: [EnvironmentEntry]

  struct EnvironmentEntry: Encodable {
    let name: String
    let subjects: [SubjectEntry]
    let binding: BindingEntry?
  }

  struct SubjectEntry: Encodable {
    let kind: String
    let path: String
    let figures: [FigureEntry]
    let gaps: [GapEntry]
  }

  struct FigureEntry: Encodable {
    let kind: String
    let value: Double
    let limit: Double?
    let written: String
    let formula: String
    let inputs: [PlaceEntry]
  }

  struct GapEntry: Encodable {
    let clause: String
    let path: String
  }

  struct BindingEntry: Encodable {
    let path: String
    let figure: String
    let share: Double
  }

  package init(_ sizings: [Sizing], _ places: Places) {
    environments = sizings.map { sizing in
      EnvironmentEntry(
        name: sizing.environment,
        subjects: sizing.subjects.map { subject in
          SubjectEntry(
            kind: subject.kind.rawValue, path: subject.path,
            figures: subject.figures.map { figure in
              FigureEntry(
                kind: figure.kind.rawValue, value: figure.value, limit: figure.limit, written: figure.written,
                formula: figure.formula, inputs: figure.inputs.compactMap(places.place))
            }, gaps: subject.gaps.map { GapEntry(clause: $0.clause, path: $0.path) })
        },
        binding: sizing.binding.map {
          BindingEntry(path: $0.subject.path, figure: $0.figure.kind.rawValue, share: $0.figure.share ?? 0)
        })
    }
  }

  /// The document's bytes: keys in alphabetical order, a line feed at the end.
  package func bytes() throws(EncodingFailure) -> [UInt8] { try encodedJSON(self) }
}
