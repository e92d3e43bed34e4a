import { Ajv2020 } from "ajv/dist/2020";
import OpenAI from "openai";
import type {
  ResponseCreateParamsNonStreaming as Params,
  Response,
  ResponseInputItem,
} from "openai/resources/responses/responses";
import { type ServedSandbox, serveSandbox } from "./serve-sandbox";

let sandbox: ServedSandbox;
beforeAll(async () => {
  sandbox = await serveSandbox();
});
afterAll(() => sandbox.close());

const schema = {
  type: "object",
  properties: { city: { type: "string" } },
  required: ["city"],
  additionalProperties: false,
};
const tool = {
  type: "function" as const,
  name: "get_weather",
  description: "Tells the temperature of a town.",
  parameters: schema,
  strict: true,
};
const body: Params = { model: "sandbox-responses", input: "How is the weather?" };
const create = (more: Partial<Params> = {}) =>
  sandbox.client.responses.create({ ...body, ...more });

const essence = ({ output, status, usage, incomplete_details }: Response) => ({
  output: JSON.parse(JSON.stringify(output), (key, value: unknown) =>
    ["id", "call_id", "parsed", "parsed_arguments"].includes(key) ? undefined : value,
  ),
  status,
  usage,
  incomplete_details,
});

describe("a response", () => {
  test.each<{ name: string; more: Partial<Params>; kinds: string[] }>([
    { name: "text", more: {}, kinds: ["reasoning", "message"] },
    { name: "no thinking", more: { reasoning: { effort: "none" } }, kinds: ["message"] },
    {
      name: "a summary and sealed thinking",
      more: {
        reasoning: { effort: "low", summary: "auto" },
        include: ["reasoning.encrypted_content"],
      },
      kinds: ["reasoning", "message"],
    },
    { name: "a tool call", more: { tools: [tool] }, kinds: ["reasoning", "function_call"] },
    {
      name: "a cut",
      more: { reasoning: { effort: "none" }, max_output_tokens: 16 },
      kinds: ["message"],
    },
  ])("streams what it says whole: $name", async ({ more, kinds }) => {
    const whole = await create(more);
    expect(whole.output.map(({ type }) => type)).toEqual(kinds);
    const events: { type: string; sequence_number: number }[] = [];
    const stream = sandbox.client.responses.stream({ ...body, ...more, stream: true });
    for await (const event of stream) events.push(event);
    expect(essence(await stream.finalResponse())).toEqual(essence(whole));
    expect(events.map(({ sequence_number }) => sequence_number)).toEqual([...events.keys()]);
    expect(events.at(-1)?.type).toBe(`response.${whole.status ?? ""}`);
  });

  test("shows a summary only where it is asked for, and counts what it thought", async () => {
    const [hidden, shown] = [await create(), await create({ reasoning: { summary: "auto" } })];
    expect(hidden.output[0]).toMatchObject({ summary: [] });
    expect(shown.output[0]).toMatchObject({ summary: [{ text: expect.stringMatching(/.{50}/) }] });
    const { usage } = shown;
    const thought = usage?.output_tokens_details.reasoning_tokens ?? 0;
    expect(thought).toBeGreaterThanOrEqual(64);
    expect(usage?.output_tokens).toBeGreaterThan(thought);
    expect(usage?.total_tokens).toBe(Number(usage?.input_tokens) + Number(usage?.output_tokens));
  });

  test("fits the schema of its text format", async () => {
    const { output_text } = await create({
      text: { format: { type: "json_schema", name: "town", schema, strict: true } },
    });
    expect(new Ajv2020().validate(schema, JSON.parse(output_text))).toBe(true);
  });

  test("counts what the cache held, images and files", async () => {
    const file_data = `data:application/pdf;base64,${"A".repeat(100)}`;
    const input: ResponseInputItem[] = [
      {
        role: "user",
        content: [
          { type: "input_text", text: "What is this?" },
          { type: "input_image", image_url: "data:image/png;base64,AAAA", detail: "auto" },
          { type: "input_file", filename: "a.pdf", file_data },
        ],
      },
    ];
    expect((await create({ input })).usage?.input_tokens_details.cached_tokens).toBe(0);
    const { usage } = await create({ input });
    expect(usage?.input_tokens).toBeGreaterThan(765 + 1_500);
    expect(usage?.input_tokens_details.cached_tokens).toBeGreaterThanOrEqual(1_024);
  });

  test("goes on with its own output and a tool's", async () => {
    const asked = await create({ tools: [tool], include: ["reasoning.encrypted_content"] });
    const results = asked.output.flatMap((item): ResponseInputItem[] =>
      item.type === "function_call"
        ? [{ type: "function_call_output", call_id: item.call_id, output: "12 degrees" }]
        : [],
    );
    expect(results).toHaveLength(1);
    const input = [
      { role: "user" as const, content: "How is the weather?" },
      ...(asked.output as ResponseInputItem[]),
      ...results,
    ];
    expect((await create({ tools: [tool], input })).output_text).toContain("canned answer");
  });
});

describe("what OpenAI would refuse", () => {
  const call = { type: "function_call", call_id: "c", name: "get_weather", arguments: "{}" };
  test.each([
    {
      name: "an unknown field",
      more: { foo: 1 },
      error: { code: "unknown_parameter", param: "foo" },
    },
    {
      name: "too few tokens",
      more: { max_output_tokens: 15 },
      error: { param: "max_output_tokens" },
    },
    {
      name: "a result without its call",
      more: { input: [{ type: "function_call_output", call_id: "c", output: "" }] },
      error: { param: "input", message: expect.stringMatching(/No tool call found/) },
    },
    {
      name: "a call without its result",
      more: { input: [call] },
      error: { message: expect.stringMatching(/No tool output found for function call c/) },
    },
    {
      name: "another's sealed thinking",
      more: { input: [{ type: "reasoning", summary: [], encrypted_content: "QUJD" }] },
      error: { code: "invalid_encrypted_content" },
    },
    {
      name: "an open schema called strict",
      more: { tools: [{ ...tool, parameters: { type: "object", properties: {} } }] },
      error: { code: "invalid_function_parameters" },
    },
    {
      name: "an earlier response, as none is kept",
      more: { previous_response_id: "resp_1" },
      error: { param: "previous_response_id" },
    },
  ])("is refused: $name", async ({ more, error }) => {
    const asked = create(more as Partial<Params>);
    await expect(asked).rejects.toBeInstanceOf(OpenAI.BadRequestError);
    await expect(asked).rejects.toMatchObject({ error });
  });

  test("is an item that is named by its id alone, as none is kept", async () => {
    const input = [{ type: "item_reference" as const, id: "msg_1" }];
    await expect(create({ input })).rejects.toMatchObject({
      status: 404,
      message: expect.stringContaining("Item with id 'msg_1' not found"),
    });
  });

  test("is a model of another dialect", async () => {
    await expect(create({ model: "sandbox-messages" })).rejects.toMatchObject({
      status: 404,
      code: "model_not_found",
    });
  });
});
