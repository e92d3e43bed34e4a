import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const sources = ["core", "lambdas", "local", "package-lock.json", "scripts/build-local.mjs"];

const filesOf = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true }).map((name) => join(path, name))
    : [path];

const dayMs = 86_400_000;

/** Forgets builds of older sources; a program that was started from one a day ago may still need it. */
const prune = (cache) => {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (Date.now() - statSync(path).mtimeMs > dayMs) rmSync(path, { recursive: true, force: true });
  }
};

/** Changes whenever a source file does. */
const fingerprint = (root) => {
  const hash = createHash("sha256");
  for (const path of sources.flatMap((source) => filesOf(join(root, source))).sort()) {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  }
  return hash.digest("hex").slice(0, 16);
};

const compile = async (root, outdir) => {
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

/**
 * Compiles the local runner, once for each state of the sources. Two starts at the same time each
 * see whole files: a build becomes visible by a rename.
 *
 * @returns the paths of its two compiled entry points.
 */
export const buildLocal = async (root) => {
  const cache = join(root, "node_modules", ".cache", "smashcost");
  const outdir = join(cache, fingerprint(root));
  if (!existsSync(outdir)) {
    const building = `${outdir}.${process.pid}`;
    await compile(root, building);
    mkdirSync(cache, { recursive: true });
    prune(cache);
    try {
      renameSync(building, outdir);
    } catch {
      rmSync(building, { recursive: true, force: true });
    }
  }
  return {
    start: join(outdir, "local", "start.mjs"),
    worker: join(outdir, "local", "cloud-worker.mjs"),
  };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildLocal(fileURLToPath(new URL("..", import.meta.url)));
}
