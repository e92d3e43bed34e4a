/** A Gemini answer read by the plainest means, to hold the adapter to. */
export type PlainReading = {
  readonly text: string;
  readonly reasoning: string;
  readonly signatures: readonly string[];
  readonly calls: readonly { readonly name: string; readonly args: unknown }[];
  readonly finish: string | undefined;
  /** Input and output of the last count. */
  readonly tokens: readonly [input: number, output: number] | undefined;
  readonly total: number | undefined;
};

type Json = Record<string, unknown>;
const record = (value: unknown): Json => (value ?? {}) as Json;
const list = (value: unknown): Json[] => (value ?? []) as Json[];
const number = (value: unknown): number => (value ?? 0) as number;

const partsOf = (chunk: unknown): Json[] =>
  list(record(chunk).candidates).flatMap(({ content }) => list(record(content).parts));

const last = <T>(values: readonly T[]): T | undefined => values.at(-1);

/** @param chunks - the events of a stream, or a whole answer alone. */
export const readPlainly = (chunks: readonly unknown[]): PlainReading => {
  const parts = chunks.flatMap(partsOf);
  const texts = (thought: boolean) =>
    parts
      .filter((part) => (part.thought === true) === thought)
      .map(({ text }) => (text as string | undefined) ?? "")
      .join("");
  const usage = last(
    chunks
      .map((chunk) => record(record(chunk).usageMetadata))
      .filter(({ promptTokenCount }) => promptTokenCount !== undefined),
  );
  const finishes = chunks
    .flatMap((chunk) => list(record(chunk).candidates))
    .flatMap(({ finishReason }) => (finishReason as string | undefined) ?? []);
  return {
    text: texts(false),
    reasoning: texts(true),
    signatures: parts
      .filter((part) => !("toolCall" in part) && !("toolResponse" in part))
      .flatMap(({ thoughtSignature }) => (thoughtSignature as string | undefined) ?? []),
    calls: parts
      .map(({ functionCall }) => record(functionCall))
      .flatMap(({ name, args }) => (name === undefined ? [] : [{ name: name as string, args }])),
    finish: last(finishes),
    tokens: usage && [
      number(usage.promptTokenCount) + number(usage.toolUsePromptTokenCount),
      number(usage.candidatesTokenCount) + number(usage.thoughtsTokenCount),
    ],
    total: usage && number(usage.totalTokenCount),
  };
};
