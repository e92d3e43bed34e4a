import { ConverseCommand } from "@aws-sdk/client-bedrock-runtime";
import { ask, type ServedSandbox, serveSandbox } from "./serve-sandbox";

let sandbox: ServedSandbox;
beforeAll(async () => {
  sandbox = await serveSandbox();
});
afterAll(() => sandbox.close());

/** A name that no dialect claims. */
const model = "able-1";
const system = "Be brief.";
const prompt = "How is the weather?";
const description = "Tells the temperature of a town.";
const schema = {
  type: "object" as const,
  properties: { city: { type: "string" }, unit: { enum: ["celsius", "kelvin"] } },
  required: ["city", "unit"],
};

type Said = { readonly text: string; readonly calls: readonly unknown[] };
type Ways = Readonly<Record<string, (tools: boolean) => Promise<Said>>>;

const ways: Ways = {
  completions: async (tools) => {
    const { choices } = await sandbox.client.chat.completions.create({
      model,
      messages: [{ role: "system", content: system }, ...ask(prompt)],
      ...(tools && {
        tools: [
          { type: "function", function: { name: "get_weather", description, parameters: schema } },
        ],
      }),
    });
    const message = choices[0]?.message;
    const calls = (message?.tool_calls ?? []).map((call) =>
      call.type === "function" ? JSON.parse(call.function.arguments) : undefined,
    );
    return { text: message?.content ?? "", calls };
  },
  responses: async (tools) => {
    const { output, output_text: text } = await sandbox.client.responses.create({
      model,
      instructions: system,
      input: prompt,
      ...(tools && {
        tools: [
          { type: "function", name: "get_weather", description, parameters: schema, strict: false },
        ],
      }),
    });
    const calls = output.flatMap((item) =>
      item.type === "function_call" ? [JSON.parse(item.arguments)] : [],
    );
    return { text, calls };
  },
  messages: async (tools) => {
    const { content } = await sandbox.anthropic.messages.create({
      model,
      max_tokens: 1_000,
      system,
      messages: ask(prompt),
      ...(tools && { tools: [{ name: "get_weather", description, input_schema: schema }] }),
    });
    const calls = content.flatMap((block) => (block.type === "tool_use" ? [block.input] : []));
    return { text: content[0]?.type === "text" ? content[0].text : "", calls };
  },
  gemini: async (tools) => {
    const response = await sandbox.gemini(`${model}:generateContent`, {
      systemInstruction: { parts: [{ text: system }] },
      contents: [{ role: "user", parts: [{ text: prompt }] }],
      ...(tools && {
        tools: [
          {
            functionDeclarations: [
              { name: "get_weather", description, parametersJsonSchema: schema },
            ],
          },
        ],
      }),
    });
    const { candidates } = (await response.json()) as {
      candidates: [{ content: { parts: { text?: string; functionCall?: { args: object } }[] } }];
    };
    const { parts } = candidates[0].content;
    const calls = parts.flatMap(({ functionCall }) => (functionCall ? [functionCall.args] : []));
    return { text: parts[0]?.text ?? "", calls };
  },
  converse: async (tools) => {
    const { output } = await sandbox.bedrock.send(
      new ConverseCommand({
        modelId: model,
        system: [{ text: system }],
        messages: [{ role: "user", content: [{ text: prompt }] }],
        ...(tools && {
          toolConfig: {
            tools: [
              { toolSpec: { name: "get_weather", description, inputSchema: { json: schema } } },
            ],
          },
        }),
      }),
    );
    const content = output?.message?.content ?? [];
    const calls = content.flatMap(({ toolUse }) => (toolUse ? [toolUse.input] : []));
    return { text: content[0]?.text ?? "", calls };
  },
};

test.each([{ tools: false }, { tools: true }])(
  "one prompt gets one answer in every dialect (tools: $tools)",
  async ({ tools }) => {
    const all = await Promise.all(Object.values(ways).map((way) => way(tools)));
    expect(all[0]?.calls).toHaveLength(tools ? 1 : 0);
    expect(all[0]?.text === "").toBe(tools);
    for (const said of all) expect(said).toEqual(all[0]);
  },
);
