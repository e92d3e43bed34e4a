import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Cloud, CloudEnvironment, CloudOptions, Doors } from "./cloud";

export type ToCloud = "stop";

export type FromCloud =
  | {
      readonly kind: "started";
      readonly environment: CloudEnvironment;
      readonly sandboxUrl: string;
      readonly doors: Doors;
    }
  | { readonly kind: "failed" | "report"; readonly message: string }
  | { readonly kind: "stopped" };

/**
 * Starts the embedded stack in a thread of its own.
 *
 * @param entry - the worker's compiled file.
 * @throws Error with the thread's own message where it can't start.
 */
export const startCloudThread = async (
  entry: URL,
  { report, ...options }: CloudOptions,
): Promise<Cloud> => {
  const worker = new Worker(entry, {
    workerData: options,
    // Its short-lived objects fit in less than the default, which the process would pay for.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  worker.on("message", (message: FromCloud) => {
    if (message.kind === "report") report(message.message);
  });
  const started = await new Promise<Extract<FromCloud, { kind: "started" }>>((resolve, reject) => {
    worker.once("error", reject);
    worker.on("message", (message: FromCloud) => {
      if (message.kind === "started") resolve(message);
      if (message.kind === "failed") reject(new Error(message.message));
    });
  });
  worker.on("error", (error) => report(`the embedded stack failed: ${String(error)}`));
  return {
    environment: started.environment,
    sandboxUrl: started.sandboxUrl,
    doors: started.doors,
    async stop() {
      const exited = once(worker, "exit");
      worker.postMessage("stop" satisfies ToCloud);
      await exited;
    },
  };
};
