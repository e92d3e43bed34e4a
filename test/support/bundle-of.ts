import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";

/**
 * Bundles a module with all it imports, as it is deployed, and for packages that are ES modules
 * only, which jest can't load.
 *
 * @param path - from the repository's root.
 * @returns the path of a CommonJS file to be imported.
 */
export const bundleOf = (path: string): string => {
  const outfile = join(mkdtempSync(join(tmpdir(), "bundle-")), "bundle.cjs");
  buildSync({
    entryPoints: [resolve(__dirname, "../..", path)],
    outfile,
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
  });
  return outfile;
};
