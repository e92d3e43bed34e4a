import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  allItems,
  filesBelow,
  filesThatHold,
  formsOf,
  holds,
  itemsThatHold,
  type TableItem,
} from "../support/hunt";
import { chunk, completion, errorEvent, streamedText } from "../support/openai-shapes";
import { event, failure, html, json, reset, silence, stream } from "../support/upstream-answers";
import { canaryKey, startUpstreamProduct, type UpstreamProduct } from "../support/upstream-product";

const canaryPrompt = "canary-prompt-Zq7Lw2Xv9Rt4";
const canaryAnswer = "canary-answer-Hm3Kd8Fs5Jp1";
const secrets = [
  { name: "the provider's key", secret: canaryKey },
  { name: "the prompt", secret: canaryPrompt },
  { name: "the answer", secret: canaryAnswer },
];

let it: UpstreamProduct;
/** Headers of all answers, and the bodies of those that are the gateway's own errors. */
let seen = "";
let items: readonly TableItem[] = [];
let asked = 0;

/** Asks with the canary in every field that holds a caller's words. */
const bodyWith = (fields: object) =>
  JSON.stringify({
    model: "gpt-4o",
    messages: [
      { role: "system", content: canaryPrompt },
      { role: "user", content: [{ type: "text", text: `Translate: ${canaryPrompt}` }] },
    ],
    user: canaryPrompt,
    stop: [canaryPrompt],
    metadata: { note: canaryPrompt },
    ...fields,
  });

const send = async (fields: object, options: { key?: string; leaveAfterMs?: number } = {}) => {
  asked += 1;
  const caller = new AbortController();
  if (options.leaveAfterMs !== undefined) setTimeout(() => caller.abort(), options.leaveAfterMs);
  try {
    const answer = await fetch(`${it.product.gatewayUrl}/chat/completions`, {
      method: "POST",
      headers: { authorization: `Bearer ${options.key ?? it.product.apiKey}` },
      body: bodyWith(fields),
      signal: caller.signal,
    });
    seen += JSON.stringify([...answer.headers]);
    const text = await answer.text();
    if (answer.status !== 200) seen += text;
    return { status: answer.status, text };
  } catch (error) {
    if (caller.signal.aborted) return { status: 0, text: "" };
    throw error;
  }
};

const tool = {
  type: "function",
  function: { name: "look_up", description: canaryPrompt, parameters: { type: "object" } },
};
const quoting = { message: `key ${canaryKey} is wrong`, code: canaryKey };

/** Good, failing, streamed and cancelled requests, each with the canaries in it. */
const sendAll = async () => {
  const { upstream } = it;
  const whole = json(completion(canaryAnswer));
  upstream.reply(whole);
  const good = await send({});
  expect(good).toMatchObject({ status: 200, text: expect.stringContaining(canaryAnswer) });
  await send({ model: "auto" });
  await send({ tools: [tool] });
  upstream.reply(stream(streamedText([canaryAnswer])));
  const streamed = await send({ stream: true });
  expect(streamed).toMatchObject({ status: 200, text: expect.stringContaining(canaryAnswer) });
  await send({ model: "sandbox/sandbox-small" });
  for (const answer of [
    failure(400, { message: "wrong" }),
    failure(401, quoting, { "openai-organization": canaryKey }),
    failure(500, quoting),
    html(`<html>${canaryAnswer}</html>`),
  ]) {
    upstream.reply(answer);
    await send({});
    await send({ stream: true });
  }
  const begun = event(chunk({ content: canaryAnswer }));
  for (const steps of [[begun, reset], [begun, errorEvent("broke", canaryKey)], [begun]]) {
    upstream.reply(stream(steps));
    await send({ stream: true });
  }
  upstream.reply(stream([begun, silence]));
  await send({ stream: true }, { leaveAfterMs: 300 });
  await send({}, { leaveAfterMs: 300 });
  upstream.reply(whole);
  for (const wrong of [{ n: 0 }, { model: "gpt-99" }, { messages: [{ content: canaryPrompt }] }]) {
    expect((await send(wrong)).status).toBeGreaterThanOrEqual(400);
  }
  await send({}, { key: `${it.product.apiKey}x` });
  asked -= 1; // Whoever is not known is not recorded.
};

