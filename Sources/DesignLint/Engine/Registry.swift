extension Rule {
  /// Every rule, by id.
  package static let all: [Rule] = [
    // Data
    tableWithoutPrimaryKey,
    foreignKeyTargetMissing,
    foreignKeyTypeMismatch,
    foreignKeyWithoutIndex,
    foreignKeyCrossesStore,
    not2nfPartialDependency,
    not3nfTransitiveDependency,
    notBcnf,
    not4nf,
    denormalisationUndeclaredCopy,
    denormalisationSyncBroken,
    denormalisationStale,
    integerKeyExhaustion,
    // Infrastructure
    nodeOvercommitted,
    replicaLargerThanNode,
    capacityBelowPeak,
    singleReplica,
    sloUnreachable,
    connectionPoolExceedsDatabase,
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
    bcrypt72ByteLimit,
    disallowedCipher,
    disallowedHash,
    keyTooShort,
    plaintextConnection,
    tlsVersionTooOld,
    weakAuthScheme,
    publicClientWithoutPkce,
    secretInClient,
    secretInModel,
    datastoreExposed,
  ]
}
