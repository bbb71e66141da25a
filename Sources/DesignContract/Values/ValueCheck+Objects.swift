/// Objects: which properties are there, and what they are.
extension ValueCheck {
  mutating func checkProperties(
    _ entries: [Document.Entry], _ value: Document, _ shape: ContractNode, _ path: [Misfit.Step],
    _ out: inout Outcome
  ) {
    func misfit(_ kind: Misfit.Kind, _ path: [Misfit.Step], _ message: String) {
      out.misfits.append(Misfit(kind: kind, path: path, message: message))
    }
    if let problem = Self.countMisfit(
      entries.count, shape, .minProperties, .maxProperties, "property", "properties")
    {
      misfit(.value, path, problem)
    }
    for part in shape.children {
      switch part.thing {
      case .property:
        out.namesProperties = true
        check(property: part, value, path, &out)
      case .requiredName where value[part.key] == nil:
        misfit(.missing, path + [.name(part.key)], "is missing")
      case .patternProperty:
        out.namesProperties = true
        for entry in entries where isFound(part.key, in: entry.key) ?? false {
          out.properties.insert(entry.key)
          out.misfits += check(entry.value, part, path + [.name(entry.key)], isWhole: true).misfits
        }
      case .propertyNames:
        for entry in entries {
          for found in check(Document(.text(entry.key)), part, path + [.name(entry.key)], isWhole: true)
            .misfits
          {
            misfit(.forbidden, found.path, "has a name that \(found.message)")
          }
        }
      case .dependentRequired where value[part.key] != nil:
        for name in (part.text(.names) ?? "").split(separator: ",").map({ String($0.drop { $0 == " " }) })
        where value[name] == nil {
          misfit(.missing, path + [.name(name)], "is missing, and `\(part.key)` asks for it")
        }
      case .dependentSchema where value[part.key] != nil:
        out.add(check(value, part, path, isWhole: false))
      default: break
      }
    }
    guard let rest = shape.child(.additionalProperties) else { return }
    let others = entries.filter { entry in
      shape.child(.property, entry.key) == nil
        && !shape.children(.patternProperty).contains { isFound($0.key, in: entry.key) ?? true }
    }
    checkOthers(others, rest, path, &out)
  }

  /// What is sent the other way only is no property of a value on this way.
  func isUnseen(_ property: ContractNode) -> Bool {
    guard let direction else { return false }
    return definitions.resolved(property).node.has(direction.isAccepted ? .readOnly : .writeOnly)
  }

  private mutating func check(
    property: ContractNode, _ value: Document, _ path: [Misfit.Step], _ out: inout Outcome
  ) {
    let inner = path + [.name(property.key)]
    out.properties.insert(property.key)
    guard let own = value[property.key] else {
      if property.has(.required), !isUnseen(property) {
        out.misfits.append(Misfit(kind: .missing, path: inner, message: "is missing"))
      }
      return
    }
    var found = check(own, property, inner, isWhole: true).misfits
    if own.isNull, !property.has(.required), let first = found.first, first.kind == .type, first.path == inner
    {
      found[0] = Misfit(kind: .type, path: inner, message: "is null; it may be left out, but not be null")
    }
    out.misfits += found
  }

  /// Properties that a shape does not name, held to what it says of others.
  private mutating func checkOthers(
    _ entries: [Document.Entry], _ rest: ContractNode, _ path: [Misfit.Step], _ out: inout Outcome
  ) {
    for entry in entries {
      out.properties.insert(entry.key)
      let inner = path + [.name(entry.key)]
      if rest.text(.type) == JSONTypes.none {
        out.misfits.append(
          Misfit(kind: .forbidden, path: inner, message: "is not among the properties that there may be"))
      } else {
        out.misfits += check(entry.value, rest, inner, isWhole: true).misfits
      }
    }
  }

  /// What no shape has judged.
  mutating func checkRest(
    _ entries: [Document.Entry], _ shape: ContractNode, _ path: [Misfit.Step], isWhole: Bool,
    _ out: inout Outcome
  ) {
    let known = out.properties
    let others = entries.filter { !known.contains($0.key) }
    if let rest = shape.child(.unevaluatedProperties) { return checkOthers(others, rest, path, &out) }
    guard isWhole, out.namesProperties else { return }
    for entry in others {
      out.misfits.append(
        Misfit(kind: .undeclared, path: path + [.name(entry.key)], message: "is named nowhere in the type"))
    }
  }
}

extension ContractNode {
  /// Its part of a kind with a key.
  func child(_ thing: Thing, _ key: String) -> ContractNode? {
    children.first { $0.thing == thing && $0.key == key }
  }

  /// A fact that counts something.
  func count(_ attribute: Attribute) -> Int? {
    if case .number(let number)? = self[attribute] { number.int } else { nil }
  }
}
