import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";

/**
 * How much JavaScript each page of the dashboard needs, in bytes as gzip sends them: what the first
 * page loads whatever it is, and what each page and library adds. As JSON: npm run website:size
 */
const { output } = await build({
  root: fileURLToPath(new URL("../frontend", import.meta.url)),
  logLevel: "error",
  build: { write: false },
});
const chunks = new Map(
  output.filter(({ type }) => type === "chunk").map((chunk) => [chunk.fileName, chunk]),
);

/** A chunk with all that it imports at once. */
const wholeOf = (fileName, seen = new Set()) => {
  if (seen.has(fileName)) return seen;
  seen.add(fileName);
  for (const imported of chunks.get(fileName)?.imports ?? []) wholeOf(imported, seen);
  return seen;
};

const bytesOf = (fileNames) =>
  [...fileNames].reduce((sum, name) => sum + gzipSync(chunks.get(name)?.code ?? "").length, 0);

const entry = [...chunks.values()].find(({ isEntry }) => isEntry);
const initial = wholeOf(entry.fileName);
const lazy = [...chunks.values()]
  .filter(({ isDynamicEntry }) => isDynamicEntry)
  .map(({ name, fileName }) => {
    const added = [...wholeOf(fileName)].filter((one) => !initial.has(one));
    return [name, bytesOf(added)];
  })
  .sort(([, one], [, other]) => other - one);

process.stdout.write(
  `${JSON.stringify({ initial: bytesOf(initial), lazy: Object.fromEntries(lazy) }, null, 2)}\n`,
);
