import { createHash, randomBytes } from "node:crypto";
import { loadCatalog } from "../../../core/catalog/load";
import type { ProviderId } from "../../../core/catalog/provider-id";
import { createApiKey, drawKeyId, drawOrganizationId } from "../../../core/keys/key-format";
import type {
  AccessStore,
  KeyRecord,
  OrganizationSettings,
} from "../../../core/ports/access-store";
import type { PlainKey } from "../../../core/ports/vault";
import { createRouter } from "../../../core/routing/choose";
import type { Feedback } from "../../../core/routing/feedback";
import { createCircuits } from "../../../lambdas/gateway/circuits";
import type { GatewayDeps } from "../../../lambdas/gateway/deps";
import type { Answer, GatewayAnswer } from "../../../lambdas/gateway/exchange";
import { createGateway } from "../../../lambdas/gateway/gateway";
import { createSessions } from "../../../lambdas/gateway/sessions";
import { loadClassifier } from "../../../lambdas/shared/load-classifier";
import { createSchemaMatcher } from "../../../lambdas/shared/matches-schema";
import { createO200kTokenizer } from "../../../lambdas/shared/o200k-tokenizer";
import { createAdapters } from "../../../lambdas/shared/providers/adapters";
import { createSiteOf } from "../../../lambdas/shared/providers/sites";
import { keyRecord, settingsOf } from "../../contracts/access-store-guarantees";
import { idAt } from "../../contracts/usage-event-arbitrary";
import { createMemoryAccess } from "../../fakes/memory-access";
import { createMemoryLimits } from "../../fakes/memory-limit-store";
import { createMemoryLog } from "../../fakes/memory-log";
import { createMemoryPrompts } from "../../fakes/memory-prompts";
import { createMemorySessions } from "../../fakes/memory-session-store";
import { createMemoryTestTickets } from "../../fakes/memory-test-tickets";
import { createMemoryUsageQueue } from "../../fakes/memory-usage-queue";
import { createMemoryUsageStore } from "../../fakes/memory-usage-store";
import { createMemoryVault } from "../../fakes/memory-vault";
import { createScriptedUpstream, type Reply } from "../../fakes/scripted-upstream";

export const noon = Date.parse("2026-11-24T12:00:00Z");
const providerKey = "sk-provider-secret" as PlainKey;
export const catalog = loadCatalog();

export type HarnessOptions = {
  readonly replies: readonly [Reply, ...Reply[]];
  readonly key?: Partial<KeyRecord>;
  readonly organization?: Partial<OrganizationSettings>;
  /** Providers with a credential. @default openai alone */
  readonly providers?: readonly ProviderId[];
  readonly deps?: Partial<GatewayDeps>;
};

const withFeedback = (access: AccessStore, feedback: Feedback): AccessStore => ({
  read: async (...ids) => {
    const { organization, ...read } = await access.read(...ids);
    return { ...read, ...(organization && { organization: { ...organization, feedback } }) };
  },
});

/** Writes one organization with a key and credentials. */
const seed = async ({ key, organization, providers = ["openai"] }: HarnessOptions) => {
  const { access, registry, feedback } = createMemoryAccess();
  const vault = createMemoryVault();
  const ids = { organization: drawOrganizationId(randomBytes), key: drawKeyId(randomBytes) };
  const apiKey = createApiKey(ids, randomBytes);
  const hash = createHash("sha256").update(apiKey).digest("hex");
  const settings = settingsOf(ids.organization, { routingMode: "off", ...organization });
  await registry.putOrganization(settings);
  await registry.putKey(ids.organization, keyRecord({ ...key, id: ids.key, hash }));
  for (const provider of providers) {
    const ciphertext = await vault.seal(ids.organization, provider, providerKey);
    const credential = { provider, ciphertext, last4: "cret", updatedAt: 1 };
    await registry.putCredential(ids.organization, credential);
  }
  // Given as the store would have summed it up.
  const said = organization?.feedback;
  return {
    access: said === undefined ? access : withFeedback(access, said),
    registry,
    feedback,
    vault,
    apiKey,
    ids,
  };
};

/** Sleeps at once: the clock moves instead. */
const fakeTime = () => {
  const time = { ms: noon, sleeps: [] as number[] };
  return {
    time,
    now: () => time.ms,
    sleep: async (delayMs: number, signal: AbortSignal) => {
      time.sleeps.push(delayMs);
      signal.throwIfAborted();
      time.ms += delayMs;
    },
  };
};

/** A gateway whose ports are all in memory, and whose provider answers by a script. */
export const startGateway = async (options: HarnessOptions) => {
  const { access, registry, feedback, vault, apiKey, ids } = await seed(options);
  const { time, now, sleep } = fakeTime();
  const { upstream, calls } = createScriptedUpstream(...options.replies);
  const usage = createMemoryUsageQueue();
  const { log, lines } = createMemoryLog();
  const store = createMemoryUsageStore();
  const tickets = createMemoryTestTickets();
  let serial = 0;
  const answer: Answer = createGateway({
    access,
    vault,
    limits: createMemoryLimits(now, 660_000).open(),
    sessions: createSessions(createMemorySessions(now), log),
    usage,
    prompts: createMemoryPrompts(now),
    countTokens: createO200kTokenizer(),
    requests: store,
    feedback,
    credentialTests: { tickets, access, siteOf: createSiteOf() },
    upstream,
    catalog,
    route: createRouter(catalog, loadClassifier()),
    matchesSchema: createSchemaMatcher(),
    adapters: createAdapters(),
    circuits: createCircuits({ now }),
    timeouts: { firstTokenMs: 5_000, silenceMs: 5_000, totalMs: 60_000 },
    heartbeatMs: 5_000,
    log,
    now,
    random: () => 0.5,
    newRequestId: (at) => idAt(at, serial++),
    sleep,
    ...options.deps,
  });
  const ask = asker(answer, apiKey);
  /** What the recorder does: what is in the queue gets its rows. */
  const recorded = () => store.record(usage.events);
  return {
    answer,
    apiKey,
    ids,
    access,
    registry,
    tickets,
    calls,
    usage,
    recorded,
    lines,
    time,
    ask,
  };
};

export type Asked = {
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
  readonly path?: string;
};

/** POSTs with the harness's key: a chat completion, unless another path is given. */
export const asker =
  (answer: Answer, apiKey: string) =>
  (
    body: unknown,
    {
      headers = {},
      signal = new AbortController().signal,
      path = "/v1/chat/completions",
    }: Asked = {},
  ) =>
    answer({
      method: "POST",
      path,
      headers: { authorization: `Bearer ${apiKey}`, ...headers },
      body: Buffer.from(typeof body === "string" ? body : JSON.stringify(body)),
      signal,
    });

/** An answer read to its end, with its request recorded. */
export const readAnswer = async (answer: GatewayAnswer | Promise<GatewayAnswer>) => {
  const { status, headers, body, settled } = await answer;
  const pieces: Uint8Array[] = [];
  if (typeof body === "string") pieces.push(Buffer.from(body));
  else for await (const piece of body) pieces.push(piece);
  await settled;
  const bytes = Buffer.concat(pieces);
  return { status, headers, bytes, pieces, text: bytes.toString("utf8") };
};

export const hello = { model: "gpt-4o", messages: [{ role: "user", content: "hello" }] };
export const helloStream = { ...hello, stream: true };
