import DesignModel

let quorumEvenOrTooSmall = Rule(
  "INF012", "quorum-even-or-too-small", .error,
  what: """
    Finds stores that decide by majority (etcd, ZooKeeper, Consul) with fewer than three members in production, which is an \
    error, or with an even number.
    """,
  why: """
    Two members stand still when one is lost, as one does. An even number survives the loss of no more members than one \
    fewer does, and has one more that can fail.
    """,
  silent: "When the number is unstated, and for what a provider manages.",
  fires: """
    database config: etcd
    environment production { deploy config replicas 2 }
    """,
  passes: """
    database config: etcd
    environment production { deploy config replicas 3 }
    """,
  sources: [.init("etcd 3.5 documentation, FAQ, failure tolerance and cluster size", "2024-01")]
) { review, report in
  let deciding: Set<String> = ["etcd", "zookeeper", "consul"]
  let candidates = ElementKinds.deployable.members.flatMap { Array(review.elements($0)) }
  for element in candidates {
    guard !element.isExternal, !element.states("managed"), let subtype = element.subtype?.lowercased(),
      deciding.contains(subtype)
    else { continue }
    let byEnvironment = Dictionary(grouping: review.productionDeployments(of: element.id)) {
      review.deployments[$0].environment
    }
    for environment in byEnvironment.keys.sorted() {
      let indices = byEnvironment[environment] ?? []
      let deployments = indices.map { review.deployments[$0].deployment }
      guard let index = indices.first, !deployments.contains(where: { $0.states("managed") }) else {
        continue
      }
      guard deployments.count > 1 || deployments[0].replicas != nil else {
        report.lacks("deploy … replicas …", of: element.id)
        continue
      }
      let members = deployments.reduce(0) { $0 + min($1.replicas?.upperBound ?? 1, 1000) }
      guard members < 3 || members.isMultiple(of: 2) else { continue }
      let tolerated = (members - 1) / 2
      report.add(
        members < 3 ? .error : .warning, on: .deployment(index),
        "`\(element.path)` has \(members) \(members == 1 ? "member" : "members")",
        at: deployments[0].fact("replicas")?.range ?? deployments[0].targetRange,
        notes: [
          "\(members) decide by a majority of \(members / 2 + 1), and survive the loss of \(tolerated)"
        ],
        help: ["run \(max(3, members + 1)), which survive the loss of \(max(3, members + 1) / 2)"],
        fixIts: deployments.count > 1
          ? []
          : deployments[0].fact("replicas").map {
            [.write("replicas \(max(3, members + 1))", at: $0.range)]
          } ?? [])
    }
  }
}
