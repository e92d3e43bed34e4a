/** What one process of the benchmark answers to, each command with at most one value. */
export type Commands = Readonly<Record<string, (input: never) => unknown>>;

export type RunningRole<Ready, C extends Commands> = {
  /** What the others need to know of it: a port, a key. */
  readonly ready: Ready;
  readonly commands: C;
  /** Ends it in order; absent where exiting is enough. */
  readonly stop?: () => Promise<void>;
};

/** What a process has used since it began. */
export type Usage = { readonly cpuMs: number; readonly residentBytes: number };

export type ToRole =
  | { readonly kind: "start"; readonly input: unknown }
  | { readonly kind: "ask"; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly kind: "stop" };

export type FromRole =
  | { readonly kind: "ready"; readonly ready: unknown }
  | { readonly kind: "answer"; readonly id: number; readonly result: unknown }
  | { readonly kind: "failed"; readonly id?: number; readonly message: string };

const usage = (): Usage => {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1_000, residentBytes: process.memoryUsage.rss() };
};

const say = (message: FromRole): void => {
  process.send?.(message);
};

const messageOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/** Runs this process as one role: started by its parent's first message, ended by its last. */
export const runRole = (start: (input: never) => Promise<RunningRole<unknown, Commands>>): void => {
  let role: RunningRole<unknown, Commands> | undefined;

  const answer = async (id: number, name: string, input: unknown): Promise<void> => {
    try {
      const command = name === "usage" ? usage : role?.commands[name];
      say({ kind: "answer", id, result: await command?.(input as never) });
    } catch (error) {
      say({ kind: "failed", id, message: messageOf(error) });
    }
  };

  const begin = async (input: unknown): Promise<void> => {
    try {
      role = await start(input as never);
      say({ kind: "ready", ready: role.ready });
    } catch (error) {
      say({ kind: "failed", message: messageOf(error) });
    }
  };

  process.on("message", (message: ToRole) => {
    if (message.kind === "start") void begin(message.input);
    if (message.kind === "ask") void answer(message.id, message.name, message.input);
    if (message.kind === "stop") void Promise.resolve(role?.stop?.()).finally(() => process.exit());
  });
  // A parent that died leaves nobody to stop this process.
  process.on("disconnect", () => process.exit());
};
