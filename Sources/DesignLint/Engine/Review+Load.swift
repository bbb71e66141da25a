import DesignModel
import DesignSizing
import DesignSource

/// What rules ask of the load of applications.
extension Review {
  /// The load of an application in each environment for production in which all that it takes to tell is stated; with
  /// what is lacking told to the report.
  func loads(of application: Element, _ report: inout Report) -> [Load] {
    // Without traffic there is nothing to ask.
    guard sizing.peak(of: application.id).figure != nil else { return [] }
    let environments = Set(productionDeployments(of: application.id).map { deployments[$0].environment })
    return environments.sorted().compactMap { environment in
      switch sizing.load(of: application, in: environment) {
      case .known(let load): return load
      case .unknown(let lacks):
        for lack in lacks { report.lacks(lack.fact, of: lack.element ?? application.id) }
        return nil
      case nil: return nil
      }
    }
  }

  /// What to write so that a load has so many replicas; those of several deployments are counted together.
  func advice(_ load: Load, replicas: Int) -> String {
    let count = load.deployments.count
    return count > 1
      ? "give its \(count) deployments \(replicas) replicas together" : "write `replicas \(replicas)`"
  }

  /// The edit that gives a load so many replicas, where one deployment with a fixed number carries it all.
  func scaling(_ load: Load, to replicas: Int) -> [Diagnostic.FixIt] {
    guard load.deployments.count == 1, let index = load.deployments.first,
      let stated = deployments[index].deployment.replicas, stated.lowerBound == stated.upperBound,
      let fact = deployments[index].deployment.fact("replicas"), fact.facts.isEmpty
    else { return [] }
    return [.write("replicas \(replicas)", at: fact.range)]
  }
}
