import DesignSyntax

/// The symbols of single tokens and of values: how the grammar's page defines them, and which tokens they are.
struct Lexical {
  let symbol: String
  /// In characters.
  let definition: String
  let comment: String
  /// The number of tokens it takes from here; nil when none of it begins here.
  let take: @Sendable (ArraySlice<Token>, SyntaxTree) -> Int?

  private static func one(_ matches: @escaping @Sendable (Token, String) -> Bool)
    -> @Sendable (
      ArraySlice<Token>, SyntaxTree
    ) -> Int?
  {
    { tokens, tree in tokens.first.flatMap { matches($0, tree.text($0)) ? 1 : nil } }
  }

  private static func number(endingIn units: [String]) -> @Sendable (ArraySlice<Token>, SyntaxTree) -> Int? {
    one { token, text in
      guard token.kind == .number else { return false }
      let digits = text.prefix { $0.isNumber || ".-_".contains($0) }
      return units.contains(String(text.dropFirst(digits.count)))
    }
  }

  /// Units, the smallest first.
  private static func inOrder(_ units: [String: Double]) -> [String] {
    units.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }

  static let multiples = inOrder(Quantity.multiples)
  static let durations = inOrder(Quantity.durations)
  static let sizes = inOrder(Quantity.sizes)
  static let periods = inOrder(Quantity.periods)
  static let frequencies = inOrder(Quantity.frequencies)

  private static func quoted(_ words: [String]) -> String {
    words.filter { !$0.isEmpty }.map { "\"\($0)\"" }.joined(separator: " | ")
  }

  static let all: [Lexical] = [
    Lexical(
      symbol: "NAME",
      definition: #"(Letter | "_") (Letter | Digit | "_" | "-" (Letter | Digit))* | "`" [^`]+ "`""#,
      comment: "Any keyword may be a name. A longer run of backticks ends at a run as long.",
      take: one { token, _ in token.kind == .word || token.kind == .backtick }),
    Lexical(
      symbol: "TEXT",
      definition: ##"'"' ([^"#xA\] | "\" ('"' | "\" | "n" | "t" | "u{" Hex+ "}"))* '"' | '"""' Char* '"""'"##,
      comment: "", take: one { token, _ in token.kind == .text || token.kind == .multilineText }),
    Lexical(
      symbol: "SQL", definition: #""`" [^`]+ "`""#,
      comment: "A longer run of backticks ends at a run as long.",
      take: one { token, _ in token.kind == .backtick }),
    Lexical(
      symbol: "NUMBER", definition: #""-"? Digit (Digit | "_")* ("." Digit+)* (Letter | Digit | "%")*"#,
      comment: "Longest match, with the unit that touches it.",
      take: one { token, _ in token.kind == .number }),
    Lexical(
      symbol: "COUNT", definition: "Digits (\(quoted(multiples)))?", comment: "",
      take: number(endingIn: multiples)),
    Lexical(
      symbol: "PERCENT", definition: "Decimal \"%\"", comment: "At most 100%.", take: number(endingIn: ["%"])),
    Lexical(symbol: "RATIO", definition: "Decimal \"%\"", comment: "", take: number(endingIn: ["%"])),
    Lexical(
      symbol: "DURATION", definition: "Decimal (\(quoted(durations)))", comment: "",
      take: number(endingIn: durations)),
    Lexical(
      symbol: "SIZE", definition: "Decimal (\(quoted(sizes)))", comment: "", take: number(endingIn: sizes)),
    Lexical(symbol: "CPU", definition: "Decimal \"m\"?", comment: "", take: number(endingIn: ["", "m"])),
    Lexical(
      symbol: "RATE",
      definition: "(COUNT (\(quoted(frequencies)))) | ((COUNT | SIZE) \"/\" (\(quoted(periods))))",
      comment: "",
      take: { tokens, tree in
        let texts = tokens.prefix(3).map { tree.text($0) }
        guard number(endingIn: multiples + sizes)(tokens, tree) != nil, texts.count > 1 else { return nil }
        if frequencies.contains(texts[1]) { return 2 }
        return texts.count == 3 && texts[1] == "/" && periods.contains(texts[2]) ? 3 : nil
      }),
    Lexical(
      symbol: "DATE", definition: "Digit Digit Digit Digit \"-\" Digit Digit \"-\" Digit Digit", comment: "",
      take: one { token, text in token.kind == .number && text.split(separator: "-").count == 3 }),
    Lexical(
      symbol: "VERSION", definition: "\"v\"? Digit (Letter | Digit | \".\")*", comment: "",
      take: one { token, text in
        token.kind == .number
          || (token.kind == .word && text.hasPrefix("v") && text.dropFirst().first?.isNumber == true)
      }),
    Lexical(
      symbol: "MONEY",
      definition: "COUNT [A-Z] [A-Z] [A-Z] (\"/\" (\(quoted(periods))))?", comment: "",
      take: { tokens, tree in
        let texts = tokens.prefix(4).map { tree.text($0) }
        guard tokens.first?.kind == .number, texts.count > 1, texts[1].count == 3,
          texts[1].allSatisfy({ $0.isASCII && $0.isUppercase })
        else { return nil }
        return texts.count == 4 && texts[2] == "/" && periods.contains(texts[3]) ? 4 : 2
      }),
    Lexical(
      symbol: "VALUE", definition: "COUNT | NUMBER | RATIO | DURATION | SIZE", comment: "",
      take: one { token, _ in token.kind == .number }),
    Lexical(
      symbol: "STATUS", definition: "[1-5] (Digit Digit | \"xx\")", comment: "",
      take: one { token, text in token.kind == .number && text.count == 3 }),
    Lexical(
      symbol: "PATH_TEXT", definition: "[^#x0-#x20,;(){}]+",
      comment: "After a method and white space, beginning with \"/\"; also between and after its parameters.",
      take: one { token, _ in token.kind == .pathText }),
    Lexical(
      symbol: "CALL", definition: "\"(\"", comment: "With nothing between it and the word before.",
      take: one { token, _ in token.kind == .leftParenthesis && token.touchesPrevious }),
  ]

  /// What the definitions above stand on.
  static let characters = """
    Digits ::= Digit (Digit | "_")*
    Decimal ::= "-"? Digits ("." Digit+)?
    Digit ::= [0-9]
    Hex ::= [0-9a-fA-F]
    /* Letters of any script, and within a name their marks. */
    Letter ::= [\\p{L}\\p{Mn}]
    Char ::= [#x1-#x10FFFF]
    Comment ::= "//" [^#xA]* | "/*" (Comment | Char)* "*/"

    """
}
