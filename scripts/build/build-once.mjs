import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

const dayMs = 86_400_000;

const filesOf = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true }).map((name) => join(path, name))
    : [path];

/** Changes whenever a source file does. */
const fingerprint = (root, sources) => {
  const hash = createHash("sha256");
  for (const path of sources.flatMap((source) => filesOf(join(root, source))).sort()) {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  }
  return hash.digest("hex").slice(0, 16);
};

/** Forgets builds of older sources; a program that was started from one a day ago may still need it. */
const prune = (cache) => {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (Date.now() - statSync(path).mtimeMs > dayMs) rmSync(path, { recursive: true, force: true });
  }
};

/**
 * Builds into a folder, once for each state of the sources. Two starts at the same time each see whole
 * files: a build becomes visible by a rename.
 *
 * @param name - of what is built; builds of one name replace each other.
 * @param sources - files and folders, from the root on.
 * @param build - writes into the folder that it is given.
 * @returns the folder.
 */
export const buildOnce = async (root, name, sources, build) => {
  const cache = join(root, "node_modules", ".cache", "smashcost", name);
  const folder = join(cache, fingerprint(root, sources));
  if (existsSync(folder)) return folder;
  const building = `${folder}.${process.pid}`;
  await build(building);
  mkdirSync(cache, { recursive: true });
  prune(cache);
  try {
    renameSync(building, folder);
  } catch {
    rmSync(building, { recursive: true, force: true });
  }
  return folder;
};
