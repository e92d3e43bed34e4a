import {
  BedrockRuntimeClient,
  type ContentBlock,
  ConverseCommand,
  type ConverseCommandInput,
  ConverseStreamCommand,
  type ConverseStreamOutput,
  type Message,
} from "@aws-sdk/client-bedrock-runtime";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { Ajv2020 } from "ajv/dist/2020";
import { sandboxKey } from "../../../local/sandbox/sandbox-key";
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
const toolConfig = {
  tools: [
    {
      toolSpec: {
        name: "get_weather",
        description: "Tells the temperature of a town.",
        inputSchema: { json: schema },
      },
    },
  ],
};
const user: Message = { role: "user", content: [{ text: "How is the weather?" }] };
const body: ConverseCommandInput = { modelId: "sandbox-converse", messages: [user] };
const converse = (more: Partial<ConverseCommandInput> = {}) =>
  sandbox.bedrock.send(new ConverseCommand({ ...body, ...more }));

const stream = async (more: Partial<ConverseCommandInput>) => {
  const { stream: events } = await sandbox.bedrock.send(
    new ConverseStreamCommand({ ...body, ...more }),
  );
  const all: ConverseStreamOutput[] = [];
  for await (const event of events ?? []) all.push(event);
  return all;
};

/** The blocks of a stream, joined: text, thoughts and arguments. */
const joined = (events: readonly ConverseStreamOutput[]) => {
  const blocks: { text: string; thought: string; signature: string; input: string }[] = [];
  for (const { contentBlockDelta: { contentBlockIndex = 0, delta } = {} } of events) {
    if (!delta) continue;
    const block = blocks[contentBlockIndex] ?? {
      text: "",
      thought: "",
      signature: "",
      input: "",
    };
    blocks[contentBlockIndex] = block;
    block.text += delta.text ?? "";
    block.thought += delta.reasoningContent?.text ?? "";
    block.signature += delta.reasoningContent?.signature ?? "";
    block.input += delta.toolUse?.input ?? "";
  }
  return blocks;
};

const parts = (content: readonly ContentBlock[] | undefined) =>
  (content ?? []).map(({ text, reasoningContent, toolUse }) => ({
    text: text ?? "",
    thought: reasoningContent?.reasoningText?.text ?? "",
    signature: reasoningContent?.reasoningText?.signature ?? "",
    input: toolUse ? JSON.stringify(toolUse.input) : "",
  }));

describe("a conversation", () => {
  test.each<{ name: string; more: Partial<ConverseCommandInput>; ending: string; blocks: number }>([
    { name: "thoughts and text", more: {}, ending: "end_turn", blocks: 2 },
    {
      name: "text alone",
      more: { additionalModelRequestFields: { thinking: { type: "disabled" } } },
      ending: "end_turn",
      blocks: 1,
    },
    { name: "a tool call", more: { toolConfig }, ending: "tool_use", blocks: 2 },
    {
      name: "a cut",
      more: { inferenceConfig: { maxTokens: 10 } },
      ending: "max_tokens",
      blocks: 1,
    },
    {
      name: "a stop sequence",
      more: {
        inferenceConfig: { stopSequences: [" canned"] },
        additionalModelResponseFieldPaths: ["/stop_sequence"],
      },
      ending: "stop_sequence",
      blocks: 2,
    },
  ])("streams what it says whole: $name", async ({ more, ending, blocks }) => {
    const whole = await converse(more);
    const content = whole.output?.message?.content;
    expect(content).toHaveLength(blocks);
    expect(whole.stopReason).toBe(ending);
    const events = await stream(more);
    expect(joined(events)).toEqual(parts(content));
    const end = events.find(({ messageStop }) => messageStop)?.messageStop;
    expect(end?.stopReason).toBe(ending);
    expect(end?.additionalModelResponseFields).toEqual(whole.additionalModelResponseFields);
    const usage = events.at(-1)?.metadata?.usage;
    expect(usage).toEqual(whole.usage);
    expect(usage?.totalTokens).toBe(Number(usage?.inputTokens) + Number(usage?.outputTokens));
  });

  test("fits the schema of its text format", async () => {
    const { output } = await converse({
      outputConfig: {
        textFormat: {
          type: "json_schema",
          structure: { jsonSchema: { schema: JSON.stringify(schema), name: "town" } },
        },
      },
    });
    const text = output?.message?.content?.at(-1)?.text ?? "";
    expect(new Ajv2020().validate(schema, JSON.parse(text))).toBe(true);
  });

  test("counts what a cache point wrote and read apart, images and documents with it", async () => {
    const text = "a sentence that is said again and again. ".repeat(200);
    const bytes = new Uint8Array([1, 2, 3]);
    const content: ContentBlock[] = [
      { text },
      { image: { format: "png", source: { bytes } } },
      { document: { format: "pdf", name: "a paper", source: { bytes } } },
      { cachePoint: { type: "default" } },
      { text: "What is this?" },
    ];
    const messages: Message[] = [{ role: "user", content }];
    const written = (await converse({ messages })).usage;
    const read = (await converse({ messages })).usage;
    expect(written?.cacheWriteInputTokens).toBeGreaterThan(1_024 + 765 + 1_500);
    expect(read?.cacheReadInputTokens).toBe(written?.cacheWriteInputTokens);
    expect(read?.inputTokens).toBeLessThan(20);
    expect(read?.totalTokens).toBe(written?.totalTokens);
  });

  test("goes on with its own call and a tool's result, thoughts unchanged", async () => {
    const asked = (await converse({ toolConfig })).output?.message as Message;
    const content = (asked.content ?? []).flatMap(({ toolUse }): ContentBlock[] =>
      toolUse
        ? [{ toolResult: { toolUseId: toolUse.toolUseId, content: [{ text: "12 degrees" }] } }]
        : [],
    );
    const goOn = (said: Message) =>
      converse({ toolConfig, messages: [user, said, { role: "user", content }] });
    const { output } = await goOn(asked);
    expect(output?.message?.content?.at(-1)?.text).toContain("canned answer");
    const forged = { reasoningContent: { reasoningText: { text: "x", signature: "QUJD" } } };
    await expect(
      goOn({ ...asked, content: [forged, ...(asked.content?.slice(1) ?? [])] }),
    ).rejects.toThrow(/Invalid `signature` in `thinking` block/);
  });
});

