import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { newDataDir, type Product, startProduct } from "../support/product";
import { openRecords } from "../support/records";

const hello = {
  model: "gpt-4o",
  messages: [{ role: "user" as const, content: "Say hello in one sentence." }],
};
const root = resolve(__dirname, "../..");

const startAgain = (environment: Record<string, string>) =>
  spawnSync(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    env: { ...process.env, ...environment },
    encoding: "utf8",
    timeout: 20_000,
  });

describe("npm start", () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product.dispose());

  test("prints a curl that works as it is", () => {
    const command = product.output().match(/^curl .+$/m)?.[0] ?? "false";
    const run = (line: string) => spawnSync("bash", ["-c", line], { encoding: "utf8" }).stdout;
    const { choices } = JSON.parse(run(command));
    expect(choices[0].message.content).toContain("canned answer");
    expect(run(`${command} -i`)).toMatch(/x-smashcost-cost: 0\.\d{12}/);
  });

  test("keeps what it says of itself in a file that only its owner reads", () => {
    const { mode } = statSync(join(product.dataDir, "local.json"));
    expect((mode & 0o777).toString(8)).toBe("600");
    expect(product.gatewayUrl).toBe(`${product.url}/v1`);
    expect(product.apiKey).toContain(product.orgId);
    expect(() => process.kill(product.pid, 0)).not.toThrow();
  });

  test("a second start on the same data says so and exits", () => {
    const { status, stderr } = startAgain({ SMASHCOST_DATA_DIR: product.dataDir, PORT: "0" });
    expect(status).toBe(1);
    expect(stderr).toContain(`already running on ${product.dataDir} (process ${product.pid})`);
    expect(stderr).toContain("SMASHCOST_DATA_DIR");
  });

  test("a busy port is named with the way out", () => {
    const { port } = new URL(product.url);
    const { status, stderr } = startAgain({ SMASHCOST_DATA_DIR: newDataDir(), PORT: port });
    expect(status).toBe(1);
    expect(stderr).toContain(`port ${port} on 127.0.0.1 is in use`);
    expect(stderr).toMatch(/PORT=\d+ npm start/);
  });

  test.each([
    { name: "PORT", value: "eighty" },
    { name: "SMASHCOST_TIMEOUT_TOTAL_MS", value: "-1" },
    { name: "SMASHCOST_OPENAI_BASE_URL", value: "nowhere" },
    { name: "SMASHCOST_SANDBOX_PACE", value: "brisk" },
  ])("a wrong $name is named with its value", ({ name, value }) => {
    const { status, stderr } = startAgain({ SMASHCOST_DATA_DIR: newDataDir(), [name]: value });
    expect(status).toBe(1);
    expect(stderr).toContain(name);
    expect(stderr).toContain(value);
  });
});

describe("what npm start keeps", () => {
  test("survives Ctrl+C: the same key works, the same rows are there", async () => {
    const first = await startProduct();
    await first.client().chat.completions.create(hello);
    expect(await first.stop()).toBe(0);
    const second = await startProduct({}, first.dataDir);
    const records = openRecords(second);
    try {
      expect(second.apiKey).toBe(first.apiKey);
      await second.client().chat.completions.create(hello);
      expect(await records.untilRows(2)).toHaveLength(2);
    } finally {
      records.close();
      await second.dispose();
    }
  });

  test("survives kill -9: every recorded row is there, and what was queued is recorded", async () => {
    const first = await startProduct();
    const ids = new Set<string>();
    const ask = async () => {
      const answer = await first.post("/chat/completions", JSON.stringify(hello));
      ids.add(answer.headers.get("x-smashcost-request-id") ?? "");
    };
    for (let round = 0; round < 10; round += 1) await Promise.all(Array.from({ length: 10 }, ask));
    // The last events leave for the queue right after their answers' last bytes.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await first.kill();
    const second = await startProduct({}, first.dataDir);
    const records = openRecords(second);
    try {
      const rows = await records.untilRows(100);
      expect(new Set(rows.map(({ id }) => String(id)))).toEqual(ids);
    } finally {
      records.close();
      await second.dispose();
    }
  }, 60_000);
});
