package import DesignModel
import DesignSource

/// How many servers an environment needs, and of which size.
package struct EnvironmentSizing: Sendable {
  package let environment: ElementID
  package let outlook: Outlook
  package let applications: [ApplicationSizing]
  package let machines: [MachineSizing]
  package let databases: [DatabaseSizing]
  package let topics: [TopicSizing]
  package let disks: [DiskSizing]
  package let costs: [Cost]
  /// What is reached first of everything.
  package let binding: Constraint?
  /// What must be stated so that all of it is known.
  package let lacks: [Lack]
}

/// What an application carries, and how many replicas that takes.
package struct ApplicationSizing: Sendable {
  package let element: ElementID
  package let traffic: Answer
  /// CPU seconds of a request; where it was measured, the requests per second that one replica carries.
  package let demand: Answer
  package let isEstimated: Bool
  /// Cores, or replicas, that the peak keeps busy.
  package let offered: Answer
  /// Replicas as stated: the fewest and the most.
  package let replicas: ClosedRange<Int>?
  /// At peak, with the most replicas.
  package let utilisation: Answer
  /// The same at the horizon.
  package let laterUtilisation: Answer
  /// The share that may be used.
  package let target: Double
  package let need: ReplicaNeed
  package let laterNeed: ReplicaNeed
  package let constraints: [Constraint]

  package var binding: Constraint? { Constraint.binding(constraints) }
}

/// What is promised on machines.
package struct MachineSizing: Sendable {
  package let path: String
  /// Names the machine type, as stated.
  package let technology: String?
  package let nodes: Int?
  package let cpu: Answer
  package let memory: Answer
  /// Of one machine.
  package let memoryPerNode: Answer
  package let cpuEach: Double?
  package let memoryEach: Double?
  /// Machines that keep what is promised at the most replicas.
  package let nodesNeeded: Answer
}

/// The connections of a database.
package struct DatabaseSizing: Sendable {
  package let element: ElementID
  package let connections: Answer
  package let accepted: Int?
}

/// The partitions that a consumer needs of a topic.
package struct TopicSizing: Sendable {
  package let topic: ElementID
  package let consumer: ElementID
  package let partitions: Int
  package let needed: Answer
}

/// A disk by date.
package struct DiskSizing: Sendable {
  /// The path of the machine, or of what has a disk of its own.
  package let name: String
  /// The names of what lies on it.
  package let contents: [String]
  package let size: Double
  /// The share that may be full.
  package let limit: Double
  package let now: Answer
  package let later: Answer
  /// The day on which it is full, counted from the day of the figures; nil when that is not before the horizon.
  package let fullAfter: Answer?
  package let terms: [String]
}

extension SizedDesign {
  /// Sizes one environment, by its place in `Model.environments`.
  package func size(_ environment: Int, _ options: SizingOptions) -> EnvironmentSizing {
    let outlook = Outlook(model, options.horizon)
    let machines = machines(in: environment)
    let databases = databases(in: environment)
    let topics = topics(in: environment)
    let (disks, diskLacks) = diskSizings(in: environment, outlook, limit: options.fullDisk)
    let (costs, costLacks) = costs(in: environment)
    let limits = Limits(machines: machines, databases: databases, topics: topics)
    let applications = model.ownElements.filter { $0.kind == .application && !$0.isExternal }
      .compactMap { size($0, in: environment, options, outlook, limits) }
    var constraints = applications.flatMap { application in
      application.constraints.map {
        $0.of.isEmpty
          ? Constraint(kind: $0.kind, of: model[application.element].path, share: $0.share) : $0
      }
    }
    for disk in disks {
      if let later = disk.later.value ?? disk.now.value {
        constraints.append(
          Constraint(kind: .disk, of: disk.name, share: later / (disk.size * disk.limit)))
      }
    }
    return EnvironmentSizing(
      environment: model.environments[environment].element, outlook: outlook, applications: applications,
      machines: machines,
      databases: databases, topics: topics, disks: disks, costs: costs,
      binding: Constraint.binding(constraints),
      lacks: lacks(applications, machines, databases, topics, disks, diskLacks + costLacks))
  }

  private func lacks(
    _ applications: [ApplicationSizing], _ machines: [MachineSizing], _ databases: [DatabaseSizing],
    _ topics: [TopicSizing], _ disks: [DiskSizing], _ more: [Lack]
  ) -> [Lack] {
    let answers =
      applications.flatMap {
        [$0.traffic, $0.utilisation, $0.laterUtilisation, $0.need.nodeLost, $0.need.zoneLost]
      } + machines.flatMap { [$0.cpu, $0.memory, $0.nodesNeeded] } + databases.map(\.connections)
      + topics.map(\.needed) + disks.flatMap { [$0.now, $0.later] }
    var seen: Set<Lack> = []
    return (joined(answers) + more).filter { seen.insert($0).inserted }
  }
}
