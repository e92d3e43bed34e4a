import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createGatewayServer } from "../lambdas/gateway/server";
import { wireGateway } from "../lambdas/gateway/wire";
import { createSiteOf } from "../lambdas/shared/providers/sites";
import type { CredentialTestParts } from "../lambdas/shared/providers/test-credential";
import { adoptEnvironment } from "./adopt-environment";
import type { Cloud } from "./cloud";
import { sandboxOffers } from "./sandbox/models";
import { SettingError, type Settings } from "./settings";

export type ServedGateway = {
  /** Without a path. */
  readonly url: string;
  /** By which keys are tested as the gateway would use them. */
  readonly testing: Omit<CredentialTestParts, "signal">;
  /** Answers what is under way, and resolves once all of it is recorded. */
  stop(): Promise<void>;
};

const host = "127.0.0.1";

const listen = async (server: ReturnType<typeof createGatewayServer>["server"], port: number) => {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    throw new SettingError(
      `port ${port} on ${host} is in use by another program; stop that one, or start with another port: PORT=${port + 1} npm start`,
    );
  }
  return (server.address() as AddressInfo).port;
};

/** The gateway's production server, wired to the embedded stack, with what only this machine adds. */
export const serveGateway = async (
  { port, baseUrls, timeouts }: Settings,
  { environment, sandboxUrl }: Cloud,
): Promise<ServedGateway> => {
  adoptEnvironment({ ...environment, ...timeouts });
  const addresses = { sandbox: sandboxUrl, ...baseUrls };
  const local = { offers: sandboxOffers, baseUrls: addresses };
  const { answer, usage, upstream } = wireGateway(process.env, local);
  const { server, idle } = createGatewayServer(answer);
  return {
    url: `http://${host}:${await listen(server, port)}`,
    testing: { upstream, siteOf: createSiteOf(addresses) },
    async stop() {
      server.close();
      server.closeIdleConnections();
      await idle();
      await usage.drained();
    },
  };
};
