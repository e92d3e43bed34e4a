import { parentPort, workerData } from "node:worker_threads";
import { type CloudOptions, startCloud } from "./cloud";
import type { FromCloud, ToCloud } from "./cloud-thread";

/** The thread of the embedded stack: the gateway's event loop stays its own. */
const run = async (): Promise<void> => {
  if (!parentPort) throw new Error("cloud-worker runs as a worker thread of local/start");
  const port = parentPort;
  const say = (message: FromCloud) => port.postMessage(message);
  const options = workerData as Omit<CloudOptions, "report">;
  try {
    const cloud = await startCloud({
      ...options,
      report: (message) => say({ kind: "report", message }),
    });
    port.on("message", (_: ToCloud) => {
      void cloud.stop().then(() => {
        say({ kind: "stopped" });
        port.close();
      });
    });
    const { environment, sandboxUrl, doors } = cloud;
    say({ kind: "started", environment, sandboxUrl, doors });
  } catch (error) {
    say({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
    port.close();
  }
};

void run();
