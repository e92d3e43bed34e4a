import { randomFillSync, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { ulid } from "ulid";
import { loadCatalog } from "../../core/catalog/load";
import type { Offer } from "../../core/catalog/offer";
import type { ProviderId } from "../../core/catalog/provider-id";
import { gatewayEnvSchema } from "../../core/env/gateway-env";
import type { RequestId } from "../../core/ids";
import type { UsageQueue } from "../../core/ports/usage-queue";
import type { Vault } from "../../core/ports/vault";
import { createRouter } from "../../core/routing/choose";
import { createDynamoDbClient, createSqsClient } from "../shared/aws/clients";
import { createDynamoAccessStore } from "../shared/aws/dynamo-access-store";
import { createDynamoFeedbackStore } from "../shared/aws/dynamo-feedback-store";
import { createDynamoLimitStore } from "../shared/aws/dynamo-limit-store";
import { createDynamoSessionStore } from "../shared/aws/dynamo-session-store";
import { createDynamoTestTickets } from "../shared/aws/dynamo-test-tickets";
import { createSqsUsageQueue } from "../shared/aws/sqs-usage-queue";
import { createUpstream } from "../shared/http/choose-upstream";
import { createGuardedUpstream } from "../shared/http/guarded-upstream";
import { createUndiciUpstream } from "../shared/http/undici-upstream";
import type { Upstream } from "../shared/http/upstream";
import { loadClassifier } from "../shared/load-classifier";
import { createSchemaMatcher } from "../shared/matches-schema";
import { createO200kTokenizer } from "../shared/o200k-tokenizer";
import { createPowertoolsLog } from "../shared/powertools-log";
import { createAdapters } from "../shared/providers/adapters";
import { createSiteOf } from "../shared/providers/sites";
import { createAccessCache } from "./access-cache";
import { createBlockRandom } from "./block-random";
import { createCircuits } from "./circuits";
import type { GatewayDeps } from "./deps";
import type { Answer } from "./exchange";
import { createGateway } from "./gateway";
import { createSessions } from "./sessions";

/** What only the local runner adds; deployed code has neither. */
export type LocalAdditions = {
  readonly offers?: readonly Offer[];
  readonly baseUrls?: Partial<Record<ProviderId, string>>;
};

export type WiredGateway = {
  readonly answer: Answer;
  readonly usage: UsageQueue;
  /** Who carries the calls to providers. */
  readonly upstream: Upstream;
};

/** KMS is loaded with the first credential that is opened: half of a cold start is spared. */
const lazyVault = (): Vault => {
  let vault: Vault | undefined;
  const load = async (): Promise<Vault> => {
    const { createKmsClient, createKmsVault } = await import("../shared/aws/kms-vault");
    vault ??= createKmsVault(createKmsClient());
    return vault;
  };
  return {
    open: (organization, credential) =>
      vault?.open(organization, credential) ??
      load().then((loaded) => loaded.open(organization, credential)),
  };
};

/** Few keys have prompts kept: what keeps them is loaded with the first that is. */
const lazyPrompts = (
  client: ReturnType<typeof createDynamoDbClient>,
  table: string,
  keyId: string,
): GatewayDeps["prompts"] => {
  let writer: Promise<GatewayDeps["prompts"]> | undefined;
  const load = async () => {
    const [{ createKmsClient }, { createDynamoPromptWriter }] = await Promise.all([
      import("../shared/aws/kms-vault"),
      import("../shared/aws/dynamo-prompt-store"),
    ]);
    return createDynamoPromptWriter({ client, table, kms: createKmsClient(), keyId });
  };
  return {
    async put(...prompt) {
      writer ??= load();
      await (await writer).put(...prompt);
    },
  };
};

/** Records are read for feedback alone: what reads them is loaded with the first score. */
const lazyRequests = (
  client: ReturnType<typeof createDynamoDbClient>,
  table: string,
): GatewayDeps["requests"] => ({
  async find(organization, id) {
    const { createDynamoUsageReader } = await import("../shared/aws/dynamo-usage-store-read");
    return createDynamoUsageReader({ client, table }).find(organization, id);
  },
});

/** The SDK's part for Bedrock is loaded with the first call that it carries. */
const loadBedrock = async (): Promise<Upstream> => {
  const { createBedrockUpstream } = await import("../shared/aws/bedrock-upstream");
  return createBedrockUpstream();
};

const now = () => Date.now();
const random = () => Math.random();
const fastRandom = createBlockRandom(randomFillSync);

/**
 * Puts the gateway together for production: the one place where its ports meet the world.
 *
 * @param environment - as `core/env/gateway-env` describes; a wrong variable is named in the error.
 */
export const wireGateway = (
  environment: NodeJS.ProcessEnv,
  local: LocalAdditions = {},
): WiredGateway => {
  const env = gatewayEnvSchema.parse(environment);
  const log = createPowertoolsLog("gateway");
  const dynamo = createDynamoDbClient();
  const catalog = loadCatalog(local.offers);
  const usage = createSqsUsageQueue({
    client: createSqsClient(),
    queueUrl: env.USAGE_QUEUE_URL,
    log,
    random,
    sleep: (delayMs) => wait(delayMs),
    now,
  });
  const limits = createDynamoLimitStore({
    client: dynamo,
    tableName: env.LIMITS_TABLE,
    now,
    instance: randomUUID().slice(0, 8),
    leaseMs: env.TIMEOUT_TOTAL_MS + 60_000,
    sleep: (delayMs) => wait(delayMs),
  });
  const feedback = createDynamoFeedbackStore({
    client: dynamo,
    tableName: env.ACCESS_TABLE,
    random,
    sleep: (delayMs) => wait(delayMs),
  });
  const upstream = createUpstream({
    plain: createUndiciUpstream(),
    guarded: createGuardedUpstream(),
    bedrock: loadBedrock,
  });
  const access = createDynamoAccessStore(dynamo, env.ACCESS_TABLE);
  const answer = createGateway({
    access: createAccessCache(access, now),
    vault: lazyVault(),
    limits,
    sessions: createSessions(createDynamoSessionStore(dynamo, env.LIMITS_TABLE, now), log),
    usage,
    prompts: lazyPrompts(dynamo, env.USAGE_TABLE, env.PROMPT_KEY_ID),
    countTokens: createO200kTokenizer(),
    requests: lazyRequests(dynamo, env.USAGE_TABLE),
    feedback,
    credentialTests: {
      tickets: createDynamoTestTickets(dynamo, env.ACCESS_TABLE),
      access,
      siteOf: createSiteOf(local.baseUrls),
    },
    upstream,
    catalog,
    route: createRouter(catalog, loadClassifier()),
    matchesSchema: createSchemaMatcher(),
    adapters: createAdapters(local.baseUrls),
    circuits: createCircuits({ now }),
    timeouts: {
      firstTokenMs: env.TIMEOUT_FIRST_TOKEN_MS,
      silenceMs: env.TIMEOUT_SILENCE_MS,
      totalMs: env.TIMEOUT_TOTAL_MS,
    },
    heartbeatMs: 15_000,
    log,
    now,
    random,
    newRequestId: (at) => `req_${ulid(at, fastRandom)}` as unknown as RequestId,
    sleep: (delayMs, signal) => wait(delayMs, undefined, { signal }),
  });
  return { answer, usage, upstream };
};
