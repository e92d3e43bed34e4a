import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

const texts = /\.(css|html|js|json|svg|txt)$/;
/** Below that, compressing saves no packet. */
const leastBytes = 1_000;

const compressions = [
  // At its highest quality unless told otherwise.
  { extension: "br", compress: promisify(brotliCompress) },
  { extension: "gz", compress: (bytes) => promisify(gzip)(bytes, { level: 9 }) },
];

/** Puts `<file>.br` and `<file>.gz` beside each text of a folder, as small as they get. */
export const compressFiles = async (folder) => {
  const names = await readdir(folder, { recursive: true });
  const paths = names.filter((name) => texts.test(name)).map((name) => join(folder, name));
  await Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path);
      if (bytes.byteLength < leastBytes) return;
      for (const { extension, compress } of compressions) {
        await writeFile(`${path}.${extension}`, await compress(bytes));
      }
    }),
  );
};
