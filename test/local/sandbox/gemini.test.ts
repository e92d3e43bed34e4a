import { Ajv2020 } from "ajv/dist/2020";
import { type ServedSandbox, serveSandbox } from "./serve-sandbox";

let sandbox: ServedSandbox;
beforeAll(async () => {
  sandbox = await serveSandbox();
});
afterAll(() => sandbox.close());

type Part = {
  text?: string;
  thought?: boolean;
  thoughtSignature?: string;
  functionCall?: { id: string; name: string; args: object };
};
type Usage = Record<string, number>;
type Generated = {
  candidates: [{ content: { parts: Part[] }; finishReason?: string }];
  usageMetadata: Usage;
};

const schema = {
  type: "object",
  properties: { city: { type: "string" } },
  required: ["city"],
  additionalProperties: false,
};
const tools = [
  {
    functionDeclarations: [
      {
        name: "get_weather",
        description: "Tells the temperature of a town.",
        parametersJsonSchema: schema,
      },
    ],
  },
];
const user = { role: "user", parts: [{ text: "How is the weather?" }] };
const body = { contents: [user] };

const generate = async (more: object = {}, model = "sandbox-gemini") => {
  const response = await sandbox.gemini(`${model}:generateContent`, { ...body, ...more });
  return { status: response.status, json: (await response.json()) as Generated };
};

const stream = async (more: object) => {
  const path = "sandbox-gemini:streamGenerateContent?alt=sse";
  const response = await sandbox.gemini(path, { ...body, ...more });
  const events = (await response.text()).split("\n\n").filter(Boolean);
  return events.map((event) => JSON.parse(event.replace(/^data: /, "")) as Generated);
};

const said = (parts: readonly Part[]) => {
  const texts = (thought: boolean) =>
    parts.map((part) => (Boolean(part.thought) === thought ? (part.text ?? "") : "")).join("");
  const calls = parts.flatMap(({ functionCall, thoughtSignature }) =>
    functionCall ? [{ ...functionCall, id: "", thoughtSignature }] : [],
  );
  return { thought: texts(true), text: texts(false), calls };
};

const includeThoughts = { thinkingConfig: { includeThoughts: true } };

describe("generated content", () => {
  test.each([
    { name: "text, its thinking hidden", more: {}, ending: "STOP" },
    { name: "thoughts", more: { generationConfig: includeThoughts }, ending: "STOP" },
    { name: "a function call", more: { tools }, ending: "STOP" },
    {
      name: "a cut",
      more: { generationConfig: { maxOutputTokens: 3, thinkingConfig: { thinkingBudget: 0 } } },
      ending: "MAX_TOKENS",
    },
  ])("streams what it says whole, and counts the same: $name", async ({ more, ending }) => {
    const { json } = await generate(more);
    const chunks = await stream(more);
    expect(json.candidates[0].finishReason).toBe(ending);
    expect(chunks.at(-1)?.candidates[0].finishReason).toBe(ending);
    const parts = chunks.flatMap(({ candidates: [candidate] }) => candidate.content.parts);
    expect(said(parts)).toEqual(said(json.candidates[0].content.parts));
    expect(chunks.at(-1)?.usageMetadata).toEqual(json.usageMetadata);
    const {
      promptTokenCount,
      candidatesTokenCount,
      thoughtsTokenCount = 0,
      totalTokenCount,
    } = json.usageMetadata;
    expect(totalTokenCount).toBe(
      Number(promptTokenCount) + Number(candidatesTokenCount) + thoughtsTokenCount,
    );
  });

  test("shows thoughts where they are asked for, and counts them beside the answer", async () => {
    const shown = (await generate({ generationConfig: includeThoughts })).json;
    const { thought, text } = said(shown.candidates[0].content.parts);
    expect(thought).toMatch(/.{100}/);
    expect(text).toContain("canned answer");
    expect(shown.usageMetadata.thoughtsTokenCount).toBeGreaterThanOrEqual(64);
    const hidden = (await generate()).json;
    expect(said(hidden.candidates[0].content.parts)).toEqual({ thought: "", text, calls: [] });
    expect(hidden.usageMetadata).toEqual(shown.usageMetadata);
  });

  test.each([
    { name: "JSON Schema", config: { responseJsonSchema: schema } },
    {
      name: "Google's own schema",
      config: {
        responseSchema: {
          type: "OBJECT",
          properties: { city: { type: "STRING" } },
          required: ["city"],
        },
      },
    },
  ])("fits its schema: $name", async ({ config }) => {
    const generationConfig = { responseMimeType: "application/json", ...config };
    const { json } = await generate({ generationConfig });
    const content = JSON.parse(said(json.candidates[0].content.parts).text) as object;
    expect(new Ajv2020().validate({ ...schema, additionalProperties: true }, content)).toBe(true);
  });

  test("goes on with its own call, signed, and a function's answer", async () => {
    const { json } = await generate({ tools });
    const call = json.candidates[0].content.parts[0];
    expect(call?.thoughtSignature).toMatch(/^[\w+/=]{40,}$/);
    const answer = {
      role: "user",
      parts: [{ functionResponse: { name: "get_weather", response: { result: "12" } } }],
    };
    const contents = [user, { role: "model", parts: [call] }, answer];
    const after = await generate({ tools, contents });
    expect(said(after.json.candidates[0].content.parts).text).toContain("canned answer");
    const signed = async (thoughtSignature: string) => {
      const turn = { role: "model", parts: [{ ...call, thoughtSignature }] };
      return (await generate({ tools, contents: [user, turn, answer] })).status;
    };
    expect(await signed("QUJD")).toBe(400);
    const madeByOthers = "skip_thought_signature_validator";
    expect(await signed(madeByOthers)).toBe(200);
    expect(await signed(Buffer.from(madeByOthers).toString("base64"))).toBe(200);
  });
});

