extension Rule {
  /// Every rule, by id.
  package static let all: [Rule] = [
    // API
    callToMissingEndpoint,
    unsafeGet,
    pathConflict,
    timeoutBudgetInverted,
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
    consumersExceedPartitions,
    // Operations
    nonprodTouchesProd,
    abTestIllFormed,
    // Security
    weakPasswordHash,
    passwordHashParametersTooLow,
    passwordHashParametersUnstated,
    bcrypt72ByteLimit,
    passwordPolicyOutdated,
    disallowedCipher,
    disallowedHash,
    keyTooShort,
    plaintextConnection,
    tlsVersionTooOld,
    missingAuthentication,
    weakAuthScheme,
    publicClientWithoutPkce,
    secretInClient,
    secretInModel,
    datastoreExposed,
    // Front end
    clientBypassesApi,
  ]
}
