package import DesignModel

/// A lock file as it was found: its path as people see it, and what it holds.
package struct AgreementFile: Sendable {
  package let path: String
  package let content: Result<Agreement, Agreement.Problem>

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    do throws(Agreement.Problem) {
      content = .success(try Agreement.read(bytes))
    } catch {
      content = .failure(error)
    }
  }

  /// Lock files of all that a design calls agreed, as it is.
  package static func recorded(in model: Model) -> [AgreementFile] {
    model.agreeable.compactMap { element in
      guard let fact = element.fact("agreed"), case .quantity(_, let date)? = fact.values.first,
        let contract = ContractMaker.contract(of: element.id, in: model)
      else { return nil }
      let agreement = Agreement(
        path: element.path, version: element.version, date: date, signers: fact.words, contract: contract)
      return AgreementFile(path: "agreements/\(element.path).lock", bytes: Array(agreement.text.utf8))
    }
  }

  /// The agreement; nil when the file cannot be used.
  package var agreement: Agreement? { try? content.get() }
}

/// What has become of what was agreed.
package struct AgreementState: Sendable {
  package let agreement: Agreement
  /// The element that it is about; nil when the design has it no more.
  package let element: ElementID?
  /// Since the agreement, but for what only people read.
  package let changes: [Change]

  /// - Parameter today: the day as `2027-03-31`, against which announced removals are held.
  package init(_ agreement: Agreement, in model: Model, today: String?) {
    self.agreement = agreement
    let found = model.ownElements.first { $0.path == agreement.path && ContractMaker.kinds.contains($0.kind) }
    element = found?.id
    let now = found.flatMap { ContractMaker.contract(of: $0.id, in: model) } ?? Contract()
    changes = DesignContract.changes(from: agreement.contract, to: now.withoutWords, today: today)
  }

  /// What is told of it: the changes with those whom they touch.
  package func section(in model: Model) -> ChangeReport.Section {
    ChangeReport.Section(
      name: agreement.path, against: agreement.summary, changes: changes,
      users: element.map { model.describedUsers(of: $0) } ?? [:])
  }
}

extension Model {
  /// What can be agreed on, in the order of the design, without what others own.
  package var agreeable: [Element] { elements(ContractMaker.kinds).filter { !$0.isExternal } }
}
