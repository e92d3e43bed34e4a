import { rmSync } from "node:fs";
import { join } from "node:path";
import { startCloudThread } from "./cloud-thread";
import { lockDataDir } from "./data-dir-lock";
import { greeting } from "./greeting";
import { loadIdentity, writePrivate } from "./identity";
import { reportCredentials } from "./report-credentials";
import { sandboxOffers } from "./sandbox/models";
import { readSettings } from "./settings";

const report = (message: string) => console.error(message);

/** Ends once, however often it is asked to. */
const stopOnSignal = (stop: () => Promise<void>): void => {
  let stopping = false;
  const onSignal = () => {
    // Asked again, it does not wait for what is under way.
    if (stopping) process.exit(130);
    stopping = true;
    void stop().then(() => process.exit(0));
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
};

/**
 * The product on one machine: one process, one port, state in one folder.
 *
 * @param workerEntry - the compiled `cloud-worker`.
 * @throws SettingError, DataDirInUseError: their messages say the way out.
 */
export const start = async (environment: NodeJS.ProcessEnv, workerEntry: URL): Promise<void> => {
  const settings = readSettings(environment);
  const { dataDir, pace, apiKeys, accounts } = settings;
  const unlock = lockDataDir(dataDir);
  const localFile = join(dataDir, "local.json");
  const identity = await loadIdentity(dataDir);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  // The gateway's code loads here while the embedded stack starts in a thread of its own.
  const gatewayCode = import("./serve-gateway");
  const options = { dataDir, identity, pace, apiKeys, accounts, timeZone, report };
  const cloud = await startCloudThread(workerEntry, options);
  const stopCloud = async () => {
    await cloud.stop();
    rmSync(localFile, { force: true });
    unlock();
  };
  try {
    const { serveGateway } = await gatewayCode;
    const { url, testing, stop } = await serveGateway(settings, cloud);
    const gatewayUrl = `${url}/v1`;
    const { apiKey, organization: orgId } = identity;
    const { AWS_ENDPOINT_URL: awsEndpoint } = cloud.environment;
    const { pid } = process;
    // What the catalog of this machine has beside the shipped one, for commands that read its records.
    await writePrivate(join(dataDir, "offers.json"), sandboxOffers);
    await writePrivate(localFile, { url, gatewayUrl, apiKey, orgId, pid, awsEndpoint });
    console.log(greeting({ ...settings, gatewayUrl, apiKey }));
    // Nobody waits for providers: what they say of the keys comes when it comes.
    void reportCredentials(settings, testing, report);
    stopOnSignal(async () => {
      await stop();
      await stopCloud();
    });
  } catch (error) {
    await stopCloud();
    throw error;
  }
};
