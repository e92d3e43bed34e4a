import { readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";

/** One recorded HTTP exchange; `test/fixtures/recordings/README.md` says where it is from. */
export type Exchange = {
  readonly id: string;
  readonly provider: string;
  readonly case: string;
  readonly n: number;
  readonly path: string;
  readonly request: Record<string, unknown>;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly encoding: "json" | "text" | "base64";
  readonly response: unknown;
};

/** One recorded answer: a JSON body, or the `data:` payloads of a stream, one a line. */
export type RecordedAnswer = {
  readonly provider: string;
  readonly case: string;
  readonly kind: "json" | "chunks";
  readonly text: string;
};

/** Commands and tests run at the root of the repository. */
const folder = resolve("test/fixtures/recordings");

const rowsOf = (path: string): unknown[] =>
  gunzipSync(readFileSync(path))
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as unknown);

/** The recorded exchanges of one provider, such as `openai`. */
export const exchangesOf = (provider: string): readonly Exchange[] =>
  rowsOf(join(folder, "exchanges", `${provider}.jsonl.gz`)) as Exchange[];

/** The recorded answers of one provider, such as `amazon-bedrock`. */
export const answersOf = (provider: string): readonly RecordedAnswer[] =>
  (rowsOf(join(folder, "answers", `${provider}.jsonl.gz`)) as RecordedAnswer[]).map((row) => ({
    ...row,
    provider,
  }));

/** Names of the providers that `kind` of recording there is of. */
export const recordedProviders = (kind: "exchanges" | "answers"): readonly string[] =>
  readdirSync(join(folder, kind))
    .map((file) => basename(file, ".jsonl.gz"))
    .sort();
