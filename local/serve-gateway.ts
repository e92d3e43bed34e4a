import type { RequestListener } from "node:http";
import { createGatewayListener } from "../lambdas/gateway/server";
import { wireGateway } from "../lambdas/gateway/wire";
import { createSiteOf } from "../lambdas/shared/providers/sites";
import type { CredentialTestParts } from "../lambdas/shared/providers/test-credential";
import { adoptEnvironment } from "./adopt-environment";
import type { Cloud } from "./cloud";
import { sandboxOffers } from "./sandbox/models";
import type { Settings } from "./settings";

export type ServedGateway = {
  readonly listener: RequestListener;
  /** By which keys are tested as the gateway would use them. */
  readonly testing: Omit<CredentialTestParts, "signal">;
  /** Resolves once what is under way is answered, and all of it is recorded. */
  drained(): Promise<void>;
};

/** The gateway's production shell, wired to the embedded stack, with what only this machine adds. */
export const serveGateway = (
  { baseUrls, timeouts }: Settings,
  { environment, sandboxUrl }: Cloud,
): ServedGateway => {
  adoptEnvironment({ ...environment, ...timeouts });
  const addresses = { sandbox: sandboxUrl, ...baseUrls };
  const local = { offers: sandboxOffers, baseUrls: addresses };
  const { answer, usage, upstream } = wireGateway(process.env, local);
  const { listener, idle } = createGatewayListener(answer);
  return {
    listener,
    testing: { upstream, siteOf: createSiteOf(addresses) },
    async drained() {
      await idle();
      await usage.drained();
    },
  };
};
