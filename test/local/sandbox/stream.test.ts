import type OpenAI from "openai";
import { ask, type ServedSandbox, serveSandbox } from "./serve-sandbox";

let sandbox: ServedSandbox;
beforeAll(async () => {
  sandbox = await serveSandbox();
});
afterAll(() => sandbox.close());

type More = Partial<OpenAI.ChatCompletionCreateParamsNonStreaming>;

const body = { model: "sandbox-medium", messages: ask("hello") };

const events = async (more: object) => {
  const response = await sandbox.post({ ...body, ...more, stream: true });
  expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  const parts = (await response.text()).split("\n\n");
  expect(parts.slice(-2)).toEqual(["data: [DONE]", ""]);
  return parts.slice(0, -2).map((part) => JSON.parse(part.replace(/^data: /, "")));
};

describe("a stream", () => {
  test("has OpenAI's shape: role, pieces, end, and no usage that nobody asked for", async () => {
    const chunks = await events({ max_tokens: 3 });
    const envelope = {
      id: expect.stringMatching(/^chatcmpl-\w{29}$/),
      object: "chat.completion.chunk",
      created: 1_795_500_000,
      model: "sandbox-medium",
      service_tier: "default",
      system_fingerprint: "fp_smashcost_sandbox",
    };
    const chunk = (delta: object, finish_reason: string | null = null) => ({
      ...envelope,
      choices: [{ index: 0, delta, logprobs: null, finish_reason }],
    });
    expect(chunks).toEqual([
      chunk({ role: "assistant", content: "", refusal: null }),
      chunk({ content: "This" }),
      chunk({ content: " is" }),
      chunk({ content: " a" }),
      chunk({}, "length"),
    ]);
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
  });

  test("ends with one usage chunk without choices where usage was asked for", async () => {
    const chunks = await events({ stream_options: { include_usage: true } });
    expect(chunks.slice(0, -1).every((chunk) => chunk.usage === null)).toBe(true);
    expect(chunks.at(-1)).toMatchObject({
      choices: [],
      usage: { prompt_tokens: expect.any(Number) },
    });
  });

  test.each<{ name: string; more: More }>([
    { name: "text", more: {} },
    { name: "several answers", more: { n: 3 } },
    { name: "a thinking model", more: { model: "sandbox-reasoner" } },
    { name: "logprobs", more: { logprobs: true, top_logprobs: 2 } },
    {
      name: "a tool call",
      more: {
        tool_choice: "required",
        tools: [
          {
            type: "function" as const,
            function: {
              name: "get_weather",
              parameters: { type: "object", properties: { city: {} }, required: ["city"] },
            },
          },
        ],
      },
    },
  ])("adds up to the whole answer, and costs the same: $name", async ({ more }) => {
    const whole = await sandbox.client.chat.completions.create({ ...body, ...more, stream: false });
    const streamed = await sandbox.client.chat.completions
      .stream({ ...body, ...more, stream: true, stream_options: { include_usage: true } })
      .finalChatCompletion();
    expect(streamed.usage).toEqual(whole.usage);
    const essence = ({ choices }: Pick<OpenAI.ChatCompletion, "choices">) =>
      choices.map(({ message, finish_reason, logprobs }) => ({
        content: message.content ?? null,
        calls: message.tool_calls?.map(
          (call) => call.type === "function" && call.function.arguments,
        ),
        finish_reason,
        logprobs: logprobs?.content ?? null,
      }));
    expect(essence(streamed)).toEqual(essence(whole));
  });
});

describe("the pace", () => {
  test("makes a caller wait for the first token and between tokens", async () => {
    const slow = await serveSandbox({ firstTokenMs: 80, tokensPerSecond: 100 });
    const started = performance.now();
    const response = await slow.post({ ...body, stream: true, max_tokens: 10 });
    const times: number[] = [];
    for await (const _ of response.body ?? []) times.push(performance.now() - started);
    await slow.close();
    expect(times[0]).toBeGreaterThanOrEqual(75);
    expect(times.length).toBeGreaterThan(5);
    expect(Number(times.at(-1)) - Number(times[0])).toBeGreaterThanOrEqual(70);
  });

  test("does not keep the sandbox from closing", async () => {
    const slow = await serveSandbox({ firstTokenMs: 600_000, tokensPerSecond: 1 });
    const asked = slow.post({ ...body, stream: true }).then((response) => response.text());
    const refused = expect(asked).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 30));
    await slow.close();
    await refused;
  });
});
