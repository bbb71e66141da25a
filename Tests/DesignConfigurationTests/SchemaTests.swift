import DesignDiagram
import DesignLint
import DesignPaint
import Foundation
import TestSupport
import Testing

@testable import DesignConfiguration

/// The published JSON Schema says what the code takes. `RECORD=1 swift test` writes it anew, and fails so that nobody
/// records by accident.
@Suite struct SchemaTests {
  private static let path = "docs/schemas/designc.schema.json"

  @Test func publishedSchemaIsThatOfTheCode() throws {
    let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let bytes = [UInt8](try JSONSerialization.data(withJSONObject: Self.schema, options: options)) + [10]
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try Data(bytes).write(to: TestFiles.root.appending(path: Self.path))
      Issue.record("recorded \(Self.path)")
      return
    }
    #expect(try TestFiles.bytes(Self.path) == bytes, "\(Self.path) is out of date; record it")
  }

  @Test func schemaHasEverySection() {
    #expect(Set(Self.sections.keys) == Set(Section.all.map(\.key)))
    let forms = Self.theme["anyOf"] as? [[String: Any]]
    #expect(
      Set((forms?.last?["properties"] as? [String: Any] ?? [:]).keys) == Set(Section.themeKeys))
  }

  private static var schema: [String: Any] {
    [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "designc.yml",
      "description": "What a project has decided for every run of designc.",
      "type": ["object", "null"],
      "additionalProperties": false,
      "properties": sections,
      "$defs": [
        "level": words(
          ReviewOptions.Level.allCases.map(\.rawValue), "What findings count as; off: the rule does not run."),
        "severity": words(["info", "warning", "error"], "What findings count as."),
        "kinds": list(Section.environmentKinds, "Kinds of environment."),
      ],
    ]
  }

  private static func words(_ words: [String], _ what: String) -> [String: Any] {
    ["enum": words, "description": what]
  }

  /// Several words, or one alone.
  private static func list(_ choices: [String], _ what: String) -> [String: Any] {
    [
      "description": what,
      "anyOf": [["enum": choices], ["type": ["array", "null"], "items": ["enum": choices]]],
    ]
  }

  private static func reference(_ name: String, _ what: String) -> [String: Any] {
    ["$ref": "#/$defs/\(name)", "description": what]
  }

  private static var sections: [String: Any] {
    [
      "stage": words(ReviewOptions.Stage.allCases.map(\.rawValue), "How far the design has come."),
      "fail-on": reference("severity", "The least severity that makes the review fail."),
      "profiles": list(Section.profileWords, "Standards that the design is held to."),
      "baseline": [
        "type": "string", "minLength": 1, "description": "The baseline, from this file's directory.",
      ],
      "theme": theme,
      "environments": [
        "type": ["object", "null"], "additionalProperties": false,
        "description": "Which environments there must be, and which are judged as production is.",
        "properties": Dictionary(
          uniqueKeysWithValues: Section.environmentKeys.map { ($0, ["$ref": "#/$defs/kinds"]) }),
      ],
      "rules": [
        "type": ["object", "null"],
        "description": "Severities by rule or reviewer, and the figures of rules.",
        "properties": rules,
        // The design's own rules.
        "additionalProperties": own,
        "propertyNames": ["type": "string"],
      ],
    ]
  }

  private static var theme: [String: Any] {
    let names = Theme.all.map(\.name)
    let what = "How pictures look: a built-in theme, or what differs from one."
    let settings: [String: Any] = [
      "base": words(names, "The theme that the others differ from."),
      "font": words(Typeface.families, "The fonts; their widths must be known."),
      "corner": [
        "type": "number", "minimum": Theme.corners.lowerBound, "maximum": Theme.corners.upperBound,
        "description": "The radius of a card's corners, in pixels.",
      ] as [String: Any],
      "density": words(LayoutMeasures.Density.allCases.map(\.rawValue), "How close things stand."),
      "light": colours("The colours of light pages."),
      "dark": [
        "description": "The colours of dark pages; none: the same as of light ones.",
        "anyOf": [["enum": ["none"]], colours("The colours of dark pages.")],
      ] as [String: Any],
    ]
    return [
      "description": what,
      "anyOf": [
        ["enum": names], ["type": "object", "properties": settings, "additionalProperties": false],
      ],
    ]
  }

  private static func colours(_ what: String) -> [String: Any] {
    let roles = PaletteRole.all.map { role -> (String, [String: Any]) in
      (
        role.name,
        ["type": "string", "pattern": "^#?([0-9A-Fa-f]{3}){1,2}$", "description": "\(role.what)."]
      )
    }
    return [
      "type": "object", "description": what, "additionalProperties": false,
      "properties": Dictionary(uniqueKeysWithValues: roles),
    ]
  }

  private static var own: [String: Any] {
    [
      "anyOf": [
        reference("level", "Its severity."),
        ["type": "object", "properties": settings(nil), "additionalProperties": false],
      ]
    ]
  }

  private static func settings(_ rule: Rule?) -> [String: Any] {
    let isFixed = rule?.isAcceptable == false
    var out: [String: Any] = [:]
    if isFixed {
      out["severity"] = words(["error"], "It cannot be less.")
      out["acceptable"] = ["enum": [false], "description": "It can never be accepted."] as [String: Any]
    } else {
      out["severity"] = reference("level", "Its severity.")
      out["acceptable"] = ["type": "boolean", "description": "Whether its findings may be accepted."]
    }
    for parameter in rule?.parameters ?? [] {
      let numbers = #"^[0-9][0-9_]*(\.[0-9]+)?"#
      let what =
        "\(parameter.what). From \(parameter.written(parameter.range.lowerBound)) to \(parameter.written(parameter.range.upperBound)); without it \(parameter.written(parameter.standard))."
      let text: (String) -> [String: Any] = { ["type": "string", "pattern": numbers + $0 + "$"] }
      switch parameter.dimension {
      case .percent: out[parameter.name] = text("%").merging(["description": what]) { $1 }
      case .duration:
        out[parameter.name] = text("(us|ms|s|m|h|d|w|mo|y)").merging(["description": what]) { $1 }
      default:
        let number: [String: Any] = [
          "type": "integer", "minimum": Int(parameter.range.lowerBound),
          "maximum": Int(parameter.range.upperBound),
        ]
        out[parameter.name] = ["description": what, "anyOf": [number, text("[kMG]?")]] as [String: Any]
      }
    }
    return out
  }

  private static var rules: [String: Any] {
    var out: [String: Any] = [:]
    for (prefix, name) in Rule.reviewers.map({ ($0.prefix, $0.name) }) {
      out[prefix] = reference("level", "\(name): all its rules that have no entry of their own.")
    }
    for rule in Rule.all {
      let level: [String: Any] = rule.isAcceptable ? ["$ref": "#/$defs/level"] : ["enum": ["error"]]
      let entry: [String: Any] = [
        "description": "\(rule.id) \(rule.name): \(rule.what)",
        "anyOf": [
          level, ["type": "object", "additionalProperties": false, "properties": settings(rule)],
        ],
      ]
      out[rule.id] = entry
      out[rule.name] = ["$ref": "#/properties/rules/properties/\(rule.id)"]
    }
    return out
  }
}
