import type { Dialect } from "../../core/chat/dialect";
import type { Client } from "./case";

/** A case that a gateway that drops nothing has to refuse. */
export type Refusal = {
  readonly dialects: readonly Dialect[];
  readonly because: string;
  /** What the error that the client throws must say: the field that can't be carried. */
  readonly says: RegExp;
};

/** @param word - what the dialects have no word for, as the error lists it. */
const no = (word: string, ...dialects: Dialect[]): Refusal => ({
  dialects,
  because: `no word for "${word}"`,
  says: new RegExp(`has no word for (.*, )?${word}[,;]`),
});

/** Names that a provider does not know are taken for its newest models: those don't sample. */
const temperature = no("temperature", "messages");
const topP = no("top_p", "messages");

/** What has words of each model family's own there: of the sandbox's model no family is known. */
const effort = no("reasoning effort", "converse");
const budget = no("reasoning budget", "converse");

const lateSystem = no("a system message within the conversation", "messages", "gemini", "converse");
const seed = no("seed", "responses", "messages", "converse");
const hotter = no("temperature above 1", "messages", "converse");
const verbosity = no("verbosity", "messages", "gemini", "converse");
const jsonObject = no("JSON object answers", "messages", "converse");
const oneCall = no("no parallel tool calls", "gemini", "converse");
const byAddress = no("images by URL", "converse");
const topK = no("top_k", "completions", "responses", "converse");
const pictureResult = no("images in tool results", "completions");
const failedResult = no("failed tool results", "completions", "responses");

/** By client, then by case. */
const refusals: Readonly<Record<string, Readonly<Record<string, readonly Refusal[]>>>> = {
  "openai chat": {
    "a system message within the conversation": [lateSystem],
    "a speaker's name": [no("names of speakers", "responses", "messages", "gemini", "converse")],
    "an image by its address": [byAddress],
    "n: several answers": [no("n", "responses", "messages", "gemini", "converse")],
    "logprobs: one for each piece": [no("logprobs", "messages", "gemini", "converse")],
    "seed: the same answer": [seed],
    "stop: the answer ends before it": [no("stop", "responses")],
    temperature: [temperature],
    top_p: [topP],
    "temperature above 1": [hotter],
    reasoning_effort: [effort],
    "presence_penalty and frequency_penalty": [
      no("frequency_penalty", "responses", "messages", "gemini", "converse"),
    ],
    verbosity: [verbosity],
    "response_format json_object": [jsonObject],
    "parallel_tool_calls false": [oneCall],
  },
  "openai responses": {
    "an image by its address": [byAddress],
    temperature: [temperature],
    top_p: [topP],
    "temperature above 1": [hotter],
    verbosity: [verbosity],
    "text.format json_object": [jsonObject],
    "parallel_tool_calls false": [oneCall],
    "a picture as a result": [pictureResult],
    "reasoning.effort is taken, and what was thought is counted": [effort],
    "reasoning items stand before the answer": [effort],
    "reasoning items come in a stream": [effort],
    "reasoning items go back with a call's result": [effort],
  },
  anthropic: {
    "an image by its address": [byAddress],
    "stop_sequences: the answer ends before it": [no("stop", "responses")],
    top_k: [topK],
    disable_parallel_tool_use: [oneCall],
    "a picture as a result": [pictureResult],
    "a result that is an error": [failedResult],
    "a plain text as a document": [no("text documents", "completions")],
    "thinking stands before the answer": [budget],
    "thinking and its signature come in a stream": [budget],
    "thinking goes back with a call's result": [budget],
    "adaptive thinking": [no("adaptive reasoning", "converse")],
    effort: [effort],
    "thinking disabled": [effort, no("no reasoning at all", "gemini")],
  },
  "ai sdk openai chat": { temperature: [temperature] },
  "ai sdk openai responses": {
    temperature: [temperature],
    "reasoning stands before the answer": [effort],
    "reasoning comes in a stream": [effort],
    "reasoning goes back in a tool loop": [effort],
  },
  "ai sdk anthropic": {
    // It makes the object by a tool's call, of which there may be but one.
    "generateObject returns what zod describes": [oneCall],
    "streamObject returns it once it is whole": [oneCall],
    "generateText with an output": [oneCall],
    "reasoning stands before the answer": [budget],
    "reasoning comes in a stream": [budget],
    "reasoning goes back in a tool loop": [budget],
  },
  "langchain openai chat": { temperature: [temperature] },
  "langchain openai responses": { temperature: [temperature] },
};

/** Why a case on a dialect is refused by design; undefined where it has to pass. */
export const refusalOf = (client: string, name: string, dialect: Dialect): Refusal | undefined =>
  refusals[client]?.[name]?.find(({ dialects }) => dialects.includes(dialect));

/** Refusals of cases that no client has: leftovers that would go unnoticed. */
export const strayRefusals = (clients: readonly Client[]): readonly string[] =>
  Object.entries(refusals).flatMap(([client, byCase]) => {
    const cases = clients.find(({ name }) => name === client)?.cases ?? {};
    return Object.keys(byCase)
      .filter((name) => !(name in cases))
      .map((name) => `${client}: ${name}`);
  });
