import type { Dialect } from "../../core/chat/dialect";
import type { Client } from "./case";

/** A case that a gateway that drops nothing has to refuse. */
export type Refusal = {
  readonly dialects: readonly Dialect[];
  readonly because: string;
  /** What the error that the client throws must say: the field that can't be carried. */
  readonly says: RegExp;
};

/** @param word - what the dialects have no word for, as the error names it. */
const no = (word: string, ...dialects: Dialect[]): Refusal => ({
  dialects,
  because: `no word for "${word}"`,
  says: new RegExp(word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")),
});

const lateSystem = no("a system message within the conversation", "messages", "gemini", "converse");
const seed = no("seed", "responses", "messages", "converse");
const hotter = no("temperature above 1", "messages", "converse");
const verbosity = no("verbosity", "messages", "gemini", "converse");
const jsonObject = no("JSON object answers", "messages", "converse");
const oneCall = no("no parallel tool calls", "gemini", "converse");
const byAddress = no("images by URL", "converse");
const topK = no("top_k", "completions", "responses");
const pictureResult = no("images in tool results", "completions");
const failedResult = no("failed tool results", "completions", "responses");

/** By client, then by case. */
const refusals: Readonly<Record<string, Readonly<Record<string, readonly Refusal[]>>>> = {
  "openai chat": {
    "a system message within the conversation": [lateSystem],
    "a speaker's name": [no("names of speakers", "responses", "messages", "gemini", "converse")],
    "an image by its address": [byAddress],
    "n: several answers": [no("n", "responses", "messages", "converse")],
    "logprobs: one for each piece": [no("logprobs", "messages", "gemini", "converse")],
    "seed: the same answer": [seed],
    "stop: the answer ends before it": [no("stop", "responses")],
    "temperature above 1": [hotter],
    "presence_penalty and frequency_penalty": [
      no("frequency_penalty", "responses", "messages", "gemini", "converse"),
    ],
    verbosity: [verbosity],
    "response_format json_object": [jsonObject],
    "parallel_tool_calls false": [oneCall],
  },
  "openai responses": {
    "an image by its address": [byAddress],
    "temperature above 1": [hotter],
    verbosity: [verbosity],
    "text.format json_object": [jsonObject],
    "parallel_tool_calls false": [oneCall],
    "a picture as a result": [pictureResult],
  },
  anthropic: {
    "an image by its address": [byAddress],
    "stop_sequences: the answer ends before it": [no("stop", "responses")],
    top_k: [topK],
    disable_parallel_tool_use: [oneCall],
    "a picture as a result": [pictureResult],
    "a result that is an error": [failedResult],
  },
  "ai sdk anthropic": {
    // It makes the object by a tool's call, of which there may be but one.
    "generateObject returns what zod describes": [oneCall],
    "streamObject returns it once it is whole": [oneCall],
    "generateText with an output": [oneCall],
  },
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
