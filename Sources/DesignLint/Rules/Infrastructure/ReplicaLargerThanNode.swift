import DesignModel
import DesignSource

let replicaLargerThanNode = Rule(
  "INF002", "replica-larger-than-node", .error,
  what: "Finds replicas that need more processors or memory than one machine of their cluster or node has.",
  why: "Such a replica is never started, however many machines there are.",
  silent: "Where either figure is unstated, and for places without machines.",
  fires: """
    application api: service
    environment production { cluster apps nodes 10 cpu 4 memory 8GiB { deploy api replicas 1 cpu 8 memory 1GiB } }
    """,
  passes: """
    application api: service
    environment production { cluster apps nodes 10 cpu 8 memory 8GiB { deploy api replicas 1 cpu 8 memory 1GiB } }
    """,
  sources: [.init("Kubernetes documentation, Resource Management for Pods and Containers", "2025-01")]
) { review, report in
  var said: Set<SourceRange> = []
  for (index, placed) in review.deployments.enumerated() {
    guard let machines = review.machines(of: placed) else { continue }
    let place = review.places[machines].place
    let deployment = placed.deployment
    func check(_ fact: Fact?, _ needed: Double?, _ there: Double?, _ written: (Double) -> String) {
      guard let fact, let needed, let there, needed > there, said.insert(fact.range).inserted else { return }
      report.add(
        .error, on: .deployment(index),
        "a replica of `\(review.model[placed.target].path)` needs \(written(needed)), but a machine of `\(place.path)` has \(written(there))",
        at: fact.range, related: (place.fact(fact.key)?.range).map { [.init($0, "a machine")] } ?? [],
        help: ["take larger machines, or make the replica smaller and run more of them"])
    }
    check(deployment.fact("cpu"), deployment.fact("cpu")?.cores, place.fact("cpu")?.cores) {
      "\(Written.number($0)) cores"
    }
    check(
      deployment.fact("memory"), deployment.fact("memory")?.bytes, place.fact("memory")?.bytes, Written.bytes)
  }
}
