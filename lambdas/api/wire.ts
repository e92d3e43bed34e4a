import { createHash, randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { ulid } from "ulid";
import { loadCatalog } from "../../core/catalog/load";
import type { Offer } from "../../core/catalog/offer";
import type { ProviderId } from "../../core/catalog/provider-id";
import { apiEnvSchema } from "../../core/env/api-env";
import { stripeEnvSchema } from "../../core/env/stripe-env";
import type { OrganizationId } from "../../core/ids";
import { createPowertoolsLog } from "../shared/powertools-log";
import { createApi } from "./create-api";
import { createHandlers } from "./handlers";
import { createKnownUsers } from "./known-users";
import { openStores } from "./open-stores";
import { openWorld } from "./open-world";

/** What only the local runner adds; deployed code has neither. */
export type LocalAdditions = {
  readonly offers?: readonly Offer[];
  readonly baseUrls?: Partial<Record<ProviderId, string>>;
};

const now = () => Date.now();

/**
 * Puts the dashboard's API together for production: the one place where its ports meet the world.
 *
 * @param environment - as `core/env/api-env` and `core/env/stripe-env` describe; a wrong variable is
 * named in the error.
 */
export const wireApi = (environment: NodeJS.ProcessEnv, local: LocalAdditions = {}) => {
  const env = apiEnvSchema.parse(environment);
  const stripe = stripeEnvSchema.parse(environment);
  const log = createPowertoolsLog("api");
  const stores = openStores(env, now);
  const world = openWorld(env, stripe, local.baseUrls ?? {}, now);
  const { registry } = stores;
  const handlers = createHandlers({
    ...stores,
    ...world,
    organizations: registry,
    settings: { find: (organization: OrganizationId) => registry.findOrganization(organization) },
    keys: { list: (organization: OrganizationId) => registry.listKeys(organization) },
    catalog: loadCatalog(local.offers),
    config: {
      userPoolId: env.USER_POOL_ID,
      userPoolClientId: env.USER_POOL_CLIENT_ID,
      signInEndpoint: env.SIGN_IN_ENDPOINT ?? null,
      gatewayUrl: env.GATEWAY_URL,
      payments: stripe !== undefined,
    },
    dashboardUrl: env.DASHBOARD_URL,
    gatewayUrl: env.GATEWAY_URL,
    ...(env.ALERT_TOPIC_ARN !== undefined && { topicArn: env.ALERT_TOPIC_ARN }),
    log,
    now,
    sleep: (delayMs: number) => wait(delayMs),
    randomBytes: (count: number) => randomBytes(count),
    newToken: () => randomBytes(32).toString("base64url"),
    sha256: (text: string) => createHash("sha256").update(text).digest("hex"),
  });
  return createApi(handlers, {
    tokens: world.tokens,
    directory: { ...stores.directory, ...createKnownUsers(stores.directory, world.signIn, now) },
    audit: stores.audit,
    log,
    now,
    newAuditId: (at) => ulid(at),
  });
};
