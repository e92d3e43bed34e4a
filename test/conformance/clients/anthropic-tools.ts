import assert from "node:assert/strict";
import type Anthropic from "@anthropic-ai/sdk";
import { betaZodTool } from "@anthropic-ai/sdk/helpers/beta/zod";
import type { Cases, Target } from "../case";
import { callsBoth, callsWeather, isCanned, type MadeCall } from "../check";
import {
  askBoth,
  askOne,
  type GivenTool,
  pngBase64,
  trafficInput,
  trafficTool,
  weatherInput,
  weatherTool,
} from "../given";
import { anthropicClient } from "./anthropic-client";

type Settings = Partial<Anthropic.MessageCreateParamsNonStreaming>;
type Result = Anthropic.ToolResultBlockParam;

const toTool = ({ name, description, schema }: GivenTool): Anthropic.Tool => ({
  name,
  description,
  input_schema: schema,
});

const body = (target: Target, content: string, settings: Settings = {}) => ({
  model: target.model,
  max_tokens: 1_024,
  messages: [{ role: "user" as const, content }],
  tools: [toTool(weatherTool), toTool(trafficTool)],
  ...settings,
});

const create = (target: Target, content: string, settings: Settings = {}) =>
  anthropicClient(target).messages.create(body(target, content, settings));

const callBlocks = ({ content }: Anthropic.Message) =>
  content.filter((block) => block.type === "tool_use");

const callsOf = (answer: Anthropic.Message): MadeCall[] => callBlocks(answer);

const textOf = ({ content }: { readonly content: readonly { readonly type: string }[] }) =>
  content.flatMap((block) => ("text" in block ? [block.text] : [])).join("");

/** Both calls, then their results, as the first makes them, in one message. */
const answerWith = async (
  target: Target,
  content: Result["content"],
  more: Partial<Result> = {},
) => {
  const first = await create(target, askBoth);
  const [weather, traffic] = callBlocks(first);
  assert.ok(weather && traffic);
  return create(target, askBoth, {
    messages: [
      { role: "user", content: askBoth },
      { role: "assistant", content: first.content },
      {
        role: "user",
        content: [
          { type: "tool_result", tool_use_id: weather.id, content, ...more },
          { type: "tool_result", tool_use_id: traffic.id, content: "none" },
        ],
      },
    ],
  });
};

const runnable = (asked: unknown[]) => [
  betaZodTool({
    name: weatherTool.name,
    description: weatherTool.description,
    inputSchema: weatherInput,
    run: (input) => {
      asked.push(input);
      return '{"sky":"clear"}';
    },
  }),
  betaZodTool({
    name: trafficTool.name,
    description: trafficTool.description,
    inputSchema: trafficInput,
    run: (input) => {
      asked.push(input);
      return [{ type: "text", text: "none" }];
    },
  }),
];

const runnerBody = (target: Target, asked: unknown[]) => ({
  model: target.model,
  max_tokens: 1_024,
  messages: [{ role: "user" as const, content: askBoth }],
  tools: runnable(asked),
});

export const anthropicTools: Cases = {
  "one call": async (target) => {
    const answer = await create(target, askOne);
    assert.equal(answer.stop_reason, "tool_use");
    callsWeather(callsOf(answer));
  },

  "parallel calls": async (target) => {
    const answer = await create(target, askBoth);
    assert.equal(answer.stop_reason, "tool_use");
    callsBoth(callsOf(answer));
  },

  "streamed calls add up": async (target) => {
    const pieces: string[] = [];
    const stream = anthropicClient(target)
      .messages.stream(body(target, askBoth))
      .on("inputJson", (piece) => pieces.push(piece));
    const message = await stream.finalMessage();
    callsBoth(callsOf(message));
    assert.equal(message.stop_reason, "tool_use");
    assert.equal(
      pieces.join("").replaceAll(/\s/g, ""),
      callBlocks(message)
        .map(({ input }) => JSON.stringify(input))
        .join("")
        .replaceAll(/\s/g, ""),
    );
  },

  "parallel results go back, and a text comes": async (target) => {
    const answer = await answerWith(target, '{"sky":"clear"}');
    assert.equal(answer.stop_reason, "end_turn");
    isCanned(textOf(answer), target);
  },

  "a result that is an error": async (target) => {
    isCanned(textOf(await answerWith(target, "no answer", { is_error: true })), target);
  },

  "a picture as a result": async (target) => {
    const source = { type: "base64" as const, media_type: "image/png" as const, data: pngBase64 };
    isCanned(textOf(await answerWith(target, [{ type: "image", source }])), target);
  },

  "tool_choice none": async (target) => {
    isCanned(textOf(await create(target, askOne, { tool_choice: { type: "none" } })), target);
  },

  "tool_choice any": async (target) => {
    callsWeather(callsOf(await create(target, "Hello.", { tool_choice: { type: "any" } })));
  },

  "tool_choice of one tool": async (target) => {
    const tool_choice = { type: "tool" as const, name: "get_weather" };
    callsWeather(callsOf(await create(target, "Hello.", { tool_choice })));
  },

  disable_parallel_tool_use: async (target) => {
    const tool_choice = { type: "auto" as const, disable_parallel_tool_use: true };
    callsWeather(callsOf(await create(target, askBoth, { tool_choice })));
  },

  "the tool runner loops until there is a text": async (target) => {
    const asked: unknown[] = [];
    const runner = anthropicClient(target).beta.messages.toolRunner(runnerBody(target, asked));
    isCanned(textOf(await runner.runUntilDone()), target);
    assert.equal(asked.length, 2);
  },

  "the tool runner loops over streams": async (target) => {
    const asked: unknown[] = [];
    const runner = anthropicClient(target).beta.messages.toolRunner({
      ...runnerBody(target, asked),
      stream: true,
    });
    const texts: string[] = [];
    for await (const stream of runner) texts.push(textOf(await stream.finalMessage()));
    assert.equal(texts.length, 2);
    isCanned(texts[1], target);
    assert.equal(asked.length, 2);
  },
};
