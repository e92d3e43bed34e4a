import Anthropic from "@anthropic-ai/sdk";
import { Ajv2020 } from "ajv/dist/2020";
import { type ServedSandbox, serveSandbox } from "./serve-sandbox";

let sandbox: ServedSandbox;
beforeAll(async () => {
  sandbox = await serveSandbox();
});
afterAll(() => sandbox.close());

type Params = Anthropic.MessageCreateParamsNonStreaming;

const weather = {
  name: "get_weather",
  description: "Tells the temperature of a town.",
  input_schema: {
    type: "object" as const,
    properties: { city: { type: "string" } },
    required: ["city"],
    additionalProperties: false,
  },
};
const body: Params = {
  model: "sandbox-messages",
  max_tokens: 4_000,
  messages: [{ role: "user", content: "How is the weather?" }],
};
const thinking = { type: "enabled", budget_tokens: 2_000 } as const;
const create = (more: Partial<Params> = {}) =>
  sandbox.anthropic.messages.create({ ...body, ...more });

const essence = ({ content, stop_reason, usage }: Anthropic.Message) => ({
  content: content.map((block) => (block.type === "tool_use" ? { ...block, id: "" } : block)),
  stop_reason,
  tokens: [usage.input_tokens, usage.output_tokens],
});

describe("a message", () => {
  test.each<{ name: string; more: Partial<Params>; kinds: string[]; ending: string }>([
    { name: "text", more: {}, kinds: ["text"], ending: "end_turn" },
    { name: "thinking", more: { thinking }, kinds: ["thinking", "text"], ending: "end_turn" },
    { name: "a tool call", more: { tools: [weather] }, kinds: ["tool_use"], ending: "tool_use" },
    {
      name: "a tool call thought over",
      more: { tools: [weather], thinking },
      kinds: ["thinking", "tool_use"],
      ending: "tool_use",
    },
    { name: "a cut", more: { max_tokens: 5 }, kinds: ["text"], ending: "max_tokens" },
    {
      name: "a stop sequence",
      more: { stop_sequences: ["never", " canned"] },
      kinds: ["text"],
      ending: "stop_sequence",
    },
  ])("streams what it says whole: $name", async ({ more, kinds, ending }) => {
    const whole = await create(more);
    expect(whole.content.map(({ type }) => type)).toEqual(kinds);
    expect(whole.stop_reason).toBe(ending);
    const streamed = await sandbox.anthropic.messages.stream({ ...body, ...more }).finalMessage();
    expect(essence(streamed)).toEqual(essence(whole));
  });

  test("fits the schema of its output format", async () => {
    const schema = weather.input_schema;
    const { content } = await create({
      output_config: { format: { type: "json_schema", schema } },
    });
    const text = content[0]?.type === "text" ? content[0].text : "";
    expect(new Ajv2020().validate(schema, JSON.parse(text))).toBe(true);
  });

  test("counts thinking within the output, and shows none where it is omitted", async () => {
    const { usage, content } = await create({ thinking: { ...thinking, display: "omitted" } });
    expect(content[0]).toMatchObject({ type: "thinking", thinking: "" });
    const thought = usage.output_tokens_details?.thinking_tokens ?? 0;
    expect(thought).toBeGreaterThanOrEqual(64);
    expect(usage.output_tokens).toBeGreaterThan(thought);
  });

  test("counts a prompt as count_tokens does, images and PDFs with it", async () => {
    const content = [
      { type: "image", source: { type: "base64", media_type: "image/png", data: "AAAA" } },
      {
        type: "document",
        source: { type: "base64", media_type: "application/pdf", data: "AAAA" },
      },
    ] as const;
    const messages = [{ role: "user" as const, content: [...content] }];
    const { usage } = await create({ messages });
    expect(usage.input_tokens).toBeGreaterThan(765 + 1_500);
    const counted = await sandbox.anthropic.messages.countTokens({ model: body.model, messages });
    expect(counted.input_tokens).toBe(usage.input_tokens);
  });

  test("writes a marked prompt into the cache, reads it there, and forgets it in time", async () => {
    const text = "a sentence that is said again and again. ".repeat(200);
    const ask = async (ttl: "5m" | "1h") =>
      (
        await create({
          system: [{ type: "text", text: text + ttl, cache_control: { type: "ephemeral", ttl } }],
        })
      ).usage;
    const written = await ask("1h");
    expect(written.cache_read_input_tokens).toBe(0);
    expect(written.cache_creation?.ephemeral_1h_input_tokens).toBeGreaterThan(1_024);
    expect(written.input_tokens).toBeLessThan(20);
    expect((await ask("5m")).cache_creation?.ephemeral_5m_input_tokens).toBeGreaterThan(1_024);
    sandbox.pass(6 * 60_000);
    const read = await ask("1h");
    expect(read.cache_read_input_tokens).toBe(written.cache_creation_input_tokens);
    expect(read.cache_creation_input_tokens).toBe(0);
    expect((await ask("5m")).cache_read_input_tokens).toBe(0);
  });
});

