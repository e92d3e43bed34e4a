/**
 * The bearer token that the sandbox demands. It is no secret: the sandbox listens on loopback,
 * bills nobody and knows nothing. It is demanded so that a lost or mixed-up credential is noticed.
 */
export const sandboxKey = "sk-sandbox-not-a-secret";
