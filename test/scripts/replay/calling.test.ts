import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findDestination } from "../../../scripts/replay/destination";
import { parseOptions, UsageError } from "../../../scripts/replay/options";
import { createLineProgress } from "../../../scripts/replay/progress";
import { readPrompts } from "../../../scripts/replay/prompts";

describe("the arguments of replay", () => {
  test("have defaults", () => {
    expect(parseOptions(["a.jsonl"])).toEqual({
      file: "a.jsonl",
      mode: "balanced",
      concurrency: 4,
      model: "gpt-4o",
      stream: false,
      turns: false,
      limit: undefined,
      maxTokens: undefined,
      dataDir: ".smashcost",
    });
  });

  test("ask for help", () => {
    expect(parseOptions(["--help"])).toBeUndefined();
  });

  test.each([
    { args: [], says: "no file is named" },
    { args: ["a", "b"], says: '"b" came after "a"' },
    {
      args: ["a", "--mode", "fast"],
      says: `--mode can't be "fast"; use one of off, quality, balanced, cost`,
    },
    {
      args: ["a", "--concurrency", "0"],
      says: `--concurrency can't be "0"; give a whole number from 1 to 256`,
    },
    { args: ["a", "--concurrency", "1e2"], says: `"1e2"` },
    { args: ["a", "--limit", "-3"], says: "limit" },
    { args: ["a", "--max-tokens", "many"], says: `--max-tokens can't be "many"` },
    { args: ["a", "--model", ""], says: "--model" },
    { args: ["a", "--sped"], says: "--sped" },
  ])("are refused with the value and the way out: $args", ({ args, says }) => {
    expect(() => parseOptions(args)).toThrow(UsageError);
    expect(() => parseOptions(args)).toThrow(says);
  });
});

describe("where replay sends to", () => {
  let dir: string;
  const local = (content: string) => writeFileSync(join(dir, "local.json"), content);
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "replay-"));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  test("is the gateway that runs on this machine", async () => {
    local(
      JSON.stringify({ gatewayUrl: "http://127.0.0.1:4000/v1", apiKey: "k", orgId: "o", pid: 1 }),
    );
    expect(await findDestination(dir, {})).toEqual({
      baseUrl: "http://127.0.0.1:4000/v1",
      apiKey: "k",
    });
    expect((await findDestination(dir, { SMASHCOST_API_KEY: "other" })).apiKey).toBe("other");
  });

  test.each(["https://gate.example", "https://gate.example/", "https://gate.example/v1/"])(
    "is the one that the environment names: %s",
    async (url) => {
      expect(await findDestination(dir, { SMASHCOST_URL: url, SMASHCOST_API_KEY: "k" })).toEqual({
        baseUrl: "https://gate.example/v1",
        apiKey: "k",
      });
    },
  );

  test.each([
    { name: "nothing runs", content: undefined, says: "start SmashCost with npm start" },
    { name: "local.json is half a file", content: '{"gatewayUrl":', says: "start SmashCost again" },
    { name: "local.json lacks the key", content: '{"gatewayUrl":"http://a/v1"}', says: "apiKey" },
  ])("is asked for where $name", async ({ content, says }) => {
    if (content !== undefined) local(content);
    await expect(findDestination(dir, {})).rejects.toThrow(says);
  });

  test("can't be no URL", async () => {
    await expect(
      findDestination(dir, { SMASHCOST_URL: "gate", SMASHCOST_API_KEY: "k" }),
    ).rejects.toThrow('SMASHCOST_URL can\'t be "gate"');
  });

  test("is not asked for a file that is missing", async () => {
    await expect(readPrompts(join(dir, "none.jsonl"))).rejects.toThrow("name a file of JSON lines");
  });
});

test("progress without a terminal is a line for each tenth", () => {
  const told: string[] = [];
  const progress = createLineProgress(25, (text) => told.push(text));
  for (let n = 0; n < 25; n++) progress.step();
  expect(told).toHaveLength(10);
  expect(told[0]).toBe("replayed 3 of 25\n");
  expect(told.at(-1)).toBe("replayed 25 of 25\n");
});
