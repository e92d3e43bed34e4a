import type * as z from "zod";
import type { ProviderId } from "../../core/catalog/provider-id";
import type { ApiEnv } from "../../core/env/api-env";
import type { stripeEnvSchema } from "../../core/env/stripe-env";
import { createCognitoClient, createCognitoSignIn } from "../shared/aws/cognito-sign-in";
import {
  createEventBridgeClient,
  createSchedulerClient,
  createSesClient,
  createSnsClient,
} from "../shared/aws/control-clients";
import { createEventBridgeAlertEvents } from "../shared/aws/eventbridge-alert-events";
import { createKmsClient, createKmsSealer } from "../shared/aws/kms-vault";
import { createSchedulerPurgeStarter } from "../shared/aws/scheduler-purge-starter";
import { createSesMailer } from "../shared/aws/ses-mailer";
import { createSnsAlertTopic } from "../shared/aws/sns-alert-topic";
import { createCognitoTokenVerifier } from "../shared/cognito-token-verifier";
import { createUpstream } from "../shared/http/choose-upstream";
import { createGuardedUpstream } from "../shared/http/guarded-upstream";
import { createUndiciUpstream } from "../shared/http/undici-upstream";
import type { Upstream } from "../shared/http/upstream";
import { createSiteOf } from "../shared/providers/sites";
import { createStripePayments } from "../shared/stripe-payments";

/** Loaded with the first Bedrock key that is tried. */
const loadBedrock = async (): Promise<Upstream> => {
  const { createBedrockUpstream } = await import("../shared/aws/bedrock-upstream");
  return createBedrockUpstream();
};

/** Everything outside that the API talks to, but for its tables. */
export const openWorld = (
  env: ApiEnv,
  stripe: z.output<typeof stripeEnvSchema>,
  baseUrls: Partial<Record<ProviderId, string>>,
  now: () => number,
) => ({
  tokens: createCognitoTokenVerifier({
    userPoolId: env.USER_POOL_ID,
    clientId: env.USER_POOL_CLIENT_ID,
    jwksUrl: env.USER_POOL_JWKS_URL,
  }),
  signIn: createCognitoSignIn(createCognitoClient(), env.USER_POOL_ID),
  mailer: createSesMailer(createSesClient(), { from: env.MAIL_FROM }),
  sealer: createKmsSealer(createKmsClient(), env.VAULT_KEY_ID),
  topic:
    env.ALERT_TOPIC_ARN === undefined
      ? undefined
      : createSnsAlertTopic(createSnsClient(), env.ALERT_TOPIC_ARN),
  events: createEventBridgeAlertEvents(createEventBridgeClient()),
  payments: stripe && createStripePayments({ ...stripe, now }),
  purges: createSchedulerPurgeStarter(createSchedulerClient(), {
    functionArn: env.PURGE_FUNCTION_ARN,
    roleArn: env.SCHEDULER_ROLE_ARN,
  }),
  testing: {
    upstream: createUpstream({
      plain: createUndiciUpstream(),
      guarded: createGuardedUpstream(),
      bedrock: loadBedrock,
    }),
    siteOf: createSiteOf(baseUrls),
  },
  fetch: globalThis.fetch,
});
