/// Where things run: environments, places, deployments, monitoring, pipelines.
let environmentForms: [Context: [Form]] = [
  .environment: [
    Form("like", [.path], modifiers: [.like], "Copies another environment; what follows overrides it."),
    Form("differs", [.text], repeatable: true, "Why it is not like production in this."),
    Form(
      "data from", [.path, .word(["masked", "unmasked"])],
      "The environment whose data it holds, and in what form."),
    Form("data synthetic", "Its data are made up."),
  ],
  .like: [Form("like:without", [.list(.path)], "What is not copied.")],
  .environmentBody: [
    Form(
      "every deploy", [.optional([.must("of"), .list(.path)])], modifiers: [.deploy], repeatable: true,
      "Applies to every deployment of the environment."),
    Form(
      "monitoring", [.optional([.text]), .list(.word(signals))], block: [.monitoring], repeatable: true,
      "What is watched, and with what."),
  ],
  .places: [
    place("region", "A part of the world in which a provider has data centres."),
    place("zone", "A data centre that fails by itself."),
    place("network", "A network, subnet or trust zone."),
    place("cluster", "Machines that are used as one; figures are per node."),
    place("node", "A machine, or several alike."),
    Form(
      "deploy", [.list(.path), .optional([.text])], modifiers: [.deploy], repeatable: true,
      "Runs an application or store here."),
  ],
  .place: [
    Form("nodes", [.range(.count)], "How many machines."),
    Form("zones", [.value(.count)], "Over how many zones they are spread evenly."),
    Form("place:cpu", [.value(.cpu)], "Cores of one node."),
    Form("memory", [.value(.size)], "Memory of one node."),
    Form("place:storage", lead: .words([["storage"]]), [.value(.size)], "Disk of one node."),
    Form("system-reserve", [.value(.percent)], "The share of a node that the system itself needs."),
    Form("overcommit", [.value(.number)], "How many times its cores may be promised."),
    Form("place:encrypted at rest", "Its disks are encrypted."),
    notEncrypted("place:not encrypted", "Its disks are not encrypted."),
  ],
  .deploy: [
    Form(
      "deploy:as", [.word(["primary", "replica", "standby", "witness", "arbiter", "leader", "follower"])],
      "Its role."),
    Form("replicas", [.range(.count)], "How many; a range when it scales by itself."),
    Form("deploy:cpu", [.value(.cpu)], "Cores of one replica."),
    Form("deploy:memory", [.value(.size)], "Memory of one replica."),
    Form("deploy:storage", lead: .words([["storage"]]), [.value(.size)], "Disk of one replica."),
    Form(
      "strategy ab-test", [.optional([.value(.percent)])], block: [.strategy],
      "Shows variants to parts of the users."),
    Form("strategy canary", [.value(.percent)], "Sends a part of the traffic to the new version first."),
    Form("strategy blue-green", "Starts the new version beside the old, then switches."),
    Form("strategy recreate", "Stops the old version before the new one starts."),
    Form(
      "strategy rolling",
      [
        .optional([.must("surge"), .value(.any)]), .optional([.must("unavailable"), .value(.any)]),
      ], "Replaces replicas one after another."),
    Form("backup none", "It is not backed up."),
    Form("backup every", [.value(.duration)], modifiers: [.backup], "How often it is backed up."),
    Form(
      "backup", [.word(["continuous", "hourly", "daily", "weekly", "monthly"])], modifiers: [.backup],
      "How often it is backed up."),
    Form("deploy:encrypted at rest", "It is encrypted on disk."),
    notEncrypted("deploy:not encrypted", "It is not encrypted on disk."),
    Form("singleton", modifiers: [.because], "There may only be one."),
    Form(
      "autoscale", [.freeWord, .value(.any)], modifiers: [.autoscale], repeatable: true,
      "The measure by which replicas are added."),
    Form("deploy:rebuildable", "It can be made again from other stores."),
    Form("deploy:availability", [.value(.percent)], "The availability promised or measured."),
    Form("deploy:managed", modifiers: [.managed], "A provider runs it."),
    Form("deploy:exposure", [.word(["internet", "partner", "internal"])], "From where it can be reached."),
    Form("deploy:cost", [.value(.money)], "What one replica costs."),
    Form("deploy:max-connections", [.value(.count)], "Connections it accepts."),
    Form("deploy:differs", [.text], "Why it is not like production in this."),
    Form("deploy:technology", [.freeWord], "What it runs on."),
    Form("deploy:tags", [.list(.freeWord)], "Words to choose it by."),
    Form("deploy:property", [.text, .text], repeatable: true, "A fact of your own, as key and value."),
    Form(
      "deploy:accept", [.freeWord, .text], modifiers: [.accept], repeatable: true,
      "Accepts a finding of the review on this deployment, with the reason."),
  ],
  .backup: [
    Form("retained", [.value(.duration)], "How long backups are kept."),
    Form("restored in", [.value(.duration)], "How long a restore takes, as measured."),
    Form("backup:to", [.freeWord], "Where backups are kept."),
  ],
  .autoscale: [Form("autoscale:within", [.value(.duration)], "How long a new replica takes to be ready.")],
  .strategy: [
    Form("variant", [.name, .value(.percent)], repeatable: true, "A variant and its share of the users."),
    Form("metric", [.text], repeatable: true, "What decides between the variants."),
  ],
  .monitoring: [
    Form(
      "alert", [.optional([.text]), .optional([.freeWord, .symbol(.greater), .value(.any)])],
      modifiers: [.alert], repeatable: true, "When somebody is called.")
  ],
  .alert: [
    Form("for", [.value(.duration)], "How long it must last."),
    Form("alert:owner", [.freeWord], "Who is called."),
  ],
  .pipeline: [
    Form(
      "stage", [.name, .optional([.text])], modifiers: [.stage], repeatable: true,
      "A step on the way to users.")
  ],
  .stage: [
    Form("run", [.list(.freeWord)], "The checks that run."),
    Form("deploys", [.path], "The environment it deploys to."),
    Form("stage:after", [.list(.freeWord)], "The stages that must have passed."),
    Form("approval", [.text], "Who must agree."),
  ],
]

/// What monitoring watches: data volume and the four golden signals.
package let signals = [
  "traffic", "latency", "errors", "saturation", "data-volume", "logs", "traces", "availability",
]

let environment = Form(
  "environment",
  [.name, .optional([.symbol(.colon), .known(Vocabulary.environments)]), .optional([.text])],
  modifiers: [.environment, .element], block: [.places, .environmentBody], repeatable: true,
  "A place in which the whole system runs: production, staging, development.")

let pipeline = Form(
  "pipeline", [.name, .optional([.text])], modifiers: [.element], block: [.pipeline], repeatable: true,
  "The way of a change to its users.")

private func place(_ keyword: String, _ documentation: String) -> Form {
  Form(
    keyword, [.nameOrText, .optional([.symbol(.colon), .kind, .optional([.version])]), .optional([.text])],
    modifiers: [.place, .element, .facts], block: [.places, .environmentBody], repeatable: true, documentation
  )
}
