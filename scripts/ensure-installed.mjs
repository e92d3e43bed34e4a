import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const modules = `${root}node_modules`;
const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** Installs the packages where a fresh clone has none, or where the lockfile has changed since. */
export const ensureInstalled = () => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(
      `SmashCost needs Node 20.19 or later; this is ${process.version}. Install a newer one from https://nodejs.org`,
    );
    process.exit(1);
  }
  const installed = modified(`${modules}/.package-lock.json`);
  // A clone stamps its files in the order it writes them: a second's difference says nothing.
  if (installed + 1_000 >= modified(`${root}package-lock.json`)) return;
  // `npm ci` empties the folder first, and others may be running from it.
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) {
    console.error(
      "node_modules is a link, and package-lock.json is newer than what it leads to. Run `npm ci` where the packages really are, or remove the link for an install of this folder's own.",
    );
    process.exit(1);
  }
  console.log("Installing packages (once; a minute or so) …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status } = spawnSync(npm, ["ci", "--no-fund", "--no-audit", "--loglevel=error"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureInstalled();
