import { startCloud } from "../../local/cloud";
import { loadIdentity } from "../../local/identity";

/** What the process of emulators, sandbox and seed is told. */
export type CloudPartOptions = {
  readonly dataDir: string;
  readonly timeZone: string;
  readonly duplicateEvery: number;
};

export type CloudPartReady = {
  readonly environment: Readonly<Record<string, string>>;
  readonly sandboxUrl: string;
  readonly apiKey: string;
  readonly orgId: string;
};

const options = JSON.parse(process.argv[2] ?? "") as CloudPartOptions;
const identity = await loadIdentity(options.dataDir);
const { environment, sandboxUrl } = await startCloud({
  ...options,
  identity,
  pace: "instant",
  apiKeys: {},
  functions: false,
  report: (message) => process.stderr.write(`${message}\n`),
});
process.send?.({
  environment,
  sandboxUrl,
  apiKey: identity.apiKey,
  orgId: identity.organization,
} satisfies CloudPartReady);
