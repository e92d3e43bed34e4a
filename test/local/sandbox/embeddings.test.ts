import { type ServedSandbox, serveSandbox } from "./serve-sandbox";

let sandbox: ServedSandbox;
beforeAll(async () => {
  sandbox = await serveSandbox();
});
afterAll(() => sandbox.close());

const model = "sandbox-embedding";
const dot = (one: readonly number[], other: readonly number[]) =>
  one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);

/** The client asks for base64 and decodes it where no format is named. */
const embed = async (input: string[], more: object = {}) =>
  sandbox.client.embeddings.create({ model, input, dimensions: 64, ...more });

describe("embeddings", () => {
  test("are unit vectors of the size asked for, the same in base64 as in numbers", async () => {
    const [decoded, floats] = await Promise.all([
      embed(["a red fish", "taxes"]),
      embed(["a red fish", "taxes"], { encoding_format: "float" }),
    ]);
    expect(decoded.data).toEqual(floats.data);
    for (const { embedding } of floats.data) {
      expect(embedding).toHaveLength(64);
      expect(dot(embedding, embedding)).toBeCloseTo(1, 5);
    }
    expect(decoded.usage.total_tokens).toBe(decoded.usage.prompt_tokens);
    expect(decoded.usage.prompt_tokens).toBe(4);
  });

  test("are nearer to each other for texts that share words", async () => {
    const { data } = await embed(["the red fish swims", "a red fish", "quarterly taxes"]);
    const [one, near, far] = data.map(({ embedding }) => embedding);
    expect(dot(one ?? [], near ?? [])).toBeGreaterThan(dot(one ?? [], far ?? []));
  });

  test("are had under any provider's name, and of 1,536 numbers unasked", async () => {
    const { data } = await sandbox.client.embeddings.create({
      model: "text-embedding-3-small",
      input: "hello",
    });
    expect(data[0]?.embedding).toHaveLength(1_536);
  });

  test.each([
    { name: "no input", body: { input: [] }, status: 400 },
    { name: "too long a text", body: { input: "word ".repeat(9_000) }, status: 400 },
    { name: "a chat model", body: { model: "sandbox-small" }, status: 404 },
  ])("are refused for $name", async ({ body, status }) => {
    await expect(
      sandbox.client.embeddings.create({ model, input: "x", ...body }),
    ).rejects.toMatchObject({ status });
  });
});
