extension Rule {
  /// Every rule, by id.
  package static let all: [Rule] = [
    // Data
    tableWithoutPrimaryKey,
    foreignKeyTargetMissing,
    foreignKeyTypeMismatch,
    foreignKeyWithoutIndex,
    not2nfPartialDependency,
    not3nfTransitiveDependency,
    denormalisationUndeclaredCopy,
    denormalisationSyncBroken,
    // Infrastructure
    nodeOvercommitted,
    singleReplica,
    // Model hygiene
    unresolvedReference,
    duplicateName,
    disconnectedElement,
    cannotJudge,
    suppressionProblem,
    // Messaging
    topicWithoutSubscriber,
    topicWithoutPublisher,
    // Security
    weakPasswordHash,
    passwordHashParametersTooLow,
    passwordHashParametersUnstated,
    plaintextConnection,
    datastoreExposed,
  ]
}
