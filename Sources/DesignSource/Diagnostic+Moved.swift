extension Diagnostic {
  /// The same about files that stand further back in a list.
  package func moved(by files: Int) -> Diagnostic {
    var out = self
    out.range = range.moved(by: files)
    out.related = related.map { Label($0.range.moved(by: files), $0.text) }
    out.fixIts = fixIts.map {
      FixIt($0.title, range: $0.range.moved(by: files), replacement: $0.replacement, safety: $0.safety)
    }
    return out
  }
}

extension SourceRange {
  fileprivate func moved(by files: Int) -> SourceRange {
    SourceRange(file: FileID(Int(file.index) + files), start: Int(start), end: Int(end))
  }
}
