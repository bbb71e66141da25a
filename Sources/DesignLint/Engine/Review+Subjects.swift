import DesignModel
import DesignSource

extension Review {
  /// How a finding's subject is called.
  func path(of subject: Subject?, at range: SourceRange) -> String {
    switch subject {
    case .element(let id): return model[id].path
    case .connection(let index):
      let connection = model.connections[index]
      let target = connection.endpoint ?? connection.target
      return "\(model[connection.source].path) -> \(target.map { model[$0].path } ?? "?")"
    case .deployment(let index):
      return "\(deployments[index].deployment.place)/\(model[deployments[index].target].path)"
    case .place(let index): return places[index].place.path
    case nil: return element(at: range).map { model[$0].path } ?? ""
    }
  }

  /// The innermost element whose declaration holds a place in the text; nil outside of all.
  func element(at range: SourceRange) -> ElementID? {
    // Declarations nest, so the last one to begin before the place, or one that it lies in, holds it.
    var low = 0
    var high = declarations.count
    while low < high {
      let middle = (low + high) / 2
      let start = model[declarations[middle]].range
      if (start.file, start.start) <= (range.file, range.start) { low = middle + 1 } else { high = middle }
    }
    var candidate = low > 0 ? declarations[low - 1] : nil
    while let id = candidate {
      let declaration = model[id].range
      if declaration.file == range.file, declaration.start <= range.start, range.end <= declaration.end {
        return id
      }
      candidate = model[id].parent
    }
    return nil
  }
}
