import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atExit } from "../processes/at-exit";

/** An installed clone of the project, with a compiled cache of its own. */
export type Clone = {
  readonly dir: string;
  /** Forgets what was compiled, as after a change of the sources. */
  forgetCompiled(): void;
  remove(): void;
};

const leftOut = /^(?:\.git|node_modules|\.smashcost.*|cdk\.out|coverage|screenshots)$/;

/** The same packages under another `node_modules`, but for the caches that tools keep in there. */
const linkPackages = (from: string, to: string): void => {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (name !== ".cache") symlinkSync(join(from, name), join(to, name));
  }
};

/**
 * Makes a copy of the working tree that can be started and have its cache deleted, while the tree
 * itself is in use.
 */
export const makeClone = (root: string): Clone => {
  const dir = mkdtempSync(join(tmpdir(), "smashcost-clone-"));
  const remove = atExit(() => rmSync(dir, { recursive: true, force: true }));
  for (const name of readdirSync(root)) {
    if (!leftOut.test(name)) cpSync(join(root, name), join(dir, name), { recursive: true });
  }
  linkPackages(join(root, "node_modules"), join(dir, "node_modules"));
  // Older than the packages: nothing is left to install.
  utimesSync(join(dir, "package-lock.json"), 0, 0);
  return {
    dir,
    forgetCompiled: () =>
      rmSync(join(dir, "node_modules", ".cache"), { recursive: true, force: true }),
    remove,
  };
};