describe("what Bedrock would refuse", () => {
  const assistant: Message = { role: "assistant", content: [{ text: "Hello" }] };
  const toolUse = { toolUseId: "t", name: "get_weather", input: {} };
  test.each<{ name: string; more: Partial<ConverseCommandInput>; says: RegExp }>([
    {
      name: "an answer at the start",
      more: { messages: [assistant, user] },
      says: /must start with a user message/,
    },
    {
      name: "two messages of one role",
      more: { messages: [user, user] },
      says: /must alternate between user and assistant/,
    },
    {
      name: "a blank text",
      more: { messages: [{ role: "user", content: [{ text: " " }] }] },
      says: /messages\.0\.content\.0 is blank/,
    },
    {
      name: "a call without its result",
      more: { messages: [user, { role: "assistant", content: [{ toolUse }] }, user], toolConfig },
      says: /Expected toolResult blocks at messages\.2\.content for the following Ids: t/,
    },
    {
      name: "a field of the model's that it has not",
      more: { additionalModelRequestFields: { foo: 1 } },
      says: /additionalModelRequestFields\.foo/,
    },
    {
      name: "a temperature above 1",
      more: { inferenceConfig: { temperature: 2 } },
      says: /inferenceConfig\.temperature/,
    },
    {
      name: "an unknown model of the sandbox's",
      more: { modelId: "sandbox-nope" },
      says: /The provided model identifier is invalid/,
    },
  ])("is refused by its exception: $name", async ({ more, says }) => {
    const asked = converse(more);
    await expect(asked).rejects.toMatchObject({
      name: "ValidationException",
      message: expect.stringMatching(says),
    });
  });

  test("is a call that nobody signed", async () => {
    const response = await fetch(`${sandbox.origin}/model/sandbox-converse/converse`, {
      method: "POST",
      body: "{}",
    });
    expect(response.status).toBe(403);
    expect(response.headers.get("x-amzn-errortype")).toBe("MissingAuthenticationTokenException");
  });

  test("is neither the sandbox's key as an API key nor any of Bedrock's models", async () => {
    const client = new BedrockRuntimeClient({
      endpoint: sandbox.origin,
      region: "us-east-1",
      requestHandler: new NodeHttpHandler(),
      token: { token: sandboxKey },
      authSchemePreference: ["httpBearerAuth"],
    });
    const modelId = "us.anthropic.claude-haiku-4-5-20251001-v1:0";
    const { stopReason } = await client.send(new ConverseCommand({ ...body, modelId }));
    client.destroy();
    expect(stopReason).toBe("end_turn");
  });
});
