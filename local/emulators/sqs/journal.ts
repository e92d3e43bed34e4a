import { closeSync, createReadStream, fsyncSync, openSync, renameSync, writeSync } from "node:fs";
import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";

/** Lines that are safe once `append` has resolved, also where the process is then killed. */
export type Journal = {
  readonly append: (lines: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
};

type Waiting = { readonly text: string; resolve(): void; reject(error: unknown): void };

/** Below this the journal is left to grow, however little of it is still of use. */
const compactAboveBytes = 16 * 1024 * 1024;

/** Every whole line of the file, oldest first; a last line without its end was never acknowledged. */
export async function* readJournal(path: string): AsyncGenerator<string> {
  const file = await open(path, "a+", 0o600);
  await file.close();
  let rest = "";
  for await (const chunk of createReadStream(path, "utf8") as AsyncIterable<string>) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}

/** Writes the lines to a new file that takes the old one's place; returns its size in bytes. */
const rewrite = (path: string, lines: Iterable<string>): number => {
  const fresh = `${path}.new`;
  const file = openSync(fresh, "w", 0o600);
  let bytes = 0;
  try {
    let part = "";
    for (const line of lines) {
      part += `${line}\n`;
      if (part.length < 1_000_000) continue;
      bytes += writeSync(file, part);
      part = "";
    }
    bytes += writeSync(file, part);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(fresh, path);
  return bytes;
};

/**
 * Opens the journal at `path`, compacted to what `snapshot` says. Lines that arrive while a write is
 * under way share the next one. When the file has outgrown its content it is compacted again: within
 * one turn of the event loop, so that the snapshot holds every line that is waiting.
 */
export const openJournal = async (
  path: string,
  snapshot: () => Iterable<string>,
): Promise<Journal> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  let bytes = 0;
  let compactAt = compactAboveBytes;
  let file: FileHandle | undefined;

  const compact = async (): Promise<void> => {
    const former = file;
    file = undefined;
    bytes = rewrite(path, snapshot());
    compactAt = Math.max(compactAboveBytes, 2 * bytes);
    await former?.close();
  };

  const write = async (batch: readonly Waiting[]): Promise<void> => {
    const text = batch.map((each) => each.text).join("");
    if (bytes > compactAt) {
      await compact();
      return;
    }
    file ??= await open(path, "a", 0o600);
    await file.appendFile(text);
    bytes += Buffer.byteLength(text);
  };

  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await write(batch);
        for (const each of batch) each.resolve();
      } catch (error) {
        // Half a line may stand at the end now; the next write begins with a whole new file.
        bytes = Number.POSITIVE_INFINITY;
        for (const each of batch) each.reject(error);
      }
    }
    writing = undefined;
  };

  await compact();
  return {
    append: (lines) =>
      new Promise((resolve, reject) => {
        waiting.push({ text: lines.map((line) => `${line}\n`).join(""), resolve, reject });
        writing ??= writeAll();
      }),
    close: async () => {
      await writing;
      await file?.close();
    },
  };
};
