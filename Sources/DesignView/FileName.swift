/// Names of files made from names of elements.
package enum FileName {
  /// Letters, digits, `-`, `_` and `.` stay; anything else becomes `-`, so that no name leads out of a directory. At most
  /// 120 bytes, since file systems allow 255 for a name with its extension.
  package static func safe(_ name: String) -> String {
    var out = ""
    for character in name {
      let isKept = character.isLetter || character.isNumber || character == "_" || character == "."
      let next = isKept ? character : "-"
      if next == "-", out.last == "-" { continue }
      guard out.utf8.count + String(next).utf8.count <= 120 else { break }
      out.append(next)
    }
    while out.first == "." { out.removeFirst() }
    return out.isEmpty ? "unnamed" : out
  }
}
