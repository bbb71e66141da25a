import DesignDiagram
import DesignModel
import DesignView

/// Links from the cards of pictures to pages.
struct PictureLinks {
  let site: SiteModel
  /// What stands behind a page's address in a link: `.html`.
  let suffix: String

  /// The picture with a link on every card and box that has a page. The links lead from a folder beside those of the pages.
  func linked(_ picture: Picture) -> Picture.Content {
    switch picture.content {
    case .diagram(var diagram):
      diagram.members = diagram.members.map { linked($0, picture) }
      return .diagram(diagram)
    case .sequence(var sequence):
      sequence.participants = sequence.participants.map { linked($0, picture) }
      return .sequence(sequence)
    }
  }

  private func linked(_ member: Member, _ picture: Picture) -> Member {
    switch member {
    case .node(let node): return .node(linked(node, picture))
    case .group(var group):
      group.link = link(group.id, group.link, picture)
      group.members = group.members.map { linked($0, picture) }
      return .group(group)
    }
  }

  private func linked(_ node: Node, _ picture: Picture) -> Node {
    var node = node
    node.link = link(node.id, node.link, picture)
    return node
  }

  /// The page of the element; else, of the sheet it led to; else, where the design itself has it lead.
  private func link(_ id: String, _ stated: String, _ picture: Picture) -> String {
    let element = picture.instances[id] ?? site.addresses.element(at: id)
    if let element, let page = site.addresses.page(of: element) {
      return "../" + URLPath.encoded(page) + suffix
    }
    if stated.hasSuffix(".svg"), let page = site.addresses.page(ofPicture: String(stated.dropLast(4))) {
      return "../" + URLPath.encoded(page) + suffix
    }
    return stated
  }
}

/// Paths in addresses.
enum URLPath {
  /// With `%` and two digits for each byte that may not stand in a path as it is (RFC 3986, section 3.3).
  static func encoded(_ path: String) -> String {
    var out = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "~"):
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        out += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return out
  }
}
