import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import * as z from "zod";
import { UsageError } from "./options";

const lineSchema = z.object({
  prompt: z.string().min(1),
  turn2: z.string().min(1).nullish().catch(undefined),
});

/** One line of the file: what to send, or why it can't be sent. */
export type Prompt = { readonly line: number } & (
  | { readonly text: string; readonly secondTurn?: string }
  | { readonly broken: string }
);

const readLine = (text: string, line: number): Prompt => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { line, broken: "the line is not JSON" };
  }
  const parsed = lineSchema.safeParse(json);
  if (!parsed.success) return { line, broken: 'the line has no text under "prompt"' };
  const { prompt, turn2 } = parsed.data;
  return { line, text: prompt, ...(turn2 != null && { secondTurn: turn2 }) };
};

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * Reads JSON lines, unzipped where their content is gzip; empty lines are passed over.
 *
 * @param limit - how many lines are read at most.
 * @throws UsageError where the file can't be read.
 */
export const readPrompts = async (
  file: string,
  limit = Number.POSITIVE_INFINITY,
): Promise<readonly Prompt[]> => {
  let text: string;
  try {
    const bytes = await readFile(file);
    text = (isGzip(bytes) ? gunzipSync(bytes) : bytes).toString("utf8");
  } catch (error) {
    throw new UsageError(
      `can't read "${file}": ${(error as Error).message}; name a file of JSON lines`,
    );
  }
  return text
    .split("\n")
    .flatMap((content, index) => (content.trim() ? [{ content, line: index + 1 }] : []))
    .slice(0, limit)
    .map(({ content, line }) => readLine(content, line));
};
