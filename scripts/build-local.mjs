import { join } from "node:path";
import { build } from "esbuild";

/**
 * Compiles the local runner into `node_modules/.cache/smashcost`; some 100 ms.
 *
 * @returns the paths of its two compiled entry points.
 */
export const buildLocal = async (root) => {
  const outdir = join(root, "node_modules", ".cache", "smashcost");
  await build({
    absWorkingDir: root,
    entryPoints: ["local/start.ts", "local/cloud-worker.ts"],
    outdir,
    outbase: root,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    sourcemap: "linked",
    logLevel: "warning",
  });
  return {
    start: join(outdir, "local", "start.mjs"),
    worker: join(outdir, "local", "cloud-worker.mjs"),
  };
};
