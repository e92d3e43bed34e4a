import fc from "fast-check";
import type { CallerRequest } from "../../../../../core/chat/caller-dialect";
import type { NeutralMessage, NeutralRequest } from "../../../../../core/chat/neutral/request";
import type { PlainKey } from "../../../../../core/ports/vault";
import { createConverseAdapter } from "../../../../../lambdas/shared/providers/converse/adapter";

const adapter = createConverseAdapter({
  provider: "bedrock",
  url: ({ region }) => `https://bedrock-runtime.${region}.amazonaws.com`,
  auth: (key) => ({ authorization: `Bearer ${key}` }),
});

const blank: NeutralRequest = {
  messages: [],
  tools: [],
  stop: [],
  choices: 1,
  stream: false,
  bound: [],
};
const hello: NeutralMessage = { role: "user", parts: [{ kind: "text", text: "Hello" }] };
const sonnet45 = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

const callFor = (request: NeutralRequest, id = sonnet45, key = "") =>
  adapter.toHttp({
    request: { neutral: () => request } as unknown as CallerRequest,
    model: { id, substitute: true, reasons: false, mostOutputTokens: 0 },
    key: key as PlainKey,
    settings: { region: "us-west-2" },
    passedHeaders: {},
  });

type Block = Record<string, Record<string, unknown>>;
type Body = {
  messages: { role: string; content: Block[] }[];
  system?: Block[];
  toolConfig?: { tools: Block[]; toolChoice?: unknown };
  inferenceConfig?: Record<string, unknown>;
  additionalModelRequestFields?: unknown;
  outputConfig?: unknown;
};
const bodyFor = (request: Partial<NeutralRequest>, id?: string): Body =>
  JSON.parse(callFor({ ...blank, messages: [hello], ...request }, id).body ?? "") as Body;

