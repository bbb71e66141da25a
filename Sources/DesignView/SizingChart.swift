package import DesignDiagram
package import DesignModel
package import DesignSizing

/// How full everything is that was sized, and how full it will be.
package func sizingChart(of sizings: [EnvironmentSizing], _ model: Model) -> BarChart {
  let horizon = sizings.first?.outlook.horizon.map {
    "at peak, and at the horizon of \(Written.number($0 / 86_400 / 365, digits: 1)) years"
  }
  return BarChart(
    title: model.design?.title ?? "Sizing", subtitle: "Sizing " + (horizon ?? "at peak"),
    groups: sizings.flatMap { sizing in
      let builder = SizingChartBuilder(sizing: sizing, model: model)
      return [
        BarChart.Group(title: builder.title("processors of applications"), bars: builder.applications),
        BarChart.Group(title: builder.title("memory promised on machines"), bars: builder.machines),
        BarChart.Group(title: builder.title("connections of databases"), bars: builder.databases),
        BarChart.Group(title: builder.title("partitions of topics"), bars: builder.topics),
        BarChart.Group(title: builder.title("disks"), bars: builder.disks),
      ]
    })
}

private struct SizingChartBuilder {
  let sizing: EnvironmentSizing
  let model: Model

  func title(_ text: String) -> String { "\(model[sizing.environment].title): \(text)" }

  var applications: [BarChart.Bar] {
    sizing.applications.map { one in
      let most = one.replicas.map { $0.upperBound == Int.max ? "?" : "\($0.upperBound)" } ?? "?"
      let need = one.need.most.map { ", needs \(Written.number($0))" } ?? ""
      return bar(
        model[one.element].title, .applications, one.utilisation, one.laterUtilisation, limit: one.target,
        detail: "\(most) replica\(most == "1" ? "" : "s")\(need)")
    }
  }

  var machines: [BarChart.Bar] {
    sizing.machines.map { one in
      let need = one.nodesNeeded.value.map { ", needs \(Written.number($0))" } ?? ""
      return bar(
        one.path.split(separator: ".").last.map(String.init) ?? one.path, .machines, one.memory, nil,
        limit: 1,
        detail: one.nodes.map { "\($0) node\($0 == 1 ? "" : "s")\(need)" } ?? "")
    }
  }

  var databases: [BarChart.Bar] {
    sizing.databases.map { one in
      let accepted = one.accepted ?? 0
      var bar = bar(model[one.element].title, .stores, one.connections, nil, limit: 1, detail: "")
      bar.now = one.connections.value.flatMap { accepted > 0 ? $0 / Double(accepted) : nil }
      bar.detail = bar.now.map { "\(percent($0)) of \(accepted)" } ?? "unknown"
      return bar
    }
  }

  var topics: [BarChart.Bar] {
    sizing.topics.map { one in
      var bar = bar(
        "\(model[one.topic].name) → \(model[one.consumer].name)", .messages, one.needed, nil, limit: 1,
        detail: "")
      bar.now = one.needed.value.flatMap { one.partitions > 0 ? $0 / Double(one.partitions) : nil }
      bar.detail = one.needed.value.map { "needs \(Written.number($0)) of \(one.partitions)" } ?? "unknown"
      return bar
    }
  }

  var disks: [BarChart.Bar] {
    sizing.disks.map { one in
      let name = one.name.split(separator: ".").last.map(String.init) ?? one.name
      var bar = bar(name, .stores, one.now, one.later, limit: one.limit, detail: "")
      bar.now = one.now.value.map { $0 / one.size }
      bar.later = one.later.value.map { $0 / one.size }
      let full = one.fullAfter?.value.map { days in
        sizing.outlook.day(after: Int(days)).map { ", full on \($0)" } ?? ", full after \(Int(days)) days"
      }
      bar.detail = (bar.now.map(percent) ?? "unknown") + " of \(Written.bytes(one.size))" + (full ?? "")
      return bar
    }
  }

  /// A bar of answers that are shares.
  private func bar(
    _ label: String, _ kind: BarChart.Kind, _ now: Answer, _ later: Answer?, limit: Double, detail: String
  ) -> BarChart.Bar {
    let answers = [now, later].compactMap { $0 }
    let share = now.value.map(percent) ?? "unknown"
    return BarChart.Bar(
      label: label, detail: detail.isEmpty ? share : "\(share), \(detail)", kind: kind, now: now.value,
      later: later?.value, limit: limit,
      tooltip: answers.compactMap { $0.figure?.formula }
        + answers.flatMap(\.lacks).map { "needs \($0.fact) of \($0.subject)" })
  }

  private func percent(_ share: Double) -> String { Written.percent(share * 100, digits: 0) }
}
