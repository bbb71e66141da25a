package import DesignSizing

extension SizingOptions {
  /// The shares that the review's own rules about capacity allow, as the project has set them.
  package init(_ review: ReviewOptions) {
    self.init(
      utilisationTarget: review.figure(.utilisationTarget, of: "INF004") / 100,
      criticalUtilisationTarget: review.figure(.criticalUtilisationTarget, of: "INF004") / 100,
      fullDisk: review.figure(.fullDisk, of: "INF015") / 100)
  }
}