describe("a Converse call", () => {
  test("names region, model and operation by its address, and is carried by the SDK", () => {
    expect(callFor({ ...blank, messages: [hello] })).toMatchObject({
      method: "POST",
      url: "https://bedrock-runtime.us-west-2.amazonaws.com/model/us.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse",
      carrier: "bedrock",
    });
    const stream = callFor({ ...blank, messages: [hello], stream: true }, "m", "abc");
    expect(stream.url).toMatch(/\/model\/m\/converse-stream$/);
    expect(stream.headers.authorization).toBe("Bearer abc");
    expect(callFor(blank).headers).not.toHaveProperty("authorization");
  });

  test("has settings where Converse wants them", () => {
    const body = bodyFor({
      maxOutputTokens: 9,
      temperature: 0.5,
      topP: 0.9,
      topK: 5,
      stop: ["END"],
      shape: { kind: "schema", name: "City", schema: { type: "object" } },
      tools: [
        {
          name: "look",
          description: "Looks.",
          schema: { type: "object" },
          strict: true,
          cache: "5m",
        },
        { name: "stop" },
      ],
      toolChoice: { kind: "tool", name: "look" },
    });
    expect(body.inferenceConfig).toEqual({
      maxTokens: 9,
      temperature: 0.5,
      topP: 0.9,
      stopSequences: ["END"],
    });
    expect(body.additionalModelRequestFields).toEqual({ top_k: 5 });
    expect(body.outputConfig).toEqual({
      textFormat: {
        type: "json_schema",
        structure: { jsonSchema: { name: "City", schema: '{"type":"object"}' } },
      },
    });
    expect(body.toolConfig).toEqual({
      tools: [
        {
          toolSpec: {
            name: "look",
            description: "Looks.",
            inputSchema: { json: { type: "object" } },
            strict: true,
          },
        },
        { cachePoint: { type: "default" } },
        { toolSpec: { name: "stop", inputSchema: { json: { type: "object", properties: {} } } } },
      ],
      toolChoice: { tool: { name: "look" } },
    });
  });

  test("ids that Bedrock would refuse are renamed alike in a call and its result", () => {
    const odd = "call.with|strange letters";
    const messages: NeutralMessage[] = [
      hello,
      { role: "assistant", parts: [{ kind: "tool-call", id: odd, name: "t", arguments: "" }] },
      { role: "tool", parts: [{ kind: "tool-result", id: odd, content: [], isError: true }] },
    ];
    const [, call, result] = bodyFor({ messages, tools: [{ name: "t" }] }).messages;
    expect(call?.content[0]?.toolUse).toEqual({ toolUseId: "call00001", name: "t", input: {} });
    expect(result?.content[0]?.toolResult).toEqual({
      toolUseId: "call00001",
      content: [],
      status: "error",
    });
  });

  test("seals of its own go back, and thoughts of others stay away", () => {
    const seal = (dialect: "converse" | "messages", value: string) => ({ dialect, value });
    const messages: NeutralMessage[] = [
      hello,
      {
        role: "assistant",
        parts: [
          { kind: "reasoning", text: "mine", seal: seal("converse", "sig") },
          { kind: "reasoning", text: "", seal: seal("converse", "AAEC"), redacted: true },
          { kind: "reasoning", text: "foreign", seal: seal("messages", "other") },
          { kind: "reasoning", text: "unsigned" },
          { kind: "text", text: "Hi" },
        ],
      },
    ];
    expect(bodyFor({ messages }).messages[1]?.content).toEqual([
      { reasoningContent: { reasoningText: { text: "mine", signature: "sig" } } },
      { reasoningContent: { redactedContent: "AAEC" } },
      { text: "Hi" },
    ]);
  });

  test("a document's name has only what Bedrock allows", () => {
    const media = { kind: "data", mediaType: "application/pdf", base64: "cGRm" } as const;
    const parts = ["a/../b_ü  [1].pdf", "…", undefined].map((name) => ({
      kind: "document" as const,
      media,
      ...(name !== undefined && { name }),
    }));
    const content = bodyFor({ messages: [{ role: "user", parts }, hello] }).messages[0]?.content;
    const names = content?.flatMap(({ document }) => (document ? [document.name] : []));
    expect(names).toEqual(["a b [1] pdf", "document 2", "document 3"]);
  });

  test.each([
    [sonnet45, "1h", { type: "default", ttl: "1h" }],
    [sonnet45, "5m", { type: "default" }],
    ["anthropic.claude-3-7-sonnet-20250219-v1:0", "1h", { type: "default" }],
    ["us.amazon.nova-pro-v1:0", "1h", { type: "default" }],
    ["meta.llama3-70b-instruct-v1:0", "5m", undefined],
  ] as const)("%s is marked for %s by %j", (id, cache, point) => {
    const messages: NeutralMessage[] = [
      { role: "user", parts: [{ kind: "text", text: "Hello", cache }] },
    ];
    expect(bodyFor({ messages }, id).messages[0]?.content[1]?.cachePoint).toEqual(point);
  });

  test.each<[string, NeutralRequest["reasoning"], unknown]>([
    [
      "anthropic.claude-sonnet-4-20250514-v1:0",
      { budgetTokens: 2_000 },
      { thinking: { type: "enabled", budget_tokens: 2_000 } },
    ],
    [sonnet45, { effort: "medium" }, { thinking: { type: "enabled", budget_tokens: 8_192 } }],
    [sonnet45, { effort: "none" }, undefined],
    [sonnet45, { adaptive: true }, { thinking: { type: "enabled", budget_tokens: 24_576 } }],
    [
      "anthropic.claude-opus-4-6-v1",
      { effort: "xhigh" },
      { thinking: { type: "adaptive" }, output_config: { effort: "max" } },
    ],
    [
      "anthropic.claude-opus-4-8",
      { effort: "xhigh", shown: true },
      { thinking: { type: "adaptive", display: "summarized" }, output_config: { effort: "xhigh" } },
    ],
    [
      "anthropic.claude-opus-4-7",
      { budgetTokens: 4_000 },
      { thinking: { type: "adaptive" }, output_config: { effort: "medium" } },
    ],
    ["anthropic.claude-sonnet-5", { effort: "none" }, { thinking: { type: "disabled" } }],
    [
      "us.amazon.nova-2-lite-v1:0",
      { effort: "low" },
      { reasoningConfig: { type: "enabled", maxReasoningEffort: "low" } },
    ],
    ["openai.gpt-oss-120b-1:0", { effort: "high" }, { reasoning_effort: "high" }],
  ])("%s is told to think %j", (id, reasoning, fields) => {
    const body = bodyFor({ ...(reasoning && { reasoning }) }, id);
    expect(body.additionalModelRequestFields).toEqual(fields);
  });
});

