import assert from "node:assert/strict";
import { generateText, stepCountIs, streamText, tool } from "ai";
import type { Cases } from "../case";
import { callsBoth, callsWeather, isCanned } from "../check";
import { askBoth, askOne, trafficInput, trafficTool, weatherInput, weatherTool } from "../given";
import { failing, type ModelOf } from "./ai-sdk-models";

type ProviderOptions = Parameters<typeof generateText>[0]["providerOptions"];

const inert = {
  [weatherTool.name]: tool({
    description: weatherTool.description,
    inputSchema: weatherInput,
  }),
  [trafficTool.name]: tool({
    description: trafficTool.description,
    inputSchema: trafficInput,
  }),
};

const working = (ran: string[]) => ({
  [weatherTool.name]: tool({
    description: weatherTool.description,
    inputSchema: weatherInput,
    execute: () => {
      ran.push(weatherTool.name);
      return { sky: "clear" };
    },
  }),
  [trafficTool.name]: tool({
    description: trafficTool.description,
    inputSchema: trafficInput,
    execute: () => {
      ran.push(trafficTool.name);
      return "none";
    },
  }),
});

const asCalls = (
  calls: readonly { readonly toolCallId: string; toolName: string; readonly input: unknown }[],
) => calls.map(({ toolCallId: id, toolName: name, input }) => ({ id, name, input }));

const ranBoth = (ran: readonly string[]) =>
  assert.deepEqual([...ran].sort(), [trafficTool.name, weatherTool.name]);

/** @param providerOptions - what a loop needs to be told beside. */
export const aiSdkTools = (modelOf: ModelOf, providerOptions?: ProviderOptions): Cases => {
  const settings = { maxRetries: 0, ...(providerOptions && { providerOptions }) };
  return {
    "parallel calls": async (target) => {
      const answer = await generateText({
        model: modelOf(target),
        tools: inert,
        prompt: askBoth,
        ...settings,
      });
      callsBoth(asCalls(answer.toolCalls));
      assert.equal(answer.finishReason, "tool-calls");
    },

    "streamed calls": async (target) => {
      const { onError, read } = failing();
      const stream = streamText({
        model: modelOf(target),
        tools: inert,
        prompt: askBoth,
        onError,
        ...settings,
      });
      callsBoth(asCalls(await read(stream.toolCalls)));
      assert.equal(await stream.finishReason, "tool-calls");
    },

    "toolChoice required": async (target) => {
      const answer = await generateText({
        model: modelOf(target),
        tools: inert,
        toolChoice: "required",
        prompt: "Hello.",
        ...settings,
      });
      callsWeather(asCalls(answer.toolCalls));
    },

    "toolChoice of one tool": async (target) => {
      const answer = await generateText({
        model: modelOf(target),
        tools: inert,
        toolChoice: { type: "tool", toolName: "get_weather" },
        prompt: "Hello.",
        ...settings,
      });
      callsWeather(asCalls(answer.toolCalls));
    },

    "a tool loop ends with a text": async (target) => {
      const ran: string[] = [];
      const answer = await generateText({
        model: modelOf(target),
        tools: working(ran),
        stopWhen: stepCountIs(4),
        prompt: askBoth,
        ...settings,
      });
      ranBoth(ran);
      assert.equal(answer.steps.length, 2);
      isCanned(answer.text, target);
    },

    "a streamed tool loop ends with a text": async (target) => {
      const ran: string[] = [];
      const { onError, read } = failing();
      const stream = streamText({
        model: modelOf(target),
        tools: working(ran),
        stopWhen: stepCountIs(4),
        prompt: askBoth,
        onError,
        ...settings,
      });
      isCanned(await read(stream.text), target);
      ranBoth(ran);
      assert.equal((await stream.steps).length, 2);
    },

    "an answer goes back in the next turn": async (target) => {
      const ran: string[] = [];
      const first = await generateText({
        model: modelOf(target),
        tools: working(ran),
        stopWhen: stepCountIs(4),
        prompt: askOne,
        ...settings,
      });
      const second = await generateText({
        model: modelOf(target),
        tools: working(ran),
        messages: [
          { role: "user", content: askOne },
          ...first.response.messages,
          { role: "user", content: "Thanks." },
        ],
        ...settings,
      });
      isCanned(second.text, target);
    },
  };
};
