import { Ajv2020 } from "ajv/dist/2020";
import { sandboxOffers } from "../../../local/sandbox/models";
import { parsePace } from "../../../local/sandbox/pace";
import { ask, type ServedSandbox, serveSandbox } from "./serve-sandbox";

let sandbox: ServedSandbox;
beforeAll(async () => {
  sandbox = await serveSandbox();
});
afterAll(() => sandbox.close());

type CompletionBody = { usage: { prompt_tokens: number } };
type ErrorBody = { error: Record<"message" | "type" | "param" | "code", string | null> };

const image = {
  role: "user",
  content: [
    { type: "text", text: "What is this?" },
    { type: "image_url", image_url: { url: "data:image/png;base64,AAAA" } },
  ],
};

describe("structured output", () => {
  const schema = {
    type: "object",
    properties: {
      steps: { type: "array", items: { $ref: "#/$defs/step" } },
      ok: { type: "boolean" },
    },
    required: ["steps", "ok"],
    additionalProperties: false,
    $defs: { step: { type: "object", properties: { n: { type: "integer" } }, required: ["n"] } },
  };

  test("satisfies the schema of json_schema", async () => {
    const answer = await sandbox.client.chat.completions.create({
      model: "sandbox-small",
      messages: ask("plan"),
      response_format: { type: "json_schema", json_schema: { name: "plan", strict: true, schema } },
    });
    const content = JSON.parse(answer.choices[0]?.message.content ?? "");
    expect(new Ajv2020().validate(schema, content)).toBe(true);
  });

  test("is an object that says it is canned for json_object", async () => {
    const answer = await sandbox.client.chat.completions.create({
      model: "sandbox-tiny",
      messages: ask("json please"),
      response_format: { type: "json_object" },
    });
    expect(JSON.parse(answer.choices[0]?.message.content ?? "")).toMatchObject({ canned: true });
  });
});

describe("an image", () => {
  test("is taken by the vision model and counted as prompt", async () => {
    const answer = await sandbox.post({ model: "sandbox-vision", messages: [image] });
    expect(answer.status).toBe(200);
    expect(((await answer.json()) as CompletionBody).usage.prompt_tokens).toBeGreaterThan(765);
  });
});

const tool = { type: "function", function: { name: "f" } };

describe("a request that can't be answered", () => {
  test.each([
    { name: "no JSON", body: "{", status: 400, error: { message: /JSON/ } },
    {
      name: "no messages",
      body: { messages: undefined },
      status: 400,
      error: { param: "messages" },
    },
    {
      name: "a message of an unknown role",
      body: { messages: [{ role: "usr", content: "" }] },
      status: 400,
      error: { param: "messages[0].role" },
    },
    {
      name: "an unknown model",
      body: { model: "sandbox-nope" },
      status: 404,
      error: { code: "model_not_found" },
    },
    {
      name: "an image to a blind model",
      body: { messages: [image] },
      status: 400,
      error: { message: /image_url/ },
    },
    {
      name: "tools to a model without",
      body: { model: "sandbox-tiny", tools: [tool] },
      status: 400,
      error: { param: "tools" },
    },
    {
      name: "a temperature to a model without",
      body: { model: "sandbox-reasoner", temperature: 0 },
      status: 400,
      error: { param: "temperature" },
    },
    {
      name: "top_logprobs alone",
      body: { top_logprobs: 2 },
      status: 400,
      error: { param: "top_logprobs" },
    },
    {
      name: "stream_options without a stream",
      body: { stream_options: { include_usage: true } },
      status: 400,
      error: { param: "stream_options" },
    },
    {
      name: "a choice of a tool that is not there",
      body: { tools: [tool], tool_choice: { type: "function", function: { name: "g" } } },
      status: 400,
      error: { param: "tool_choice" },
    },
    {
      name: "a prompt above the context",
      body: { model: "sandbox-tiny", messages: ask("word ".repeat(33_000)) },
      status: 400,
      error: { code: "context_length_exceeded" },
    },
    {
      name: "a schema that is none",
      body: {
        response_format: {
          type: "json_schema",
          json_schema: { name: "a", schema: { type: "text" } },
        },
      },
      status: 400,
      error: { code: "invalid_json_schema" },
    },
  ])("is refused in OpenAI's shape: $name", async ({ body, status, error }) => {
    const whole = { model: "sandbox-small", messages: ask("hi") };
    const answer = await sandbox.post(typeof body === "string" ? body : { ...whole, ...body });
    expect(answer.status).toBe(status);
    const got = ((await answer.json()) as ErrorBody).error;
    expect(Object.keys(got).sort()).toEqual(["code", "message", "param", "type"]);
    expect(got.type).toBe("invalid_request_error");
    const { message = /./, ...fields } = error as { message?: RegExp };
    expect(got.message).toMatch(message);
    expect(got).toMatchObject(fields);
  });

  test.each(["", "Bearer wrong"])(
    "is refused with 401 for the authorization '%s'",
    async (header) => {
      const answer = await sandbox.post({ model: "sandbox-tiny", messages: ask("hi") }, header);
      expect(answer.status).toBe(401);
      expect(((await answer.json()) as ErrorBody).error.code).toBe("invalid_api_key");
    },
  );

  test("is refused with 404 for an unknown path", async () => {
    await expect(sandbox.client.images.generate({ model: "x", prompt: "y" })).rejects.toMatchObject(
      { status: 404, code: "unknown_url" },
    );
  });
});

describe("the models", () => {
  test("are listed and shown by name", async () => {
    const listed = (await sandbox.client.models.list()).data.map(({ id }) => id);
    expect(listed).toEqual(sandboxOffers.map(({ id }) => id));
    expect(await sandbox.client.models.retrieve("sandbox-messages")).toMatchObject({
      object: "model",
    });
    await expect(sandbox.client.models.retrieve("none")).rejects.toMatchObject({ status: 404 });
  });

  test("leave somewhere cheaper to go under gpt-4o-mini and under gpt-4o", () => {
    const below = (input: number, output: number) =>
      sandboxOffers.filter(({ prices }) => {
        const tier = prices[0]?.tiers[0];
        return tier !== undefined && tier.input < input && tier.output < output;
      });
    expect(below(150_000, 600_000).length).toBeGreaterThanOrEqual(2);
    expect(below(2_500_000, 10_000_000).some(({ ability }) => ability.score >= 17)).toBe(true);
    expect(below(2_500_000, 10_000_000)).toHaveLength(sandboxOffers.length);
  });
});

describe("a pace from a setting", () => {
  test.each([
    { text: "instant", pace: "instant" },
    { text: "realistic", pace: "realistic" },
    { text: "400,60", pace: { firstTokenMs: 400, tokensPerSecond: 60 } },
  ])("is read: $text", ({ text, pace }) => {
    expect(parsePace(text)).toEqual(pace);
  });

  test.each(["fast", "", "10", "10,0", "-1,5"])("is refused with the way out: '%s'", (text) => {
    expect(() => parsePace(text)).toThrow(`unknown sandbox pace "${text}"; use instant`);
  });
});
