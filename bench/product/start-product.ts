import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Identity, loadIdentity } from "../../local/identity";
import { chatCall } from "../load/call";
import { atExit } from "../processes/at-exit";

/** `npm start`, answering. */
export type StartedProduct = {
  readonly url: string;
  readonly identity: Identity;
  /** What it wrote to `local.json` of itself. */
  readonly local: { readonly pid: number; readonly awsEndpoint: string };
  /** From the start of `npm start` to the last byte of the first answer. */
  readonly firstAnswerMs: number;
  stop(): Promise<void>;
};

const patienceMs = 60_000;
const pollMs = 5;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
};

/** Asks again and again, as an impatient user would, until there is an answer. */
const firstAnswer = async (url: string, apiKey: string, child: ChildProcess): Promise<void> => {
  const { path, headers, body } = chatCall(url, apiKey);
  for (const begunAt = performance.now(); performance.now() - begunAt < patienceMs; ) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
    const answer = await fetch(`${url}${path}`, { method: "POST", headers, body }).catch(
      // Nobody listens yet.
      () => undefined,
    );
    if (answer?.status === 200) {
      await answer.text();
      return;
    }
    if (answer) throw new Error(`the first answer was ${answer.status}: ${await answer.text()}`);
    await sleep(pollMs);
  }
  throw new Error(`npm start did not answer within ${patienceMs} ms`);
};

/** npm does not pass every signal on, so its whole group is told. */
const signalGroup = ({ exitCode, signalCode, pid }: ChildProcess, signal: NodeJS.Signals): void => {
  if (exitCode === null && signalCode === null && pid !== undefined) process.kill(-pid, signal);
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  signalGroup(child, "SIGINT");
  await exited;
};

/** Starts `npm start` in a folder, on an empty data directory and a free port. */
export const startProduct = async (
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<StartedProduct> => {
  const dataDir = mkdtempSync(join(tmpdir(), "smashcost-bench-"));
  const identity = await loadIdentity(dataDir);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const begunAt = performance.now();
  const child = spawn("npm", ["start"], {
    cwd,
    detached: true,
    stdio: ["ignore", "ignore", 2],
    env: {
      ...process.env,
      PORT: String(port),
      SMASHCOST_DATA_DIR: dataDir,
      SMASHCOST_SANDBOX_PACE: "instant",
      ...environment,
    },
  });
  const remove = atExit(() => {
    signalGroup(child, "SIGKILL");
    rmSync(dataDir, { recursive: true, force: true });
  });
  const stop = async (): Promise<void> => {
    await end(child);
    remove();
  };
  try {
    await firstAnswer(url, identity.apiKey, child);
    const firstAnswerMs = performance.now() - begunAt;
    const local = JSON.parse(
      readFileSync(join(dataDir, "local.json"), "utf8"),
    ) as StartedProduct["local"];
    return { url, identity, local, firstAnswerMs, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
