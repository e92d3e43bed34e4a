import { Ajv2020 } from "ajv/dist/2020";
import type { ChatCompletion, ChatCompletionMessageParam } from "openai/resources";
import { ask, type ServedSandbox, serveSandbox } from "./serve-sandbox";

let sandbox: ServedSandbox;
beforeAll(async () => {
  sandbox = await serveSandbox();
});
afterAll(() => sandbox.close());

const parameters = {
  type: "object",
  properties: { city: { type: "string" }, unit: { type: "string", enum: ["celsius", "kelvin"] } },
  required: ["city", "unit"],
  additionalProperties: false,
};
const tool = (name: string, description: string) => ({
  type: "function" as const,
  function: { name, description, parameters },
});
const tools = [
  tool("get_weather", "Tells the temperature of a town right now."),
  tool("find_hotels", "Lists places to stay overnight."),
];

const choose = async (messages: ChatCompletionMessageParam[], more: object = {}) =>
  (
    await sandbox.client.chat.completions.create({
      model: "sandbox-small",
      messages,
      tools,
      ...more,
      stream: false,
    })
  ).choices[0] as ChatCompletion.Choice;

const called = async (...asked: Parameters<typeof choose>) =>
  (await choose(...asked)).message.tool_calls?.map((c) => c.type === "function" && c.function.name);

describe("tools", () => {
  test.each([
    {
      name: "one whose name is spoken of",
      says: "How is the weather in Oslo?",
      calls: ["get_weather"],
    },
    {
      name: "one whose description fits",
      says: "What temperature has the town?",
      calls: ["get_weather"],
    },
    {
      name: "both where both fit",
      says: "Weather and a hotel",
      calls: ["get_weather", "find_hotels"],
    },
    { name: "none where none fits", says: "Tell me a joke", calls: undefined },
  ])("calls $name", async ({ says, calls }) => {
    expect(await called(ask(says))).toEqual(calls);
  });

  test.each([
    { name: "none at all", more: { tool_choice: "none" }, calls: undefined },
    { name: "some tool", more: { tool_choice: "required" }, calls: ["get_weather"] },
    {
      name: "one by name",
      more: { tool_choice: { type: "function", function: { name: "find_hotels" } } },
      calls: ["find_hotels"],
    },
    {
      name: "some of those allowed",
      more: {
        tool_choice: {
          type: "allowed_tools",
          allowed_tools: {
            mode: "required",
            tools: [{ type: "function", function: { name: "find_hotels" } }],
          },
        },
      },
      calls: ["find_hotels"],
    },
  ])("heeds a choice of $name", async ({ more, calls }) => {
    expect(await called(ask("Tell me a joke"), more)).toEqual(calls);
  });

  test("are called one at a time where parallel calls are forbidden", async () => {
    expect(await called(ask("weather, hotel"), { parallel_tool_calls: false })).toHaveLength(1);
  });

  test("get arguments that fit their schema, under ids of their own", async () => {
    const { message, finish_reason } = await choose(ask("weather and hotels"));
    expect(finish_reason).toBe("tool_calls");
    expect(message.content).toBeNull();
    const calls = message.tool_calls ?? [];
    expect(new Set(calls.map(({ id }) => id)).size).toBe(2);
    const fits = new Ajv2020().compile(parameters);
    for (const call of calls) {
      expect(fits(JSON.parse(call.type === "function" ? call.function.arguments : ""))).toBe(true);
    }
  });

  test("are answered in text once they gave a result", async () => {
    const { message } = await choose(ask("How is the weather?"));
    const results = (message.tool_calls ?? []).map(({ id }) => ({
      role: "tool" as const,
      tool_call_id: id,
      content: "12 degrees",
    }));
    const answer = await choose([...ask("How is the weather?"), message, ...results]);
    expect(answer.finish_reason).toBe("stop");
    expect(answer.message.content).toMatch(/canned answer/);
  });

  test("stream their arguments in pieces, each call under its index", async () => {
    const stream = await sandbox.client.chat.completions.create({
      model: "sandbox-small",
      messages: ask("weather and hotels"),
      tools,
      stream: true,
    });
    const heads: unknown[] = [];
    const pieces = ["", ""];
    let parts = 0;
    for await (const chunk of stream) {
      for (const call of chunk.choices[0]?.delta.tool_calls ?? []) {
        if (call.id) heads.push([call.index, call.type, call.function?.name]);
        else parts += 1;
        pieces[call.index] = `${pieces[call.index] ?? ""}${call.function?.arguments ?? ""}`;
      }
    }
    expect(heads).toEqual([
      [0, "function", "get_weather"],
      [1, "function", "find_hotels"],
    ]);
    expect(parts).toBeGreaterThan(6);
    for (const text of pieces) expect(JSON.parse(text)).toHaveProperty("city");
  });
});
