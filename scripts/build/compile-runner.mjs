/** Compiles the local runner into a folder. */
export const compileRunner = async (root, outdir) => {
  // Loaded only when there is something to compile.
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: ["local/start.ts", "local/cloud-worker.ts"],
    outdir,
    outbase: root,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    // It carries native code; all else in one file loads in a third of the time.
    external: ["dynalite", "dynalite/*"],
    mainFields: ["module", "main"],
    platform: "node",
    target: "node20",
    format: "esm",
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
    minifyWhitespace: true,
    sourcemap: "linked",
    logLevel: "warning",
  });
};
