import DesignContract
import DesignModel

/// What the search of the site looks through.
struct Search {
  let site: SiteModel

  private struct Entry {
    let title: String
    let kind: String
    let address: String
    /// Further words to be found by.
    let words: String
  }

  /// A script that defines `searchIndex`: a list of title, kind, address and further words. A script, since a page that was
  /// opened from a file may not read other files.
  func script(_ pages: [Page]) -> [UInt8] {
    var out = "searchIndex=[\n"
    for (index, entry) in (elements() + findings() + pages.filter { $0.kind == "Picture" }.map(picture))
      .enumerated()
    {
      if index > 0 { out += ",\n" }
      let texts = [entry.title, entry.kind, entry.address, entry.words].map(JSONText.quoted)
      out += "[" + texts.joined(separator: ",") + "]"
    }
    return Array((out + "\n]\n").utf8)
  }

  private func elements() -> [Entry] {
    site.model.ownElements.compactMap { element in
      guard case .page(let page, let anchor)? = site.addresses.target(element.id) else { return nil }
      let isInside = Addresses.withAnchor.contains(element.kind)
      let around = isInside ? element.parent.map { site.model[$0].title } ?? "" : ""
      let subtype = [element.subtype, element.fact("technology")?.word, element.fact("owner")?.word]
      let tags = element.facts.filter { ["tags", "classified", "handles"].contains($0.key) }.flatMap(\.words)
      let words = [element.path, around] + subtype.compactMap { $0 } + tags
      return Entry(
        title: element.title, kind: element.kind.noun, address: Self.address(page, anchor),
        words: (words + [element.summary ?? ""]).filter { !$0.isEmpty }.joined(separator: " "))
    }
  }

  private func findings() -> [Entry] {
    site.review.findings.map { finding in
      let page = site.elements(of: finding.subject).compactMap { site.addresses.target($0) }.first
      let address =
        if case .page(let page, _)? = page { Self.address(page, "findings") } else {
          Self.address("findings", "")
        }
      return Entry(
        title: "\(finding.rule): \(finding.diagnostic.message)", kind: "finding", address: address,
        words: "\(finding.name) \(finding.subject)")
    }
  }

  private func picture(_ page: Page) -> Entry {
    Entry(title: page.title, kind: "picture", address: Self.address(page.address, ""), words: "")
  }

  private static func address(_ page: String, _ anchor: String) -> String {
    URLPath.encoded(page) + ".html" + (anchor.isEmpty ? "" : "#" + URLPath.encoded(anchor))
  }
}
