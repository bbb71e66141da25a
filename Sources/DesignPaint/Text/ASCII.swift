/// A picture of characters with those of ASCII in place of others; what is no part of the drawing stays as it is.
package func ascii(_ picture: [UInt8]) -> [UInt8] {
  Array(String(String(decoding: picture, as: UTF8.self).map { substitutes[$0] ?? $0 }).utf8)
}

/// As wide as what they stand for, so that nothing moves.
private let substitutes: [Character: Character] = {
  var table: [Character: Character] = [
    "─": "-", "│": "|", "╌": ".", "╎": ":", "┈": ".", "┊": ":", "═": "=", "║": "#", "╪": "=", "╫": "#",
    "▶": ">", "▷": ">", "◀": "<", "◁": "<", "▼": "v", "▽": "v", "▲": "^", "△": "^", "∧": "^", "∨": "v",
    "·": "-", "…": ".", "×": "x", "–": "-", "→": ">",
  ]
  for corner in "┌┐└┘╭╮╰╯├┤┬┴┼" { table[corner] = "+" }
  for corner in "╔╗╚╝╠╣╦╩╬╟╢╤╧" { table[corner] = "#" }
  return table
}()