describe("what Google would refuse", () => {
  const call = { functionCall: { name: "get_weather", args: {} } };
  test.each([
    { name: "an unknown field", more: { foo: 1 }, says: /Unknown name "foo": Cannot find field/ },
    {
      name: "an unknown field within",
      more: { generationConfig: { n: 2 } },
      says: /Unknown name "n" at 'generationConfig'/,
    },
    {
      name: "a role of another dialect",
      more: { contents: [{ role: "assistant", parts: [{ text: "x" }] }] },
      says: /Please use a valid role/,
    },
    {
      name: "JSON Schema where Google's own is meant",
      more: { tools: [{ functionDeclarations: [{ name: "f", parameters: schema }] }] },
      says: /Unknown name "additionalProperties"/,
    },
    {
      name: "a schema of a plain text",
      more: { generationConfig: { responseJsonSchema: schema } },
      says: /responseMimeType/,
    },
    {
      name: "a budget and a level",
      more: { generationConfig: { thinkingConfig: { thinkingBudget: 1, thinkingLevel: "LOW" } } },
      says: /only one of thinking budget and thinking level/,
    },
    {
      name: "a call at the start",
      more: { contents: [{ role: "model", parts: [call] }, user] },
      says: /immediately after a user turn/,
    },
    {
      name: "a call without its answer",
      more: { contents: [user, { role: "model", parts: [call] }, user] },
      says: /number of function response parts/,
    },
  ])("is refused in its shape: $name", async ({ more, says }) => {
    const { status, json } = await generate(more);
    expect(status).toBe(400);
    expect(json).toEqual({
      error: { code: 400, message: expect.stringMatching(says), status: "INVALID_ARGUMENT" },
    });
  });

  test("is an unknown model of the sandbox's, not a model of Google's", async () => {
    const { status, json } = await generate({}, "sandbox-nope");
    expect(status).toBe(404);
    expect(json).toMatchObject({ error: { status: "NOT_FOUND" } });
    expect((await generate({}, "gemini-2.5-flash")).status).toBe(200);
  });

  test("is a wrong key", async () => {
    const response = await sandbox.gemini("sandbox-gemini:generateContent", body, "wrong");
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { message: expect.stringMatching(/API key not valid/) },
    });
  });
});
