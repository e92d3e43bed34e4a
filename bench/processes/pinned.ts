import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Commands, FromRole, ToRole, Usage } from "./role";

export type Placement = {
  /** The core it may run on; absent: any. */
  readonly core?: number | undefined;
  /** Gives way to all that is measured. @default false */
  readonly background?: boolean;
};

/** A role in a process of its own. */
export type Pinned<Ready, C extends Commands> = {
  readonly pid: number;
  readonly ready: Ready;
  ask<Name extends keyof C & string>(
    name: Name,
    input: Parameters<C[Name]>[0],
  ): Promise<Awaited<ReturnType<C[Name]>>>;
  usage(): Promise<Usage>;
  /** Ends it in order, or by force after ten seconds. */
  stop(): Promise<void>;
};

const patienceMs = 10_000;

/** The command line that puts a program where it belongs: each link of it becomes the next. */
const placed = ({ core, background }: Placement, program: readonly string[]): string[] => [
  ...(background === true && process.platform !== "win32" ? ["nice", "-n", "19"] : []),
  ...(core === undefined ? [] : ["taskset", "-c", String(core)]),
  ...program,
];

/** As `npm start` runs Node. */
const youngGeneration = "--max-semi-space-size=8";

const spawnRole = (entry: string, placement: Placement): ChildProcess => {
  const node = [process.execPath, youngGeneration, entry];
  const [command = process.execPath, ...rest] = placed(placement, node);
  // Its terminal is our error stream: the report alone goes to standard output.
  return spawn(command, rest, { stdio: ["ignore", 2, 2, "ipc"] });
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.send({ kind: "stop" } satisfies ToRole);
  const force = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  await exited;
  clearTimeout(force);
};

/**
 * Starts a role in its own process and waits until it is ready.
 *
 * @param entry - the role's compiled file.
 * @throws Error with the role's own words where it can't start, or where a command fails.
 */
export const startPinned = async <Ready, C extends Commands>(
  entry: string,
  placement: Placement,
  input: unknown,
): Promise<Pinned<Ready, C>> => {
  const child = spawnRole(entry, placement);
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const send = (message: ToRole) => child.send(message);
  let asked = 0;
  const ask = (name: string, question: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve, reject });
      send({ kind: "ask", id: asked, name, input: question });
    });
  const ready = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      const gone = new Error(`${entry} ended with ${String(code ?? signal)}; see its words above`);
      reject(gone);
      for (const { reject: fail } of waiting.values()) fail(gone);
    });
    child.on("message", (message: FromRole) => {
      if (message.kind === "ready") resolve(message.ready);
      else if (message.kind === "answer") waiting.get(message.id)?.resolve(message.result);
      else if (message.id === undefined) reject(new Error(message.message));
      else waiting.get(message.id)?.reject(new Error(message.message));
      if (message.kind !== "ready" && message.id !== undefined) waiting.delete(message.id);
    });
    send({ kind: "start", input });
  });
  return {
    pid: child.pid ?? 0,
    ready: ready as Ready,
    ask: async (name, question) => (await ask(name, question)) as never,
    usage: async () => (await ask("usage", undefined)) as Usage,
    stop: () => end(child),
  };
};
