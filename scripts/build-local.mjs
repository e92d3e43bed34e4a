import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildOnce } from "./build/build-once.mjs";
import { buildWebsite } from "./build/build-website.mjs";
import { compileRunner } from "./build/compile-runner.mjs";

const tools = ["package-lock.json", "scripts/build-local.mjs", "scripts/build"];
const runnerSources = ["core", "lambdas", "local", ...tools];
const websiteSources = [
  "core",
  "frontend/index.html",
  "frontend/public",
  "frontend/src",
  "frontend/tsconfig.json",
  "frontend/vite.config.ts",
  ...tools,
];

/**
 * What `npm start` runs and serves, built where its sources changed.
 *
 * @returns the paths of the runner's two compiled entry points, and the website's folder.
 */
export const buildLocal = async (root) => {
  const [runner, website] = await Promise.all([
    buildOnce(root, "runner", runnerSources, (folder) => compileRunner(root, folder)),
    buildOnce(root, "website", websiteSources, (folder) => buildWebsite(root, folder)),
  ]);
  return {
    start: join(runner, "local", "start.mjs"),
    worker: join(runner, "local", "cloud-worker.mjs"),
    website,
  };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildLocal(fileURLToPath(new URL("..", import.meta.url)));
}