describe("a tool loop", () => {
  const loop = async (change: (content: Anthropic.ContentBlock[]) => Anthropic.ContentBlock[]) => {
    const asked = await create({ tools: [weather], thinking });
    const results = asked.content.flatMap((block) =>
      block.type === "tool_use"
        ? [{ type: "tool_result" as const, tool_use_id: block.id, content: "12 degrees" }]
        : [],
    );
    return create({
      tools: [weather],
      thinking,
      messages: [
        ...body.messages,
        { role: "assistant", content: change(asked.content) },
        { role: "user", content: results },
      ],
    });
  };

  test("goes on where thoughts come back as they were", async () => {
    const { content, stop_reason } = await loop((said) => said);
    expect(stop_reason).toBe("end_turn");
    expect(content.at(-1)).toMatchObject({ text: expect.stringContaining("canned answer") });
  });

  test.each<{ name: string; change: Parameters<typeof loop>[0]; says: RegExp }>([
    {
      name: "changed thoughts",
      change: (said) =>
        said.map((block) => (block.type === "thinking" ? { ...block, thinking: "x" } : block)),
      says: /messages\.1\.content\.0: Invalid `signature` in `thinking` block/,
    },
    {
      name: "another's signature",
      change: (said) =>
        said.map((block) => (block.type === "thinking" ? { ...block, signature: "QUJD" } : block)),
      says: /Invalid `signature`/,
    },
    {
      name: "no thoughts",
      change: (said) => said.filter(({ type }) => type !== "thinking"),
      says: /Expected `thinking` or `redacted_thinking`, but found `tool_use`/,
    },
  ])("is refused with $name", async ({ change, says }) => {
    await expect(loop(change)).rejects.toThrow(says);
  });
});

describe("what Anthropic would refuse", () => {
  const use = { type: "tool_use", id: "toolu_1", name: "get_weather", input: {} };
  const result = { type: "tool_result", tool_use_id: "toolu_1", content: "12" };
  const user = body.messages[0];
  test.each([
    { name: "no max_tokens", more: { max_tokens: undefined }, says: /^max_tokens: Field required/ },
    { name: "an unknown field", more: { foo: 1 }, says: /^foo: Extra inputs are not permitted/ },
    { name: "a temperature above 1", more: { temperature: 1.5 }, says: /^temperature: / },
    {
      name: "too small a budget",
      more: { thinking: { ...thinking, budget_tokens: 1_023 } },
      says: /^thinking\.budget_tokens: /,
    },
    {
      name: "a budget of all tokens",
      more: { thinking: { ...thinking, budget_tokens: 4_000 } },
      says: /`max_tokens` must be greater than `thinking\.budget_tokens`/,
    },
    {
      name: "thinking at a temperature",
      more: { thinking, temperature: 0 },
      says: /`temperature` may only be set to 1/,
    },
    {
      name: "thinking and a forced tool",
      more: { thinking, tools: [weather], tool_choice: { type: "any" } },
      says: /tool_choice forces tool use/,
    },
    {
      name: "a call without its result",
      more: { messages: [user, { role: "assistant", content: [use] }, user] },
      says: /without `tool_result` blocks immediately after: toolu_1/,
    },
    {
      name: "a result without its call",
      more: { messages: [{ role: "user", content: [result] }] },
      says: /unexpected `tool_use_id`/,
    },
    {
      name: "an empty text",
      more: { messages: [{ role: "user", content: "" }] },
      says: /non-empty/,
    },
    {
      name: "an open schema",
      more: { output_config: { format: { type: "json_schema", schema: { type: "object" } } } },
      says: /'additionalProperties' must be explicitly set to false/,
    },
    {
      name: "a tool that is not there",
      more: { tools: [weather], tool_choice: { type: "tool", name: "x" } },
      says: /Tool 'x' not found/,
    },
  ])("is refused in its shape: $name", async ({ more, says }) => {
    const asked = create(more as Partial<Params>);
    await expect(asked).rejects.toBeInstanceOf(Anthropic.BadRequestError);
    const error = await asked.catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      status: 400,
      error: {
        type: "error",
        error: { type: "invalid_request_error", message: expect.stringMatching(says) },
      },
    });
  });

  test.each([
    { name: "an unknown model of the sandbox's", model: "sandbox-nope" },
    { name: "one of another dialect", model: "sandbox-medium" },
  ])("is no model: $name", async ({ model }) => {
    await expect(create({ model })).rejects.toMatchObject({
      status: 404,
      error: { error: { type: "not_found_error", message: `model: ${model}` } },
    });
  });

  test("is a wrong key", async () => {
    const stranger = new Anthropic({ baseURL: sandbox.origin, apiKey: "wrong", maxRetries: 0 });
    await expect(stranger.messages.create(body)).rejects.toBeInstanceOf(
      Anthropic.AuthenticationError,
    );
  });
});

test("the models of Anthropic's dialect are listed in its shape", async () => {
  const { data } = await sandbox.anthropic.models.list();
  expect(data.map(({ id }) => id)).toEqual(["sandbox-messages"]);
});
