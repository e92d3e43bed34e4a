import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

export type Unpacked = {
  readonly executablePath: string;
  /** What it links to, for systems that have none of it. */
  readonly librariesPath: string;
};

/** npm and jest both run at the project's root. */
const root = process.cwd();

const packageVersion = (): string => {
  const path = join(root, "node_modules/@sparticuz/chromium/package.json");
  const { version } = JSON.parse(readFileSync(path, "utf8")) as { version: string };
  return version;
};

/**
 * The Chromium that comes by npm, unpacked once for each version (three seconds, 200 MB). It becomes
 * visible by a rename, so that two suites that start at once each see a whole browser.
 */
export const unpackChromium = async (): Promise<Unpacked> => {
  const folder = join(root, "node_modules/.cache/smashcost-chromium", packageVersion());
  if (!existsSync(folder)) {
    const unpacking = `${folder}.${process.pid}`;
    await mkdir(unpacking, { recursive: true });
    const script = join(root, "scripts/shared/browser/extract-chromium.mjs");
    await promisify(execFile)(process.execPath, [script], {
      env: { ...process.env, TMPDIR: unpacking },
    });
    await rename(unpacking, folder).catch(() => rm(unpacking, { recursive: true, force: true }));
  }
  return {
    executablePath: join(folder, "chromium"),
    librariesPath: join(folder, "al2023/lib"),
  };
};
