import type OpenAI from "openai";
import type { ChatCompletionMessageParam } from "openai/resources/chat/completions";
import { type Product, startProduct } from "../support/product";
import { openRecords, type Records } from "../support/records";

let product: Product;
let records: Records;
let client: OpenAI;
beforeAll(async () => {
  product = await startProduct();
  records = openRecords(product);
  client = product.client();
}, 60_000);
afterAll(async () => {
  records.close();
  await product.dispose();
});

const tools = [
  {
    type: "function" as const,
    function: {
      name: "lookup",
      description: "Looks an order up",
      parameters: { type: "object", properties: { order: { type: "integer" } } },
    },
  },
];

/** Sends a conversation as it stands, and adds the answer to it. */
const turn = async (
  messages: ChatCompletionMessageParam[],
  more: Partial<OpenAI.ChatCompletionCreateParamsNonStreaming> = {},
) => {
  const { data, response } = await client.chat.completions
    .create({ model: "gpt-4o", messages, ...more })
    .withResponse();
  const message = data.choices[0]?.message;
  if (!message) throw new Error("no answer");
  messages.push(message);
  const record = await records.untilRow(response.headers.get("x-smashcost-request-id") ?? "");
  return { message, record, why: response.headers.get("x-smashcost-routing") ?? "" };
};

describe("a conversation with the running product", () => {
  test("stays where its prompt is cached, and the bill shows that it was", async () => {
    const manual = "Turn the machine off before you open it. ".repeat(200);
    const messages: ChatCompletionMessageParam[] = [
      { role: "system", content: manual },
      { role: "user", content: "Extract all verbs of the manual as JSON." },
    ];
    const response_format = {
      type: "json_schema" as const,
      json_schema: { name: "verbs", schema: { type: "object", properties: {} } },
    };
    const first = await turn(messages, { response_format });
    expect(first.record.warm).toBeUndefined();
    messages.push({ role: "user", content: "And now the nouns." });
    const second = await turn(messages, { response_format });
    const { used, warm, tokens, cost } = second.record;
    expect(used).toEqual(first.record.used);
    expect(second.why).toMatch(/^stays on sandbox-\w+: its warm cache saves \$0\.000/);
    expect(second.record.reason).toBe(second.why);
    expect(warm?.offer).toBe(`sandbox/${used?.model}`);
    // What was foreseen is what the provider then billed, to one step of its cache.
    expect(tokens.cacheRead).toBeGreaterThan(1_024);
    expect(Math.abs(tokens.cacheRead - (warm?.cachedTokens ?? 0))).toBeLessThanOrEqual(128);
    expect(cost).toBeLessThan(first.record.cost ?? 0);
  });

  test("keeps its model from a tool's call to the tool's answer", async () => {
    const messages: ChatCompletionMessageParam[] = [
      { role: "user", content: "Prove which of the orders 7 and 8 ships first, step by step." },
    ];
    const called = await turn(messages, { tools, tool_choice: "required" });
    const [call] = called.message.tool_calls ?? [];
    if (!call) throw new Error("no tool was called");
    messages.push({ role: "tool", tool_call_id: call.id, content: "order 7: in transit" });
    const step = await turn(messages, { tools });
    expect(step.record.used).toEqual(called.record.used);
    expect(step.why).toContain("within its tool loop");
    expect(step.record.warm?.offer).toBe(`sandbox/${called.record.used?.model}`);
  });
});
