import { completions } from "./completions/dialect";
import { listOpenAiModels } from "./completions/list-models";
import { converse } from "./converse/dialect";
import { answerEmbeddings } from "./embeddings/answer";
import type { Tongue } from "./find-model";
import { gemini } from "./gemini/dialect";
import { listGeminiModels } from "./gemini/list-models";
import { countMessageTokens } from "./messages/count-tokens";
import { messages } from "./messages/dialect";
import { listAnthropicModels } from "./messages/list-models";
import { responses } from "./responses/dialect";
import type { SandboxCall, SandboxDialect } from "./sandbox-dialect";

/** Where the sandbox listens, and what it does there. */
export type Route = {
  readonly method: "GET" | "POST";
  /** Its group `model`, where it has one, is the model's name as the path has it. */
  readonly path: RegExp;
  /** Only for calls that have this header. */
  readonly header?: string;
  /** Its path says that the answer is to be streamed. */
  readonly streamed?: boolean;
  readonly dialect: SandboxDialect;
  readonly tongue: Tongue;
  /** What is answered at once; absent: a conversation's next turn. */
  readonly look?: (call: SandboxCall) => unknown;
};

const openAi = { dialect: completions, tongue: "completions" } as const;
const anthropic = { dialect: messages, tongue: "messages" } as const;
const google = { dialect: gemini, tongue: "gemini" } as const;
const aws = { dialect: converse, tongue: "converse" } as const;

/** The first that fits is taken. Google's and Bedrock's are below `/v1` as well: one base URL is enough. */
export const routes: readonly Route[] = [
  { method: "POST", path: /^\/v1\/chat\/completions$/, ...openAi },
  { method: "POST", path: /^\/v1\/responses$/, dialect: responses, tongue: "responses" },
  {
    method: "POST",
    path: /^\/v1\/embeddings$/,
    dialect: completions,
    tongue: "embeddings",
    look: answerEmbeddings,
  },
  { method: "POST", path: /^\/v1\/messages$/, ...anthropic },
  {
    method: "POST",
    path: /^\/v1\/messages\/count_tokens$/,
    ...anthropic,
    look: countMessageTokens,
  },
  {
    method: "GET",
    path: /^\/v1\/models(\/(?<model>.*))?$/,
    header: "anthropic-version",
    ...anthropic,
    look: listAnthropicModels,
  },
  { method: "GET", path: /^\/v1\/models(\/(?<model>.*))?$/, ...openAi, look: listOpenAiModels },
  { method: "POST", path: /^\/v1(beta)?\/models\/(?<model>[^/]+):generateContent$/, ...google },
  {
    method: "POST",
    path: /^\/v1(beta)?\/models\/(?<model>[^/]+):streamGenerateContent$/,
    streamed: true,
    ...google,
  },
  {
    method: "GET",
    path: /^\/v1beta\/models(\/(?<model>.*))?$/,
    ...google,
    look: listGeminiModels,
  },
  { method: "POST", path: /^(\/v1)?\/model\/(?<model>[^/]+)\/converse$/, ...aws },
  {
    method: "POST",
    path: /^(\/v1)?\/model\/(?<model>[^/]+)\/converse-stream$/,
    streamed: true,
    ...aws,
  },
];

/** Whose errors answer what no route is for. */
export const fallback: SandboxDialect = completions;
