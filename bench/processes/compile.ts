import { rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { atExit } from "./at-exit";

/** The processes of the gateway's benchmark. */
const gatewayRoles = ["cloud", "gateway", "load", "pass-through", "recorder", "upstream"] as const;

type RoleName = (typeof gatewayRoles)[number] | "cold-router";

export type CompiledRoles = {
  entry(role: RoleName): string;
  /** Deletes the compiled files. */
  remove(): void;
};

/**
 * Compiles the roles as `scripts/build-local.mjs` compiles the product, so that what is measured is
 * what `npm start` runs.
 */
export const compileRoles = async (
  root: string,
  roles: readonly RoleName[] = gatewayRoles,
): Promise<CompiledRoles> => {
  const outdir = join(root, "node_modules", ".cache", "smashcost-bench", String(process.pid));
  await build({
    absWorkingDir: root,
    entryPoints: roles.map((role) => `bench/roles/${role}.ts`),
    outdir,
    outbase: join(root, "bench", "roles"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    // Native code in the one; the other is the load's alone and reads files beside itself.
    external: ["dynalite", "dynalite/*", "autocannon"],
    mainFields: ["module", "main"],
    platform: "node",
    target: "node20",
    format: "esm",
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
    sourcemap: "linked",
    logLevel: "warning",
  });
  return {
    entry: (role) => join(outdir, `${role}.mjs`),
    remove: atExit(() => rmSync(outdir, { recursive: true, force: true })),
  };
};
