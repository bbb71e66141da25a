import DesignContract
import DesignModel
import DesignSource
import DesignSyntax
import Foundation
import TestSupport
import Testing

@testable import DesignLint

@Suite struct RuleTests {
  @Test(arguments: Case.all) func findsWhatItsCaseSays(_ one: Case) throws {
    let rule = try #require(Rule.named(one.rule), "no such rule")
    let compiled = Compiled(one.text)
    #expect(compiled.syntaxDiagnostics.map(\.message) == [], "the case must be well-formed")
    let findings = review(compiled.model, options: try options(one, rule)).findings.filter {
      $0.rule == rule.id
    }
    var unmatched = findings
    for expected in one.expectations {
      let index = unmatched.firstIndex {
        compiled.line(of: $0.diagnostic.range) == expected.line && $0.severity.rawValue == expected.severity
          && (expected.fragment.isEmpty
            || ([$0.diagnostic.message] + $0.diagnostic.help).contains { $0.contains(expected.fragment) })
      }
      if let index {
        unmatched.remove(at: index)
      } else {
        Issue.record("line \(expected.line): no \(expected.severity) that says “\(expected.fragment)”")
      }
    }
    for finding in unmatched {
      let line = compiled.line(of: finding.diagnostic.range)
      Issue.record("line \(line): unexpected \(finding.severity) “\(finding.diagnostic.message)”")
    }
    if one.name.hasPrefix("fires") {
      #expect(!one.expectations.isEmpty, "a case that fires expects something")
    } else {
      #expect(one.expectations.isEmpty, "only `fires` expects findings")
    }
  }

  private func options(_ one: Case, _ rule: Rule) throws -> ReviewOptions {
    var options = ReviewOptions()
    if !rule.isOnByDefault { options.levels[rule.id] = Level(rule.severity) }
    if let stage = one.options["stage"] { options.stage = try #require(ReviewOptions.Stage(rawValue: stage)) }
    if let today = one.options["today"] {
      let parts = today.split(separator: "-").compactMap { Int($0) }
      options.today = CalendarDay(year: parts[0], month: parts[1], day: parts[2])
    }
    if let agreed = one.agreed { options.agreements = AgreementFile.recorded(in: Compiled(agreed).model) }
    return options
  }

  private typealias Level = ReviewOptions.Level

  @Test(arguments: Rule.all.map(\.id)) func hasCases(_ id: String) {
    let names = Case.all.filter { $0.rule == id }.map(\.name)
    for kind in ["fires", "silent", "false-positive"] {
      #expect(names.contains { $0.hasPrefix(kind) }, "\(id) has no case `\(kind)`")
    }
  }

  @Test(arguments: Rule.all.map(\.id)) func examplesShowIt(_ id: String) throws {
    let rule = try #require(Rule.named(id))
    var options = ReviewOptions()
    options.only = [id]
    if ["MOD006"].contains(id) { options.only = [] }
    options.listsUnjudged = true
    options.stage = .agreed
    options.today = CalendarDay(year: 2026, month: 11, day: 1)
    if !rule.isOnByDefault { options.levels[id] = Level(rule.severity) }
    if id == "MOD010" { options.only = [] }
    options.agreements = rule.agreedInExample
    for (text, isFaulty) in [(rule.fires, true), (rule.passes, false)] {
      let compiled = Compiled(text)
      #expect(compiled.syntaxDiagnostics.map(\.message) == [])
      let findings = review(compiled.model, options: options).findings.filter { $0.rule == id }
      #expect(!findings.isEmpty == isFaulty, "\(findings.map(\.diagnostic.message))")
      let problems = compiled.model.problems.filter { $0.code != id }.map(\.message)
      #expect(problems == [], "an example shows one fault")
    }
  }

  @Test(arguments: Rule.all.map(\.id)) func isDocumented(_ id: String) throws {
    let rule = try #require(Rule.named(id))
    #expect(rule.what.hasSuffix(".") && rule.why.hasSuffix(".") && rule.silent.hasSuffix("."))
    #expect(!rule.sources.isEmpty)
    #expect(rule.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
  }
}

extension ReviewOptions.Level {
  fileprivate init(_ severity: Diagnostic.Severity) {
    switch severity {
    case .info: self = .info
    case .warning: self = .warning
    case .error: self = .error
    }
  }
}
