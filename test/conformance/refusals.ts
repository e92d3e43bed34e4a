import type { Client } from "./case";
import type { Column } from "./columns";

/** A case that a gateway that drops nothing has to refuse. */
export type Refusal = {
  readonly columns: readonly Column[];
  readonly because: string;
  /** What the error that the client throws must say: the field that can't be carried. */
  readonly says: RegExp;
};

/** @param word - what the columns have no word for, as the error lists it. */
const no = (word: string, ...columns: Column[]): Refusal => ({
  columns,
  because: `no word for "${word}"`,
  says: new RegExp(`has no word for (.*, )?${word}[,;]`),
});

const anthropics = ["messages", "claude"] as const;
const googles = ["gemini", "gemini 2.5"] as const;
const bedrocks = ["converse", "bedrock"] as const;

/** Names that a provider does not know are taken for its newest models: those don't sample. */
const temperature = no("temperature", "messages", "gemini");
const topP = no("top_p", "messages", "gemini");

/** What has words of each model family's own there: of the sandbox's model no family is known. */
const effort = no("reasoning effort", "converse");
const budget = no("reasoning budget", "converse");

const lateSystem = no(
  "a system message within the conversation",
  ...anthropics,
  ...googles,
  ...bedrocks,
);
const seed = no("seed", "responses", ...anthropics, ...bedrocks);
const hotter = no("temperature above 1", ...anthropics, ...bedrocks);
const verbosity = no("verbosity", ...anthropics, ...googles, ...bedrocks);
const jsonObject = no("JSON object answers", ...anthropics, ...bedrocks);
const oneCall = no("no parallel tool calls", ...googles, ...bedrocks);
/** By models that it does not know the AI SDK makes an object by the one call of a tool. */
const objectByTool = no("no parallel tool calls", ...googles, "converse");
const byAddress = no("images by URL", ...bedrocks);
const topK = no("top_k", "completions", "responses", "gemini", "converse");
const pictureResult = [
  no("images in tool results", "completions", "converse"),
  no("files in tool results", "gemini 2.5"),
];

/** What is handed back by its id alone was never stored: the gateway keeps no answers. */
const nothingStored = (...own: Column[]): readonly Refusal[] => [
  {
    columns: own,
    because: "an id of the gateway's own making, and no provider has the item",
    says: /names an answer that was translated and is stored nowhere/,
  },
  {
    columns: ["responses"],
    because: "the ids are the provider's own, and the sandbox stores nothing",
    says: /Item with id '.+' not found/,
  },
];

/** By client, then by case. */
const refusals: Readonly<Record<string, Readonly<Record<string, readonly Refusal[]>>>> = {
  "openai chat": {
    "a system message within the conversation": [lateSystem],
    "a speaker's name": [
      no("names of speakers", "responses", ...anthropics, ...googles, ...bedrocks),
    ],
    "an image by its address": [byAddress],
    "n: several answers": [no("n", "responses", "gemini", ...anthropics, ...bedrocks)],
    "logprobs: one for each piece": [no("logprobs", ...anthropics, ...googles, ...bedrocks)],
    "seed: the same answer": [seed],
    "stop: the answer ends before it": [no("stop", "responses")],
    temperature: [temperature],
    top_p: [topP],
    "temperature above 1": [hotter, temperature],
    reasoning_effort: [effort],
    "presence_penalty and frequency_penalty": [
      no("frequency_penalty", "responses", ...anthropics, ...googles, ...bedrocks),
    ],
    verbosity: [verbosity],
    "response_format json_object": [jsonObject],
    "parallel_tool_calls false": [oneCall],
  },
  "openai responses": {
    "an image by its address": [byAddress],
    temperature: [temperature],
    top_p: [topP],
    "temperature above 1": [hotter, temperature],
    verbosity: [verbosity],
    "text.format json_object": [jsonObject],
    "parallel_tool_calls false": [oneCall],
    "a picture as a result": pictureResult,
    "reasoning.effort is taken, and what was thought is counted": [effort],
    "reasoning items stand before the answer": [effort],
    "reasoning items come in a stream": [effort],
    "reasoning items go back with a call's result": [effort],
  },
  anthropic: {
    "an image by its address": [byAddress],
    "stop_sequences: the answer ends before it": [no("stop", "responses")],
    temperature: [no("temperature", "gemini")],
    top_p: [no("top_p", "gemini")],
    top_k: [topK],
    disable_parallel_tool_use: [oneCall],
    "a picture as a result": pictureResult,
    "a plain text as a document": [no("text documents", "completions")],
    "thinking stands before the answer": [budget],
    "thinking and its signature come in a stream": [budget],
    "thinking goes back with a call's result": [budget],
    "adaptive thinking": [no("adaptive reasoning", "converse")],
    effort: [effort],
    "thinking disabled": [effort, no("no reasoning", "gemini")],
  },
  "ai sdk openai chat": { temperature: [temperature] },
  "ai sdk openai responses": {
    temperature: [temperature],
    "reasoning stands before the answer": [effort],
    "reasoning comes in a stream": [effort],
    "reasoning goes back in a tool loop": [effort],
    // Calls come back whole, texts and reasoning by their ids.
    "by default: a tool loop ends with a text": nothingStored("gemini", "converse"),
    "by default: a text goes back by its id": nothingStored(
      "completions",
      "gemini",
      "converse",
      ...anthropics,
      "gemini 2.5",
      "bedrock",
    ),
  },
  "ai sdk anthropic": {
    temperature: [no("temperature", "gemini")],
    "generateObject returns what zod describes": [objectByTool],
    "streamObject returns it once it is whole": [objectByTool],
    "generateText with an output": [objectByTool],
    "reasoning stands before the answer": [budget],
    "reasoning comes in a stream": [budget],
    "reasoning goes back in a tool loop": [budget],
  },
  "langchain openai chat": { temperature: [temperature] },
  "langchain openai responses": { temperature: [temperature] },
  "langchain anthropic": { temperature: [no("temperature", "gemini")] },
};

/** Why a case in a column is refused by design; undefined where it has to pass. */
export const refusalOf = (client: string, name: string, column: Column): Refusal | undefined =>
  refusals[client]?.[name]?.find(({ columns }) => columns.includes(column));

/** Refusals of cases that no client has: leftovers that would go unnoticed. */
export const strayRefusals = (clients: readonly Client[]): readonly string[] =>
  Object.entries(refusals).flatMap(([client, byCase]) => {
    const cases = clients.find(({ name }) => name === client)?.cases ?? {};
    return Object.keys(byCase)
      .filter((name) => !(name in cases))
      .map((name) => `${client}: ${name}`);
  });
