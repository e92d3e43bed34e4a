import type { ProviderId } from "../../core/catalog/provider-id";
import type { Dialect } from "../../core/chat/dialect";
import {
  answersOf,
  type Exchange,
  exchangesOf,
  type RecordedAnswer,
  recordedProviders,
} from "../support/recordings";
import { bedrockEvents } from "./bedrock-events";

/** One recorded answer, with its request where that was recorded too. */
export type RecordedCase = {
  readonly name: string;
  /** Who answered, by the recording's own name. */
  readonly recordedAt: string;
  readonly dialect: Dialect;
  /** The provider that stands in its place here. */
  readonly provider: ProviderId;
  readonly request?: Readonly<Record<string, unknown>>;
  readonly status: number;
  readonly contentType: string;
  readonly streamed: boolean;
  /** As it came over the wire; Bedrock's events as its carrier gives them. */
  readonly body: string;
};

/** A recording of something else than a conversation: named, never skipped silently. */
export type OtherRecording = {
  readonly name: string;
  readonly recordedAt: string;
  readonly what: string;
};

const providers: Partial<Record<string, ProviderId>> = {
  "amazon-bedrock": "bedrock",
  google: "gemini",
  alibaba: "custom",
  moonshotai: "custom",
  "openai-compatible": "custom",
  "open-responses": "openai",
};

/** Responses are recorded at more providers than serve it here. */
const providerOf = (recordedAt: string, dialect: Dialect): ProviderId =>
  dialect === "responses" ? "openai" : (providers[recordedAt] ?? (recordedAt as ProviderId));

const byPath: readonly (readonly [RegExp, Dialect])[] = [
  [/\/chat\/completions$/, "completions"],
  [/\/responses$/, "responses"],
  [/\/v1\/messages(?:\?.*)?$/, "messages"],
  [/:(?:generateContent|streamGenerateContent)(?:\?.*)?$/, "gemini"],
  [/\/converse(?:-stream)?$/, "converse"],
];

const otherPaths: readonly (readonly [RegExp, string])[] = [
  [/count_tokens/, "a count of tokens"],
  [/:countTokens/, "a count of tokens"],
  [/embeddings$|batchEmbedContents|\/invoke$/, "embeddings"],
  [/\/v2\/chat$/, "Cohere's own API (it is called by its OpenAI-compatible one)"],
];

const nameOf = ({ provider, case: name, n }: Exchange) => `${provider}/${name}#${n}`;

const wireBody = ({ encoding, response }: Exchange): string => {
  if (encoding === "json") return JSON.stringify(response);
  return encoding === "base64" ? bedrockEvents(String(response)) : String(response);
};

const fromExchange = (exchange: Exchange): RecordedCase | OtherRecording => {
  const { provider: recordedAt, path, status, headers, encoding } = exchange;
  const name = nameOf(exchange);
  const dialect = byPath.find(([pattern]) => pattern.test(path))?.[1];
  if (!dialect) {
    const what = otherPaths.find(([pattern]) => pattern.test(path))?.[1];
    if (what === undefined) throw new Error(`no word for what ${name} recorded at ${path}`);
    return { name, recordedAt, what };
  }
  const contentType = encoding === "base64" ? "text/event-stream" : (headers["content-type"] ?? "");
  // Not every recorded body could be parsed when it was recorded.
  const { request } = exchange;
  return {
    name,
    recordedAt,
    dialect,
    provider: providerOf(recordedAt, dialect),
    ...(typeof request === "object" && { request }),
    status,
    contentType: contentType || "application/json",
    streamed: contentType.startsWith("text/event-stream"),
    body: wireBody(exchange),
  };
};

const dialectOfAnswer = (first: Record<string, unknown>): string => {
  const { type, object } = first;
  if ("choices" in first) return "completions";
  if (object === "response" || String(type).startsWith("response.")) return "responses";
  if (type === "message" || type === "message_start") return "messages";
  if ("candidates" in first) return "gemini";
  const converse = ["output", "messageStart", "contentBlockStart", "contentBlockDelta"];
  if (converse.some((field) => field in first) && !("id" in first)) return "converse";
  if ("error" in first) return "an error of the image API";
  if ("interaction" in first || "steps" in first) return "Gemini's Interactions API";
  if ("setupComplete" in first) return "Gemini's Live API";
  if (type === "skill_version") return "Anthropic's Skills API";
  if ("results" in first) return "reranking";
  if ("data" in first) return "images";
  if ("segments" in first) return "a transcription";
  if ("delta" in first || "message" in first) {
    return "Cohere's own API (it is called by its OpenAI-compatible one)";
  }
  return "";
};

const dialects: readonly string[] = ["completions", "responses", "messages", "gemini", "converse"];

/** Some files hold two answers, one after the other. */
const isEnd = /^\{"type": ?"(?:response\.(?:completed|incomplete|failed)|message_stop)"/;

const answersIn = (lines: readonly string[]): string[][] => {
  const answers: string[][] = [[]];
  for (const line of lines) {
    if (isEnd.test(answers.at(-1)?.at(-1) ?? "")) answers.push([]);
    answers.at(-1)?.push(line);
  }
  return answers;
};

const fromAnswer = (answer: RecordedAnswer): readonly (RecordedCase | OtherRecording)[] => {
  const { kind, text } = answer;
  if (kind === "json") return [fromLines(answer, [text], "json")];
  const all = answersIn(text.split("\n").filter((line) => line !== ""));
  return all.map((lines, at) =>
    fromLines(answer, lines, at === 0 ? "chunks" : `chunks, ${at + 1}`),
  );
};

const fromLines = (
  { provider: recordedAt, case: file, kind }: RecordedAnswer,
  lines: readonly string[],
  which: string,
): RecordedCase | OtherRecording => {
  const name = `${recordedAt}/${file} (${which})`;
  const found = dialectOfAnswer(JSON.parse(lines[0] ?? "{}") as Record<string, unknown>);
  if (found === "") throw new Error(`no word for what ${name} recorded`);
  if (!dialects.includes(found)) return { name, recordedAt, what: found };
  const dialect = found as Dialect;
  const events = lines.map((line) => `data: ${line}\n\n`);
  return {
    name,
    recordedAt,
    dialect,
    provider: providerOf(recordedAt, dialect),
    status: 200,
    contentType: kind === "json" ? "application/json" : "text/event-stream",
    streamed: kind === "chunks",
    body: kind === "json" ? lines.join("") : events.join(""),
  };
};

/** All that was recorded, split into conversations and the rest. */
export const recordings = (): {
  readonly cases: readonly RecordedCase[];
  readonly others: readonly OtherRecording[];
} => {
  const all = [
    ...recordedProviders("exchanges").flatMap((name) => exchangesOf(name).map(fromExchange)),
    ...recordedProviders("answers").flatMap((name) => answersOf(name).flatMap(fromAnswer)),
  ];
  return {
    cases: all.filter((one) => "dialect" in one),
    others: all.filter((one) => "what" in one),
  };
};
