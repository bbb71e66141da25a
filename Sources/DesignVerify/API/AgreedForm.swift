package import DesignContract
package import DesignModel

/// What an api is held to: its agreement when there is one, else the design.
package struct AgreedForm: Sendable {
  package let contract: Contract
  /// `agreed on 2026-10-01 by Back end, Front end`, or that nothing is.
  package let summary: String
  /// Whether it is what was agreed, and not only the design.
  package let isAgreed: Bool

  /// Nil when the element is none that has a contract.
  ///
  /// - Parameter agreements: the lock files of the design.
  package init?(of element: Element, in model: Model, _ agreements: [Agreement]) {
    if let agreement = agreements.first(where: { $0.path == element.path }) {
      (contract, summary, isAgreed) = (agreement.contract, agreement.summary, true)
    } else if let contract = ContractMaker.contract(of: element.id, in: model) {
      self.contract = contract.withoutWords.canonical
      (summary, isAgreed) = ("nothing is agreed yet, so the design counts", false)
    } else {
      return nil
    }
  }
}
