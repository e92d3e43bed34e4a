import { completions } from "./completions/dialect";
import { listOpenAiModels } from "./completions/list-models";
import type { Tongue } from "./find-model";
import type { SandboxCall, SandboxDialect } from "./sandbox-dialect";

/** Where the sandbox listens, and what it does there. */
export type Route = {
  readonly method: "GET" | "POST";
  /** Its group `model`, where it has one, is the model's name as the path has it. */
  readonly path: RegExp;
  /** Its path says that the answer is to be streamed. */
  readonly streamed?: boolean;
  readonly dialect: SandboxDialect;
  /** What is answered at once; absent: a conversation's next turn. */
  readonly look?: (call: SandboxCall) => unknown;
  readonly tongue: Tongue;
};

/** The first that fits is taken. */
export const routes: readonly Route[] = [
  {
    method: "POST",
    path: /^\/v1\/chat\/completions$/,
    dialect: completions,
    tongue: "completions",
  },
  {
    method: "GET",
    path: /^\/v1\/models(\/(?<model>.*))?$/,
    dialect: completions,
    tongue: "completions",
    look: listOpenAiModels,
  },
];

/** Whose errors answer what no route is for. */
export const fallback: SandboxDialect = completions;
