import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { compressFiles } from "./compress-files.mjs";

/**
 * Builds the dashboard into a folder. In a process of its own, as Vite is large and sets `NODE_ENV`,
 * and what is built must not depend on who asked for it.
 */
export const buildWebsite = async (root, outDir) => {
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const options = ["--outDir", outDir, "--emptyOutDir", "--logLevel", "warn"];
  const env = { ...process.env, NODE_ENV: "production" };
  await promisify(execFile)(process.execPath, [vite, "build", "frontend", ...options], {
    cwd: root,
    env,
  });
  await compressFiles(outDir);
};
