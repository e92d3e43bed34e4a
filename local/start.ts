import { once } from "node:events";
import { rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createGatewayServer } from "../lambdas/gateway/server";
import { wireGateway } from "../lambdas/gateway/wire";
import { startCloudThread } from "./cloud-thread";
import { lockDataDir } from "./data-dir-lock";
import { greeting } from "./greeting";
import { loadIdentity, writePrivate } from "./identity";
import { sandboxOffers } from "./sandbox/models";
import { readSettings, SettingError } from "./settings";

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

const report = (message: string) => console.error(message);

/** The product on one machine: one process, one port, state in one folder. */
export const start = async (environment: NodeJS.ProcessEnv, workerEntry: URL): Promise<void> => {
  const settings = readSettings(environment);
  const { dataDir, pace, apiKeys, baseUrls, timeouts } = settings;
  const unlock = lockDataDir(dataDir);
  const identity = await loadIdentity(dataDir);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const cloud = await startCloudThread(workerEntry, {
    dataDir,
    identity,
    pace,
    apiKeys,
    timeZone,
    report,
  });
  Object.assign(process.env, cloud.environment, timeouts);
  const { answer, usage } = wireGateway(process.env, {
    offers: sandboxOffers,
    baseUrls: { sandbox: cloud.sandboxUrl, ...baseUrls },
  });
  const { server, idle } = createGatewayServer(answer);

  const stop = async (): Promise<void> => {
    server.close();
    server.closeIdleConnections();
    await idle();
    await usage.drained();
    await cloud.stop();
    rmSync(join(dataDir, "local.json"), { force: true });
    unlock();
  };

  try {
    const port = await listen(server, settings.port);
    const url = `http://${host}:${port}`;
    const gatewayUrl = `${url}/v1`;
    const { apiKey, organization: orgId } = identity;
    const { AWS_ENDPOINT_URL: awsEndpoint } = cloud.environment;
    const local = { url, gatewayUrl, apiKey, orgId, pid: process.pid, awsEndpoint };
    await writePrivate(join(dataDir, "local.json"), local);
    console.log(greeting({ url, gatewayUrl, apiKey, dataDir, apiKeys, baseUrls }));
  } catch (error) {
    await stop();
    throw error;
  }

  let stopping = false;
  const onSignal = () => {
    if (stopping) return;
    stopping = true;
    void stop().then(() => process.exit(0));
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
};
