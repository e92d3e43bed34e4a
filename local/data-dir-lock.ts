import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Another process holds the data directory. */
class DataDirInUseError extends Error {
  override readonly name = "DataDirInUseError";
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

const holderOf = (path: string): number | undefined => {
  try {
    const pid = Number(readFileSync(path, "utf8"));
    return Number.isInteger(pid) && pid > 0 && isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Takes a data directory for this process; a lock whose process is dead counts for nothing.
 *
 * @returns gives it back.
 * @throws DataDirInUseError naming the process that holds it.
 */
export const lockDataDir = (dataDir: string): (() => void) => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, "lock");
  const holder = holderOf(path);
  if (holder !== undefined && holder !== process.pid) {
    throw new DataDirInUseError(
      `SmashCost is already running on ${dataDir} (process ${holder}); use it, stop it, or set SMASHCOST_DATA_DIR to another folder`,
    );
  }
  rmSync(path, { force: true });
  const file = openSync(path, "wx", 0o600);
  writeSync(file, String(process.pid));
  closeSync(file);
  return () => rmSync(path, { force: true });
};
