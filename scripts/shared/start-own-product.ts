import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type OwnProduct = {
  readonly dataDir: string;
  /** Ends it, and deletes its data. */
  dispose(): Promise<void>;
};

const dataDirPrefix = join(tmpdir(), "smashcost-own-");

/** The product as `npm start` runs it, on a free port, with a folder that is its own for as long as it runs. */
export const startOwnProduct = async (): Promise<OwnProduct> => {
  const dataDir = mkdtempSync(dataDirPrefix);
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: {
      ...process.env,
      PORT: "0",
      SMASHCOST_DATA_DIR: dataDir,
      SMASHCOST_SANDBOX_PACE: "instant",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const dispose = async () => {
    child.kill("SIGINT");
    await exited;
    rmSync(dataDir, { recursive: true, force: true });
  };
  const ready = new Promise<boolean>((resolve) => {
    let printed = "";
    child.stdout.on("data", (piece: Buffer) => {
      printed += piece.toString("utf8");
      if (printed.includes("Stop with Ctrl+C")) resolve(true);
    });
    void exited.then(() => resolve(false));
  });
  if (await ready) return { dataDir, dispose };
  await dispose();
  throw new Error("SmashCost did not start");
};
