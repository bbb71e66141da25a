package import DesignModel
package import DesignSizing

/// Every number of a sizing with its formula, and where the design states what it rests on.
package enum SizingExplanation {
  package static func write(_ sizing: EnvironmentSizing, _ model: Model, _ places: Places) -> String {
    var out = "\(model[sizing.environment].name)\n"
    for subject in SizingEntries.all(sizing, model) {
      out += "\n\(subject.name)\n"
      for (name, answer) in subject.figures { out += lines(name, answer, places) }
      for note in subject.notes { out += "    \(note)\n" }
    }
    return out
  }

  private static func lines(_ name: String, _ answer: Answer, _ places: Places) -> String {
    func place(_ text: String, _ place: PlaceEntry?) -> String {
      "    \(text)\(place.map { "  \($0.file):\($0.line):\($0.column)" } ?? "")\n"
    }
    switch answer {
    case .impossible(let reason): return "  \(name): none is enough; \(reason)\n"
    case .unknown(let lacks):
      return "  \(name): unknown\n"
        + lacks.map { place("needs `\($0.fact)` of \($0.subject)", places.place($0.range)) }.joined()
    case .known(let figure):
      let bound = figure.bound == .exact ? "" : " (\(figure.bound.rawValue))"
      var out = "  \(name): \(figure.formula)\(bound)\n"
      var seen: Set<Input> = []
      for input in figure.inputs where seen.insert(input).inserted {
        out += place(input.name, places.place(input.range))
      }
      for lack in figure.lacks {
        out += place("lacks `\(lack.fact)` of \(lack.subject)", places.place(lack.range))
      }
      return out
    }
  }
}
