import { CreateKeyCommand } from "@aws-sdk/client-kms";
import { createKey } from "../../../../core/contract/keys";
import type { OrganizationId } from "../../../../core/ids";
import { tables } from "../../../../core/storage/tables";
import { createAccessCache } from "../../../../lambdas/gateway/access-cache";
import type { GatewayDeps } from "../../../../lambdas/gateway/deps";
import { createDynamoAccessStore } from "../../../../lambdas/shared/aws/dynamo-access-store";
import { createDynamoLimitStore } from "../../../../lambdas/shared/aws/dynamo-limit-store";
import { createDynamoRegistry } from "../../../../lambdas/shared/aws/dynamo-registry";
import { createDynamoTestTickets } from "../../../../lambdas/shared/aws/dynamo-test-tickets";
import { createKmsSealer, createKmsVault } from "../../../../lambdas/shared/aws/kms-vault";
import { createSiteOf } from "../../../../lambdas/shared/providers/sites";
import { settingsOf } from "../../../contracts/access-store-guarantees";
import { freshOrganization } from "../../../contracts/cloud";
import { createMemoryUsageStore } from "../../../fakes/memory-usage-store";
import { jsonReply, type Reply } from "../../../fakes/scripted-upstream";
import type { Harness } from "../../../local/emulators/harness";
import { asker, hello, noon, readAnswer, startGateway } from "../../gateway/harness";
import { openApi } from "./world";

export const leaseMs = 660_000;

/** A clock for all: the API's and every gateway's. */
export type Clock = { ms: number };

let processes = 0;

/** A gateway process of its own on the emulators, with the cache that production has. */
const startProcess = (cloud: Harness, clock: Clock, replies: readonly [Reply, ...Reply[]]) => {
  processes += 1;
  const now = () => clock.ms;
  const access = createDynamoAccessStore(cloud.dynamoDb, tables.access.name);
  const deps: Partial<GatewayDeps> = {
    access: createAccessCache(access, now),
    vault: createKmsVault(cloud.kms),
    limits: createDynamoLimitStore({
      client: cloud.dynamoDb,
      tableName: tables.limits.name,
      now,
      instance: `gateway${processes}`,
      sleep: () => Promise.resolve(),
      leaseMs,
    }),
    credentialTests: {
      tickets: createDynamoTestTickets(cloud.dynamoDb, tables.access.name),
      access,
      siteOf: createSiteOf(),
    },
    now,
  };
  return startGateway({ replies, deps });
};

/** An organization on the emulators, its API, and gateways that it governs. */
export const startGoverned = async (cloud: Harness, reply: Reply) => {
  const clock: Clock = { ms: noon };
  const organization: OrganizationId = freshOrganization();
  const registry = createDynamoRegistry(cloud.dynamoDb, tables.access.name);
  await registry.putOrganization(settingsOf(organization, { routingMode: "off" }));
  const { KeyMetadata } = await cloud.kms.send(new CreateKeyCommand({}));
  const tickets = createDynamoTestTickets(cloud.dynamoDb, tables.access.name);
  const gateway = await startProcess(cloud, clock, [reply]);
  const api = openApi({
    registry,
    usage: createMemoryUsageStore(),
    sealer: createKmsSealer(cloud.kms, KeyMetadata?.KeyId ?? ""),
    tickets,
    upstream: jsonReply({ data: [] }),
    fetch: async (url, init) => {
      const body = Buffer.from(init?.body as string);
      const { signal } = new AbortController();
      const path = (url as URL).pathname;
      const asked = gateway.answer({ method: "POST", path, headers: {}, body, signal });
      const { status, text } = await readAnswer(asked);
      return new Response(text, { status });
    },
    now: () => clock.ms,
  });
  const call = api.call(organization);
  return {
    ...api,
    call,
    clock,
    gateway,
    /** What is set is heard of within a second. */
    aSecondLater: () => {
      clock.ms += 1_000;
    },
    newKey: async (more: object = {}) => {
      const body = { name: "A key", environment: "test", ...more };
      const made = await call(createKey, { body });
      const { secret } = made.body;
      const ask = async (fields: object = {}) =>
        readAnswer(asker(gateway.answer, secret)({ ...hello, ...fields }));
      return { id: made.body.key.id, secret, ask };
    },
    startProcess: (own: Reply) => startProcess(cloud, clock, [own]),
  };
};

export type Governed = Awaited<ReturnType<typeof startGoverned>>;
