import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import OpenAI from "openai";

/** What `npm start` writes to `local.json`. */
export type Local = {
  readonly url: string;
  readonly gatewayUrl: string;
  readonly apiKey: string;
  readonly orgId: string;
  /** The first user's. */
  readonly email: string;
  readonly password: string;
  readonly dashboardUrl: string;
  readonly pid: number;
  /** Where the embedded stack answers the AWS SDK. */
  readonly awsEndpoint: string;
};

/** The product as a user runs it, on a free port and a data directory of its own. */
export type Product = Local & {
  readonly dataDir: string;
  /** All that it wrote to its terminal so far. */
  output(): string;
  /** The stock client, as an app would make it. */
  client(options?: Partial<ConstructorParameters<typeof OpenAI>[0]>): OpenAI;
  /** POSTs raw bytes, for what the stock client would not send. */
  post(
    path: string,
    body: string | Uint8Array,
    headers?: Record<string, string>,
  ): Promise<Response>;
  /** Ends it as Ctrl+C does, and resolves with its exit code. */
  stop(): Promise<number | null>;
  /** Pulls the plug. */
  kill(): Promise<void>;
  /** Stops it if it still runs, and deletes its data. */
  dispose(): Promise<void>;
};

/** jest and npm both run at the project's root. */
const root = process.cwd();

export const newDataDir = (): string => mkdtempSync(join(tmpdir(), "smashcost-"));

const untilReady = (child: ChildProcess, dataDir: string, output: () => string): Promise<Local> =>
  new Promise((ready, fail) => {
    child.once("exit", (code) => fail(new Error(`npm start exited with ${code}:\n${output()}`)));
    child.stdout?.on("data", () => {
      if (output().includes("Stop with Ctrl+C")) {
        ready(JSON.parse(readFileSync(join(dataDir, "local.json"), "utf8")) as Local);
      }
    });
  });

/** Starts the product; `environment` is added to the process's own. */
export const startProduct = async (
  environment: Record<string, string> = {},
  dataDir = newDataDir(),
): Promise<Product> => {
  let output = "";
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    env: {
      ...process.env,
      PORT: "0",
      SMASHCOST_DATA_DIR: dataDir,
      SMASHCOST_SANDBOX_PACE: "instant",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const note = (piece: Buffer) => {
    output += piece.toString("utf8");
  };
  child.stdout.on("data", note);
  child.stderr.on("data", note);
  const local = await untilReady(child, dataDir, () => output);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  };
  return {
    ...local,
    dataDir,
    output: () => output,
    client: (options) =>
      new OpenAI({ apiKey: local.apiKey, baseURL: local.gatewayUrl, maxRetries: 0, ...options }),
    post: (path, body, headers = {}) =>
      fetch(`${local.gatewayUrl}${path}`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${local.apiKey}`,
          "content-type": "application/json",
          ...headers,
        },
        body,
      }),
    async stop() {
      await end("SIGINT");
      return child.exitCode;
    },
    kill: () => end("SIGKILL"),
    async dispose() {
      await end("SIGKILL");
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
