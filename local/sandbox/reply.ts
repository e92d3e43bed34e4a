import { cannedObject, cannedText } from "./canned-text";
import type { ChatRequest, Tool } from "./chat-request";
import { chooseTools } from "./choose-tools";
import { type Emission, tokensOf, untilStop, within } from "./emission";
import { randomId } from "./ids";
import { generateJson } from "./json-schema/generate";
import { tokenLogprob } from "./logprobs";
import type { SandboxModel } from "./model";
import { type Dice, seededDice } from "./seeded";
import { countTokens, piecesOf } from "./tokens";

export type Choice = {
  readonly index: number;
  readonly thinkingTokens: number;
  readonly emissions: readonly Emission[];
  readonly finishReason: "stop" | "length" | "tool_calls";
};

/** A whole answer, before it takes the shape of one JSON body or of chunks. */
export type Reply = {
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  readonly model: string;
  readonly choices: readonly Choice[];
  readonly promptTokens: number;
  readonly cachedTokens: number;
};

type Making = {
  readonly request: ChatRequest;
  readonly model: SandboxModel;
  readonly dice: Dice;
  /** In [0, 1): names things, decides nothing. */
  readonly random: () => number;
};

/** What the answer depends on: not how it is delivered, and not where it is cut off. */
const seedOf = ({ model, messages, tools, tool_choice, response_format, seed }: ChatRequest) =>
  JSON.stringify({ model, messages, tools, tool_choice, response_format, seed });

const callTool =
  ({ dice, random }: Making) =>
  (tool: Tool, index: number): readonly Emission[] => {
    const given = generateJson(tool.parameters ?? { type: "object" }, dice.fork(`tool ${index}`));
    const id = randomId("call_", 24, random);
    return [
      { kind: "call", index, id, name: tool.name, tokens: countTokens(tool.name) + 3 },
      ...piecesOf(JSON.stringify(given)).map(
        (text): Emission => ({
          kind: "arguments",
          index,
          text,
          tokens: 1,
        }),
      ),
    ];
  };

const contentOf = ({ request, model, dice }: Making): string => {
  const format = request.response_format;
  if (format?.type === "json_object") return cannedObject(model, dice);
  if (format?.type !== "json_schema") return cannedText(model, dice);
  return JSON.stringify(generateJson(format.json_schema.schema ?? {}, dice));
};

const say = (making: Making): readonly Emission[] => {
  const { request, dice } = making;
  const likelihoods = dice.fork("logprobs");
  return piecesOf(untilStop(contentOf(making), request.stop)).map((text) => ({
    kind: "text",
    text,
    tokens: 1,
    ...(request.logprobs && {
      logprob: tokenLogprob(text, request.top_logprobs ?? 0, likelihoods),
    }),
  }));
};

const choose = (making: Making, index: number): Choice => {
  const { request, model, dice } = making;
  const tools = chooseTools(request);
  const meant = tools.length > 0 ? tools.flatMap(callTool(making)) : say(making);
  const most =
    request.max_completion_tokens ?? request.max_tokens ?? model.offer.limits.outputTokens;
  const thinkingTokens = Math.min(most, dice.fork("thinking").between(...model.thinking));
  const emissions = within(meant, most - thinkingTokens);
  const whole = emissions.length === meant.length;
  const ended = tools.length > 0 ? "tool_calls" : "stop";
  return { index, thinkingTokens, emissions, finishReason: whole ? ended : "length" };
};

/**
 * Answers a request that was checked. The same request gets the same answer, ids apart.
 *
 * @param now - milliseconds since 1970.
 * @throws SandboxError with status 400 where a schema can't be satisfied.
 */
export const composeReply = (
  request: ChatRequest,
  model: SandboxModel,
  prompt: { readonly tokens: number; readonly cached: number },
  lent: { readonly now: number; readonly random: () => number },
): Reply => {
  const dice = seededDice(seedOf(request));
  const choices = Array.from({ length: request.n ?? 1 }, (_, index) =>
    choose({ request, model, dice: dice.fork(`choice ${index}`), random: lent.random }, index),
  );
  return {
    id: randomId("chatcmpl-", 29, lent.random),
    created: Math.floor(lent.now / 1_000),
    model: model.offer.id,
    choices,
    promptTokens: prompt.tokens,
    cachedTokens: prompt.cached,
  };
};

/** The tokens of one choice, thinking included. */
export const completionTokens = ({ thinkingTokens, emissions }: Choice): number =>
  thinkingTokens + tokensOf(emissions);
