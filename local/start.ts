import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Doors } from "./cloud";
import { startCloudThread } from "./cloud-thread";
import { lockDataDir } from "./data-dir-lock";
import { type FrontDoor, openFrontDoor, type PassedOn } from "./front-door";
import { greeting } from "./greeting";
import { type Identity, loadIdentity, writePrivate } from "./identity";
import { reportCredentials } from "./report-credentials";
import { sandboxOffers } from "./sandbox/models";
import { readSettings, type Settings } from "./settings";
import { createWebsite } from "./website";

/** What was built for it. */
export type Built = {
  /** The compiled `cloud-worker`. */
  readonly workerEntry: URL;
  /** The folder of the dashboard's files. */
  readonly website: string;
};

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

/** What stands behind the front door, beside the gateway. */
const passedOn = ({ api, signIn, inbox }: Doors): readonly PassedOn[] => [
  { prefix: "/api", target: api },
  { prefix: "/cognito", target: signIn, pathThere: () => "/" },
  { prefix: "/inbox", target: inbox },
];

/** Opens everything behind the door; what it returns stops it again. */
const openAll = async (
  settings: Settings,
  identity: Identity,
  door: FrontDoor,
  { workerEntry, website }: Built,
) => {
  const { dataDir, pace, apiKeys, accounts, baseUrls } = settings;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { url: publicUrl } = door;
  // The gateway's code loads here while the embedded stack starts in a thread of its own.
  const gatewayCode = import("./serve-gateway");
  const options = { dataDir, identity, pace, apiKeys, accounts, baseUrls, timeZone, publicUrl };
  const cloud = await startCloudThread(workerEntry, { ...options, report });
  try {
    const { serveGateway } = await gatewayCode;
    const { listener, testing, drained } = serveGateway(settings, cloud);
    const rooms = { gateway: listener, website: createWebsite(website) };
    door.open({ ...rooms, passedOn: passedOn(cloud.doors) });
    return { cloud, testing, drained };
  } catch (error) {
    await cloud.stop();
    throw error;
  }
};

/**
 * The product on one machine: one process, one port, state in one folder.
 *
 * @throws SettingError, DataDirInUseError: their messages say the way out.
 */
export const start = async (environment: NodeJS.ProcessEnv, built: Built): Promise<void> => {
  const settings = readSettings(environment);
  const { dataDir } = settings;
  const unlock = lockDataDir(dataDir);
  const localFile = join(dataDir, "local.json");
  const identity = await loadIdentity(dataDir);
  const door = await openFrontDoor(settings.port).catch((error: unknown) => {
    unlock();
    throw error;
  });
  const { url } = door;
  try {
    const { cloud, testing, drained } = await openAll(settings, identity, door, built);
    const { apiKey, organization: orgId, email, password } = identity;
    const { AWS_ENDPOINT_URL: awsEndpoint } = cloud.environment;
    const gatewayUrl = `${url}/v1`;
    const { pid } = process;
    // What the catalog of this machine has beside the shipped one, for commands that read its records.
    await writePrivate(join(dataDir, "offers.json"), sandboxOffers);
    const addresses = { url, gatewayUrl, dashboardUrl: url, awsEndpoint };
    await writePrivate(localFile, { ...addresses, apiKey, orgId, email, password, pid });
    console.log(greeting({ ...settings, gatewayUrl, apiKey, url, email, password }));
    // Nobody waits for providers: what they say of the keys comes when it comes.
    void reportCredentials(settings, testing, report);
    stopOnSignal(async () => {
      door.close();
      await drained();
      await cloud.stop();
      rmSync(localFile, { force: true });
      unlock();
    });
  } catch (error) {
    door.close();
    unlock();
    throw error;
  }
};
