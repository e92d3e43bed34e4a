import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import type * as z from "zod";

/** A small state that is kept whole in one JSON file. */
export type JsonFile<State> = {
  /** Resolves once the state stands on disk; saves of one file follow each other. */
  readonly save: (state: State) => Promise<void>;
};

const writeWhole = async (path: string, text: string): Promise<void> => {
  const fresh = `${path}.new`;
  const file = await open(fresh, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  // A rename is atomic: whoever reads the path sees the old state or the new one, never half.
  await rename(fresh, path);
};

const isMissing = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "code" in error && error.code === "ENOENT";

/**
 * Reads the file at `path`, or takes `initial` where there is none yet. Files are readable by their
 * owner only (0600). Throws where the file does not hold what `schema` says.
 */
export const openJsonFile = async <Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  initial: z.output<Schema>,
): Promise<{ state: z.output<Schema>; file: JsonFile<z.output<Schema>> }> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  const state = text === undefined ? initial : schema.parse(JSON.parse(text));
  let last: Promise<void> = Promise.resolve();
  const save = (next: z.output<Schema>): Promise<void> => {
    // The text is taken now, so that a later change can't slip into an earlier save.
    const whole = JSON.stringify(next);
    const write = (): Promise<void> => writeWhole(path, whole);
    last = last.then(write, write);
    return last;
  };
  return { state, file: { save } };
};
