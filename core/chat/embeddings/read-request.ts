import type { CallerRequest } from "../caller-dialect";
import type { Conversation } from "../conversation";
import { parseEmbeddingsRequest } from "./embeddings-request";
import { estimateInput } from "./estimate-input";

const needs: Conversation["needs"] = {
  tools: false,
  image: false,
  audioIn: false,
  audioOut: false,
  pdf: false,
  jsonSchema: false,
  reasoning: false,
  logprobs: false,
  temperature: false,
  stop: false,
  choices: 1,
  unportableFields: [],
};

/**
 * Reads a request for embeddings as far as sending and billing it takes: it has a size, and no turn
 * to answer.
 *
 * @throws RequestError 400 with the field at fault and what it should be, never its content.
 */
export const readEmbeddingsRequest = (text: string): CallerRequest => {
  const body = parseEmbeddingsRequest(text);
  return {
    dialect: "completions",
    text,
    body,
    model: body.model,
    streamed: false,
    choices: 1,
    showsUsage: false,
    conversation: {
      turns: [],
      toolText: "",
      hasToolHistory: false,
      needs,
      estimatedInputTokens: estimateInput(body),
    },
    format: { kind: "text" },
    clues: {},
    neutral: () => ({ messages: [], tools: [], stop: [], choices: 1, stream: false, bound: [] }),
  };
};
