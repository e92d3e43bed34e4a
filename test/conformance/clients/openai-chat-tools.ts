import assert from "node:assert/strict";
import type OpenAI from "openai";
import { zodFunction } from "openai/helpers/zod";
import type { Cases, Target } from "../case";
import { callsBoth, callsWeather, isCanned, type MadeCall } from "../check";
import {
  askBoth,
  askOne,
  type GivenTool,
  looseWeatherInput,
  trafficTool,
  weatherInput,
  weatherTool,
} from "../given";
import { openaiClient } from "./openai-client";

type Settings = Partial<OpenAI.ChatCompletionCreateParamsNonStreaming>;

const toTool = ({ name, description, schema }: GivenTool): OpenAI.ChatCompletionFunctionTool => ({
  type: "function",
  function: { name, description, parameters: schema },
});
const tools = [toTool(weatherTool), toTool(trafficTool)];

const create = (target: Target, content: string, settings: Settings = {}) =>
  openaiClient(target).chat.completions.create({
    model: target.model,
    messages: [{ role: "user", content }],
    tools,
    ...settings,
  });

const callsOf = ({ choices }: OpenAI.ChatCompletion): MadeCall[] =>
  (choices[0]?.message.tool_calls ?? []).flatMap((call) =>
    call.type === "function"
      ? [{ id: call.id, name: call.function.name, input: call.function.arguments }]
      : [],
  );

/** What any client does with a stream: ids and names once, arguments piece by piece, by index. */
const gather = async (stream: AsyncIterable<OpenAI.ChatCompletionChunk>) => {
  const calls: { id: string; name: string; input: string }[] = [];
  const finishes: string[] = [];
  for await (const { choices } of stream) {
    for (const { index, id, function: part } of choices[0]?.delta.tool_calls ?? []) {
      calls[index] ??= { id: "", name: "", input: "" };
      const call = calls[index];
      call.id += id ?? "";
      call.name += part?.name ?? "";
      call.input += part?.arguments ?? "";
    }
    if (choices[0]?.finish_reason) finishes.push(choices[0].finish_reason);
  }
  return { calls, finishes };
};

const runnable = {
  type: "function" as const,
  function: {
    name: weatherTool.name,
    description: weatherTool.description,
    parameters: weatherTool.schema as object,
    parse: (text: string) => weatherInput.parse(JSON.parse(text)),
    function: () => '{"sky":"clear"}',
  },
};

export const openaiChatTools: Cases = {
  "one call": async (target) => {
    const answer = await create(target, askOne);
    assert.equal(answer.choices[0]?.finish_reason, "tool_calls");
    callsWeather(callsOf(answer));
  },

  "parallel calls": async (target) => {
    const answer = await create(target, askBoth);
    assert.equal(answer.choices[0]?.finish_reason, "tool_calls");
    callsBoth(callsOf(answer));
  },

  "streamed calls add up": async (target) => {
    const { calls, finishes } = await gather(
      await openaiClient(target).chat.completions.create({
        model: target.model,
        messages: [{ role: "user", content: askBoth }],
        tools,
        stream: true,
      }),
    );
    callsBoth(calls);
    assert.deepEqual(finishes, ["tool_calls"]);
  },

  "a call and its result go back, and a text comes": async (target) => {
    const { choices } = await create(target, askBoth);
    const [first, second] = choices[0]?.message.tool_calls ?? [];
    assert.ok(choices[0] && first && second);
    const answer = await create(target, askBoth, {
      messages: [
        { role: "user", content: askBoth },
        choices[0].message,
        { role: "tool", tool_call_id: first.id, content: '{"sky":"clear"}' },
        { role: "tool", tool_call_id: second.id, content: [{ type: "text", text: "none" }] },
      ],
    });
    assert.equal(answer.choices[0]?.finish_reason, "stop");
    isCanned(answer.choices[0].message.content, target);
  },

  "tool_choice none": async (target) => {
    const { choices } = await create(target, askOne, { tool_choice: "none" });
    isCanned(choices[0]?.message.content, target);
  },

  "tool_choice required": async (target) => {
    callsWeather(callsOf(await create(target, "Hello.", { tool_choice: "required" })));
  },

  "tool_choice of one tool": async (target) => {
    const choice = { type: "function" as const, function: { name: "get_weather" } };
    callsWeather(callsOf(await create(target, "Hello.", { tool_choice: choice })));
  },

  "parallel_tool_calls false": async (target) => {
    callsWeather(callsOf(await create(target, askBoth, { parallel_tool_calls: false })));
  },

  "a strict tool, its arguments parsed": async (target) => {
    const { choices } = await openaiClient(target).chat.completions.parse({
      model: target.model,
      messages: [{ role: "user", content: askOne }],
      tools: [zodFunction({ name: "get_weather", parameters: looseWeatherInput })],
    });
    const call = choices[0]?.message.tool_calls?.[0];
    looseWeatherInput.parse(call?.function.parsed_arguments);
  },

  "a tool that takes nothing": async (target) => {
    const [call] = callsOf(
      await create(target, "What time is it?", {
        tools: [{ type: "function", function: { name: "time_now", description: "The time" } }],
        tool_choice: "required",
      }),
    );
    assert.equal(call?.name, "time_now");
    assert.equal(typeof JSON.parse(String(call.input)), "object");
  },

  "runTools loops until there is a text": async (target) => {
    const runner = openaiClient(target).chat.completions.runTools({
      model: target.model,
      messages: [{ role: "user", content: askOne }],
      tools: [runnable],
    });
    isCanned(await runner.finalContent(), target);
    assert.deepEqual(
      runner.messages.map(({ role }) => role),
      ["user", "assistant", "tool", "assistant"],
    );
  },

  "runTools loops over streams": async (target) => {
    const names: string[] = [];
    const runner = openaiClient(target)
      .chat.completions.runTools({
        model: target.model,
        messages: [{ role: "user", content: askOne }],
        tools: [runnable],
        stream: true,
      })
      .on("tool_calls.function.arguments.done", ({ name }) => names.push(name));
    isCanned(await runner.finalContent(), target);
    assert.deepEqual(names, ["get_weather"]);
  },
};