describe("what can't be said is named", () => {
  const naming = (request: Partial<NeutralRequest>, id?: string) =>
    adapter.uncarried({ ...blank, messages: [hello], ...request }, id);
  const call: NeutralMessage = {
    role: "assistant",
    parts: [{ kind: "tool-call", id: "a", name: "t", arguments: "{}" }],
  };
  const image = (mediaType: string) => ({
    kind: "image" as const,
    media: { kind: "data" as const, mediaType, base64: "aQ==" },
  });
  const pdf = { kind: "data" as const, mediaType: "application/pdf", base64: "cGRm" };

  test.each<[Partial<NeutralRequest>, string[], string?]>([
    [{}, []],
    [{ seed: 1, temperature: 1.5 }, ["temperature above 1", "seed"]],
    [{ shape: { kind: "json" } }, ["JSON object answers"]],
    [{ parallelToolCalls: false }, ["no parallel tool calls"]],
    [
      { messages: [hello, { role: "system", parts: [] }] },
      ["a system message within the conversation"],
    ],
    [{ tools: [{ name: "t" }], toolChoice: { kind: "none" } }, []],
    [
      { messages: [hello, call], tools: [{ name: "t" }], toolChoice: { kind: "none" } },
      ["tool_choice none"],
    ],
    [{ messages: [hello, call] }, ["tool calls of earlier turns without tools"]],
    [{ tools: [{ name: "a.b" }] }, ["tool names other than 1 to 64 letters, digits, _ and -"]],
    [{ messages: [{ role: "user", parts: [image("image/png")] }] }, []],
    [
      { messages: [{ role: "user", parts: [image("image/bmp")] }] },
      ["images other than PNG, JPEG, GIF and WebP"],
    ],
    [
      { messages: [{ role: "user", parts: [{ kind: "document", media: pdf }] }] },
      ["a document without a text beside it"],
    ],
    [{ bound: ["tools[0]"] }, ["tools[0]"]],
    [{ reasoning: { effort: "low" } }, [], sonnet45],
    [{ reasoning: { effort: "low" } }, ["reasoning effort"], "meta.llama3-70b-instruct-v1:0"],
    [
      { reasoning: { effort: "low" } },
      ["reasoning effort"],
      "anthropic.claude-3-haiku-20240307-v1:0",
    ],
    [{ reasoning: { effort: "none" } }, ["reasoning effort"], "anthropic.claude-opus-5-5"],
    [{ reasoning: { effort: "low" }, temperature: 0.2 }, ["temperature"], sonnet45],
    [{ temperature: 0.2, topP: 0.5 }, ["temperature together with top_p"], sonnet45],
    [{ temperature: 0.2 }, ["temperature"], "anthropic.claude-opus-4-7"],
    [{ topK: 3 }, ["top_k"], "mistral.mistral-large-3-675b-instruct"],
  ])("%j: %j", (...[request, named, id]) => expect(naming(request, id)).toEqual(named));
});

describe("any conversation", () => {
  const text = fc.string({ minLength: 1 }).map((value) => `${value}.`);
  const textPart = fc.record({ kind: fc.constant("text" as const), text });
  const id = fc.string({ minLength: 1, maxLength: 80 });
  const message: fc.Arbitrary<NeutralMessage> = fc.oneof(
    fc.record({ role: fc.constant("user" as const), parts: fc.array(textPart, { minLength: 1 }) }),
    fc.record({
      role: fc.constant("assistant" as const),
      parts: fc.array(
        fc.oneof(
          textPart,
          fc.record({
            kind: fc.constant("tool-call" as const),
            id,
            name: fc.constant("t"),
            arguments: fc.dictionary(text, fc.jsonValue()).map((value) => JSON.stringify(value)),
          }),
        ),
        { minLength: 1 },
      ),
    }),
    fc.record({
      role: fc.constant("tool" as const),
      parts: fc.array(
        fc.record({ kind: fc.constant("tool-result" as const), id, content: fc.array(textPart) }),
        { minLength: 1 },
      ),
    }),
  );

  /** What is said by whom, in order, read from either side. */
  const saidIn = (messages: readonly NeutralMessage[]) =>
    messages.flatMap((one) =>
      one.parts.map((part) => {
        const side = one.role === "assistant" ? "assistant" : "user";
        if (part.kind === "text") return [side, part.text];
        if (part.kind === "tool-call")
          return [side, part.name, JSON.parse(part.arguments) as unknown];
        return [
          side,
          part.kind === "tool-result" && part.content.map((piece) => "text" in piece && piece.text),
        ];
      }),
    );
  const saidOut = ({ messages }: Body) =>
    messages.flatMap(({ role, content }) =>
      content.map(({ text: said, toolUse, toolResult }) => {
        if (said !== undefined) return [role, said];
        if (toolUse) return [role, toolUse.name, toolUse.input];
        const results = (toolResult?.content ?? []) as Block[];
        return [role, results.map((block) => block.text)];
      }),
    );

  test("keeps every word, call and result in order, in turns that alternate", () => {
    fc.assert(
      fc.property(fc.array(message, { minLength: 1 }), (messages) => {
        const body = bodyFor({ messages, tools: [{ name: "t" }] });
        expect(saidOut(body)).toEqual(saidIn(messages));
        const roles = body.messages.map(({ role }) => role);
        expect(roles.every((role, at) => role !== roles[at - 1])).toBe(true);
      }),
    );
  });

  test("has ids that Bedrock takes, different ones for different calls", () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 1 }), (ids) => {
        const parts = ids.map((one) => ({
          kind: "tool-call" as const,
          id: one,
          name: "t",
          arguments: "",
        }));
        const body = bodyFor({ messages: [{ role: "assistant", parts }] });
        const written = body.messages[0]?.content.map(({ toolUse }) => String(toolUse?.toolUseId));
        expect(written?.every((one) => /^[A-Za-z0-9_-]{1,64}$/.test(one))).toBe(true);
        expect(new Set(written).size).toBe(ids.length);
      }),
    );
  });
});
