import assert from "node:assert/strict";
import type OpenAI from "openai";
import { zodResponsesFunction } from "openai/helpers/zod";
import type { Cases, Target } from "../case";
import { callsBoth, callsWeather, isCanned, type MadeCall } from "../check";
import {
  askBoth,
  askOne,
  type GivenTool,
  looseWeatherInput,
  pngBase64,
  trafficTool,
  weatherTool,
} from "../given";
import { openaiClient } from "./openai-client";

type Settings = Partial<OpenAI.Responses.ResponseCreateParamsNonStreaming>;
type Item = OpenAI.Responses.ResponseInputItem;
type CallItem = OpenAI.Responses.ResponseFunctionToolCall;

const toTool = ({ name, description, schema }: GivenTool): OpenAI.Responses.FunctionTool => ({
  type: "function",
  name,
  description,
  parameters: { ...schema },
  strict: false,
});
const tools = [toTool(weatherTool), toTool(trafficTool)];

const create = (target: Target, input: string | Item[], settings: Settings = {}) =>
  openaiClient(target).responses.create({ model: target.model, input, tools, ...settings });

const callItems = ({ output }: OpenAI.Responses.Response): CallItem[] =>
  output.filter((item) => item.type === "function_call");

const callsOf = (answer: OpenAI.Responses.Response): MadeCall[] =>
  callItems(answer).map(({ call_id: id, name, arguments: input }) => ({ id, name, input }));

const asked: Item = { role: "user", content: askBoth };

const result = (
  { call_id }: CallItem,
  output: OpenAI.Responses.ResponseInputItem.FunctionCallOutput["output"],
): Item => ({ type: "function_call_output", call_id, output });

export const openaiResponsesTools: Cases = {
  "one call": async (target) => {
    const answer = await create(target, askOne);
    assert.equal(answer.status, "completed");
    callsWeather(callsOf(answer));
  },

  "parallel calls": async (target) => {
    callsBoth(callsOf(await create(target, askBoth)));
  },

  "streamed calls add up": async (target) => {
    const pieces = new Map<number, string>();
    const whole: string[] = [];
    const stream = openaiClient(target)
      .responses.stream({ model: target.model, input: askBoth, tools })
      .on("response.function_call_arguments.delta", ({ output_index: at, delta }) =>
        pieces.set(at, (pieces.get(at) ?? "") + delta),
      )
      .on("response.function_call_arguments.done", ({ arguments: text }) => whole.push(text));
    callsBoth(callsOf(await stream.finalResponse()));
    assert.deepEqual([...pieces.values()], whole);
  },

  "calls and their results go back, and a text comes": async (target) => {
    const first = await create(target, askBoth);
    const [weather, traffic] = callItems(first);
    assert.ok(weather && traffic);
    const answer = await create(target, [
      asked,
      ...(first.output as Item[]),
      result(weather, '{"sky":"clear"}'),
      result(traffic, [{ type: "input_text", text: "none" }]),
    ]);
    isCanned(answer.output_text, target);
  },

  "a picture as a result": async (target) => {
    const [weather] = callItems(await create(target, askOne));
    assert.ok(weather);
    const picture = `data:image/png;base64,${pngBase64}`;
    const answer = await create(target, [
      { role: "user", content: askOne },
      weather,
      result(weather, [{ type: "input_image", image_url: picture, detail: "auto" }]),
    ]);
    isCanned(answer.output_text, target);
  },

  "tool_choice none": async (target) => {
    isCanned((await create(target, askOne, { tool_choice: "none" })).output_text, target);
  },

  "tool_choice required": async (target) => {
    callsWeather(callsOf(await create(target, "Hello.", { tool_choice: "required" })));
  },

  "tool_choice of one tool": async (target) => {
    const choice = { type: "function" as const, name: "get_weather" };
    callsWeather(callsOf(await create(target, "Hello.", { tool_choice: choice })));
  },

  "parallel_tool_calls false": async (target) => {
    callsWeather(callsOf(await create(target, askBoth, { parallel_tool_calls: false })));
  },

  "a strict tool, its arguments parsed": async (target) => {
    const { output } = await openaiClient(target).responses.parse({
      model: target.model,
      input: askOne,
      tools: [zodResponsesFunction({ name: "get_weather", parameters: looseWeatherInput })],
    });
    const call = output.find((item) => item.type === "function_call");
    looseWeatherInput.parse(call?.parsed_arguments);
  },
};
