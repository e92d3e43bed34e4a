import type OpenAI from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import * as z from "zod";
import { chunk } from "../support/openai-shapes";
import { done, event, stream } from "../support/upstream-answers";
import { startUpstreamProduct, type UpstreamProduct } from "../support/upstream-product";

const tool = (name: string, description: string, parameters: Record<string, unknown>) => ({
  type: "function" as const,
  function: { name, description, parameters: { type: "object", ...parameters } },
});

const tools = [
  tool("get_weather", "The weather of a city", {
    properties: { city: { type: "string", minLength: 1 }, days: { type: "integer", minimum: 1 } },
    required: ["city", "days"],
    additionalProperties: false,
  }),
  tool("get_traffic", "The traffic of a city", {
    properties: { city: { type: "string" }, mode: { enum: ["car", "train"] } },
    required: ["city", "mode"],
    additionalProperties: false,
  }),
];
const both = [{ role: "user" as const, content: "How are weather and traffic in Paris?" }];
const weather = z.strictObject({ city: z.string().min(1), days: z.int().min(1) });
const traffic = z.strictObject({ city: z.string(), mode: z.enum(["car", "train"]) });
const model = "sandbox/sandbox-medium";

let it: UpstreamProduct;
let client: OpenAI;
beforeAll(async () => {
  it = await startUpstreamProduct();
  client = it.client;
}, 60_000);
beforeEach(() => it.upstream.forget());
afterAll(() => it.dispose());

/** What any client does with a stream: names once, arguments piece by piece, by index. */
const accumulate = async (chunks: AsyncIterable<OpenAI.ChatCompletionChunk>) => {
  const calls: { name: string; arguments: string }[] = [];
  let finish: string | null = null;
  for await (const { choices } of chunks) {
    for (const { index, function: part } of choices[0]?.delta.tool_calls ?? []) {
      calls[index] ??= { name: "", arguments: "" };
      const call = calls[index];
      call.name += part?.name ?? "";
      call.arguments += part?.arguments ?? "";
    }
    finish = choices[0]?.finish_reason ?? finish;
  }
  return { calls, finish };
};

const checkBoth = (calls: readonly { name: string; arguments: string }[]) => {
  expect(calls.map(({ name }) => name)).toEqual(["get_weather", "get_traffic"]);
  weather.parse(JSON.parse(calls[0]?.arguments ?? ""));
  traffic.parse(JSON.parse(calls[1]?.arguments ?? ""));
};

describe("tools", () => {
  test("several calls come back at once, their arguments as the schemas say", async () => {
    const { choices } = await client.chat.completions.create({ model, messages: both, tools });
    expect(choices[0]?.finish_reason).toBe("tool_calls");
    const calls = choices[0]?.message.tool_calls ?? [];
    checkBoth(calls.flatMap((call) => (call.type === "function" ? [call.function] : [])));
  });

  test("parallel calls in a stream add up to arguments that parse", async () => {
    const { calls, finish } = await accumulate(
      await client.chat.completions.create({ model, messages: both, tools, stream: true }),
    );
    expect(finish).toBe("tool_calls");
    checkBoth(calls);
  });

  test("calls whose pieces a provider interleaves add up as well, and are counted", async () => {
    const piece = (index: number, name: string | undefined, text: string) => {
      const head = name === undefined ? {} : { id: `call_${index}`, type: "function" };
      const part = { ...(name !== undefined && { name }), arguments: text };
      return event(chunk({ tool_calls: [{ index, ...head, function: part }] }));
    };
    it.upstream.reply(
      stream([
        piece(0, "get_weather", ""),
        piece(1, "get_traffic", '{"city":"Pa'),
        piece(0, undefined, '{"city":"Paris",'),
        piece(1, undefined, 'ris","mode":"car"}'),
        piece(0, undefined, '"days":3}'),
        event(chunk({}, "tool_calls")),
        done,
      ]),
    );
    const { data, response } = await client.chat.completions
      .create({ model: "openai/gpt-4o", messages: both, tools, stream: true })
      .withResponse();
    checkBoth((await accumulate(data)).calls);
    // The provider did not count: the arguments are in the estimate.
    const { tokens } = await it.recordOf(response);
    expect(tokens.visibleOutput).toBeGreaterThan(10);
  });

  test("a tool's result goes back, and a text comes", async () => {
    const { choices } = await client.chat.completions.create({
      model,
      tools,
      messages: [
        ...both,
        {
          role: "assistant",
          tool_calls: [
            {
              id: "call_1",
              type: "function",
              function: { name: "get_weather", arguments: '{"city":"Paris","days":1}' },
            },
          ],
        },
        { role: "tool", tool_call_id: "call_1", content: '{"sky":"clear"}' },
      ],
    });
    expect(choices[0]).toMatchObject({ finish_reason: "stop" });
    expect(choices[0]?.message.content).toContain("canned answer");
  });

  test("runTools loops until the model has what it needs", async () => {
    const asked: unknown[] = [];
    const runner = client.chat.completions.runTools({
      model,
      messages: [{ role: "user", content: "What is the weather in Paris?" }],
      tools: [
        {
          type: "function",
          function: {
            name: "get_weather",
            description: "The weather of a city",
            parameters: tools[0]?.function.parameters ?? {},
            parse: (text: string) => weather.parse(JSON.parse(text)),
            function: (input: z.infer<typeof weather>) => {
              asked.push(input);
              return "clear";
            },
          },
        },
      ],
    });
    expect(await runner.finalContent()).toContain("canned answer");
    expect(asked).toHaveLength(1);
  });

  test("a model named without a provider is only ever replaced by one that takes tools", async () => {
    const { response } = await client.chat.completions
      .create({ model: "sandbox-small", messages: both, tools })
      .withResponse();
    // The cheapest of all, sandbox-tiny, has no tools.
    expect(response.headers.get("x-smashcost-model")).not.toBe("sandbox-tiny");
  });
});

describe("structured output", () => {
  const schema = z.object({
    title: z.string(),
    tags: z.array(z.enum(["red", "green"])).max(3),
    size: z.object({ width: z.number().min(1).max(10), height: z.number().nullable() }),
  });

  test("parse returns an object of the zod schema", async () => {
    const { choices } = await client.chat.completions.parse({
      model,
      messages: [{ role: "user", content: "Describe a box." }],
      response_format: zodResponseFormat(schema, "box"),
    });
    const parsed = choices[0]?.message.parsed;
    expect(schema.parse(parsed)).toEqual(parsed);
  });

  test("a streamed object parses once it is whole", async () => {
    const runner = client.chat.completions.stream({
      model,
      messages: [{ role: "user", content: "Describe a box." }],
      response_format: zodResponseFormat(schema, "box"),
    });
    const { choices } = await runner.finalChatCompletion();
    expect(schema.safeParse(choices[0]?.message.parsed).success).toBe(true);
  });

  test("a schema reaches the provider as it was sent", async () => {
    it.upstream.reply(stream([event(chunk({ content: "{}" }, "stop")), done]));
    const format = zodResponseFormat(schema, "box");
    const body = { model: "openai/gpt-4o", messages: both, stream: true, response_format: format };
    await (await it.product.post("/chat/completions", JSON.stringify(body))).text();
    expect((await it.upstream.received(1)).bodyText).toContain(JSON.stringify(format));
  });
});
