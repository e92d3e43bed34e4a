import { fork } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";

/** One part of the product in a process of its own, so that it can be killed alone. */
export type Part<Ready> = {
  /** What it said once it ran. */
  readonly ready: Ready;
  /** All that it wrote to its terminal so far. */
  output(): string;
  isRunning(): boolean;
  /** Pulls the plug. */
  kill(): Promise<void>;
};

/** The parts' entry files, beside this one. */
export type PartName = "cloud-part" | "gateway-part" | "functions-part";

const root = resolve(__dirname, "../..");

/**
 * Starts a part; it must send one message once it runs.
 *
 * @param options - handed to it as JSON in its first argument.
 * @param environment - added to this process's own.
 */
export const startPart = async <Ready>(
  name: PartName,
  options: object,
  environment: Readonly<Record<string, string>> = {},
): Promise<Part<Ready>> => {
  const child = fork(join(__dirname, `${name}.ts`), [JSON.stringify(options)], {
    cwd: root,
    execArgv: ["--import", "tsx"],
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  const note = (piece: Buffer) => {
    output += piece.toString("utf8");
  };
  child.stdout?.on("data", note);
  child.stderr?.on("data", note);
  const ready = await new Promise<Ready>((done, fail) => {
    child.once("message", (message) => done(message as Ready));
    child.once("exit", (code) => fail(new Error(`${name} exited with ${code}:\n${output}`)));
  });
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  return {
    ready,
    output: () => output,
    isRunning,
    async kill() {
      if (!isRunning()) return;
      const exited = once(child, "exit");
      child.kill("SIGKILL");
      await exited;
    },
  };
};