beforeAll(async () => {
  it = await startUpstreamProduct();
  await sendAll();
  await it.records.untilRows(asked);
  await sleep(300);
  items = await allItems(it.records.client);
}, 120_000);
afterAll(() => it.dispose());

describe("the hunt itself", () => {
  test("finds a secret in every form", () => {
    for (const form of formsOf(canaryPrompt)) {
      expect(holds(Buffer.concat([Buffer.from("a"), form, Buffer.from("b")]), canaryPrompt)).toBe(
        true,
      );
    }
    for (const before of ["", "x", "xy", "xyz"]) {
      const encoded = Buffer.from(`${before}${canaryPrompt}tail`).toString("base64");
      expect(holds(encoded, canaryPrompt)).toBe(true);
    }
  });

  test("reads tables and files that hold what was recorded", () => {
    expect(items.filter(({ table }) => table.endsWith("usage")).length).toBeGreaterThan(asked);
    expect(itemsThatHold(items, "gpt-4o").length).toBeGreaterThan(0);
    expect(it.upstream.requests.some(({ bodyText }) => bodyText.includes(canaryPrompt))).toBe(true);
    expect(
      it.upstream.requests.every(({ headers }) => holds(JSON.stringify(headers), canaryKey)),
    ).toBe(true);
    expect(filesBelow(it.product.dataDir).length).toBeGreaterThan(3);
  });
});

describe.each(secrets)("$name", ({ secret }) => {
  test("is in no table", () => {
    expect(itemsThatHold(items, secret)).toEqual([]);
  });

  test("is in no file of the data directory", () => {
    expect(filesThatHold(it.product.dataDir, secret)).toEqual([]);
  });

  test("is in nothing that the process wrote to its terminal", () => {
    expect(holds(it.product.output(), secret)).toBe(false);
  });

  test("is in no header and in no error that a caller got", () => {
    expect(seen).toContain("x-smashcost-request-id");
    expect(holds(seen, secret)).toBe(false);
  });
});

describe("a SmashCost key", () => {
  test("is in the tables as its SHA-256 only", () => {
    const { apiKey } = it.product;
    expect(itemsThatHold(items, apiKey)).toEqual([]);
    expect(itemsThatHold(items, apiKey.split("-").slice(4, 5).join())).toEqual([]);
    const hash = createHash("sha256").update(apiKey).digest("hex");
    expect(itemsThatHold(items, hash)).toHaveLength(1);
  });

  test("is plain in the two files that only its owner reads, and nowhere else", () => {
    const files = filesThatHold(it.product.dataDir, it.product.apiKey);
    expect(files.map((path) => basename(path)).sort()).toEqual(["identity.json", "local.json"]);
  });

  test("is on the terminal where the greeting shows it, and never again", () => {
    const { apiKey } = it.product;
    const output = it.product.output();
    const greetingEnd = output.indexOf("Stop with Ctrl+C");
    expect(output.slice(0, greetingEnd)).toContain(apiKey);
    expect(holds(output.slice(greetingEnd), apiKey)).toBe(false);
    expect(holds(seen, apiKey)).toBe(false);
  });

  test("is told by none of its parts: no other file holds its secret", () => {
    const secret = it.product.apiKey.split("-")[4] ?? "";
    expect(secret).toHaveLength(32);
    const files = filesBelow(it.product.dataDir).filter((path) =>
      holds(readFileSync(path), secret),
    );
    expect(files.map((path) => basename(path)).sort()).toEqual(["identity.json", "local.json"]);
  });
});
