import { type Interval, intervals } from "../../core/usage/bucket";
import type { Counter } from "../../core/usage/totals";
import type { UsageEvent } from "../../core/usage/usage-event";
import { type Parts, startParts } from "../support/parts";

const requests = 2_000;
const atOnce = 50;
/** The recorder is killed once so many requests were answered. */
const killsAfter = [500, 1_200];

const models = ["gpt-4o", "gpt-4o-mini", "sandbox/sandbox-reasoner", "sandbox-large", "auto"];
const customers = ["acme-corp", "globex", "initech", undefined];

type Told = { readonly id: string; readonly status: number; readonly cost: string | null };

let parts: Parts;
let told: readonly Told[] = [];
let rows: readonly UsageEvent[] = [];
let killed: readonly boolean[] = [];

/** Sends the n-th request: of different models, sizes and customers, every other one streamed. */
const send = async (n: number): Promise<Told> => {
  const customer = customers[n % customers.length];
  const answer = await fetch(`${parts.gatewayUrl}/chat/completions`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${parts.apiKey}`,
      ...(customer !== undefined && { "x-smashcost-tag-customer": customer }),
    },
    body: JSON.stringify({
      // One in forty fails: it is recorded as well.
      model: n % 40 === 39 ? "no-such-model" : models[n % models.length],
      messages: [{ role: "user", content: `Number ${n}: ${"say hello. ".repeat(n % 7)}` }],
      stream: n % 2 === 0,
    }),
  });
  await answer.text();
  return {
    id: answer.headers.get("x-smashcost-request-id") ?? "",
    status: answer.status,
    cost: answer.headers.get("x-smashcost-cost"),
  };
};

const sendAll = async (): Promise<void> => {
  const answers: Told[] = [];
  const crashes: Promise<boolean>[] = [];
  let next = 0;
  const worker = async () => {
    while (next < requests) {
      answers.push(await send(next++));
      if (killsAfter.includes(answers.length)) crashes.push(parts.crashFunctions());
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  killed = await Promise.all(crashes);
  told = answers;
};

beforeAll(async () => {
  // Its hours begin at a quarter past UTC's.
  parts = await startParts({ timeZone: "Asia/Kathmandu", duplicateEvery: 10 });
  await sendAll();
  // The last events leave for the queue after their answers, so that it may be empty too early.
  await parts.untilQueueIsEmpty();
  await parts.records.untilRows(requests);
  await parts.untilQueueIsEmpty();
  rows = await parts.records.rows();
}, 180_000);
afterAll(() => parts.dispose());

const sumOf = (amounts: readonly (number | null)[]): bigint =>
  amounts.reduce((sum, amount) => sum + BigInt(amount ?? 0), 0n);

const totalOf = async (interval: Interval, counter: Counter): Promise<bigint> =>
  (await parts.records.totals(interval)).reduce((sum, { totals }) => sum + totals[counter], 0n);

describe("2,000 requests, the recorder killed twice and every tenth message delivered twice", () => {
  test("were all answered while it happened", () => {
    expect(killed).toEqual([true, true]);
    expect(told).toHaveLength(requests);
    expect(told.filter(({ status }) => status !== 200).map(({ status }) => status)).toEqual(
      Array.from({ length: requests / 40 }, () => 404),
    );
  });

  test("have one row each, none twice and none lost", () => {
    expect(rows).toHaveLength(requests);
    expect(new Set(rows.map(({ id }) => String(id)))).toEqual(new Set(told.map(({ id }) => id)));
  });

  test("have in their rows the cost that the answer's header said", () => {
    const costs = new Map(rows.map(({ id, cost }) => [String(id), cost]));
    const whole = told.filter(({ cost }) => cost !== null);
    expect(whole.length).toBeGreaterThan(requests / 3);
    for (const { id, cost } of whole) {
      expect(`${id} ${BigInt((cost ?? "").replace(".", ""))}`).toBe(`${id} ${costs.get(id)}`);
    }
  });

  test.each(intervals)("add up in the %s totals to the pico-dollar", async (interval) => {
    expect(await totalOf(interval, "requests")).toBe(BigInt(requests));
    const cost = sumOf(rows.map((row) => row.cost));
    const saved = sumOf(rows.map((row) => row.saved));
    expect(cost).toBeGreaterThan(0n);
    expect(saved).toBeGreaterThan(0n);
    expect(await totalOf(interval, "cost")).toBe(cost);
    expect(await totalOf(interval, "saved")).toBe(saved);
    expect(await totalOf(interval, "referenceCost")).toBe(
      sumOf(rows.map((row) => row.referenceCost)),
    );
    expect(await totalOf(interval, "errors")).toBe(BigInt(requests / 40));
    expect(await totalOf(interval, "visibleOutput")).toBe(
      sumOf(rows.map(({ tokens }) => tokens.visibleOutput)),
    );
    expect(await totalOf(interval, "reasoningOutput")).toBe(
      sumOf(rows.map(({ tokens }) => tokens.reasoningOutput)),
    );
  });

  test.each(customers)("add up for the customer %s in hours and days", async (customer) => {
    const own = rows.filter(({ tags }) => tags.customer === customer);
    expect(own).toHaveLength(requests / customers.length);
    for (const interval of ["hour", "day"] as const) {
      const buckets = (await parts.records.totals(interval)).filter(
        ({ dimensions }) => dimensions?.customer === (customer ?? null),
      );
      const cost = buckets.reduce((sum, { totals }) => sum + totals.cost, 0n);
      expect(cost).toBe(sumOf(own.map((row) => row.cost)));
    }
  });
});

describe("the same prompt, streamed and not", () => {
  test.each([
    { model: "sandbox/sandbox-reasoner", temperature: 1 },
    { model: "sandbox/sandbox-medium", temperature: 0.2 },
    { model: "sandbox/sandbox-small", temperature: 0 },
  ])("costs the same on $model to the pico-dollar", async ({ model, temperature }) => {
    const ask = async (stream: boolean) => {
      const answer = await fetch(`${parts.gatewayUrl}/chat/completions`, {
        method: "POST",
        headers: { authorization: `Bearer ${parts.apiKey}` },
        body: JSON.stringify({
          model,
          temperature,
          seed: 7,
          stream,
          messages: [{ role: "user", content: "Explain double-entry bookkeeping." }],
        }),
      });
      await answer.text();
      return parts.records.untilRow(answer.headers.get("x-smashcost-request-id") ?? "");
    };
    const [streamed, whole] = [await ask(true), await ask(false)];
    expect(streamed).toMatchObject({ streamed: true, tokensFrom: "provider" });
    expect(whole).toMatchObject({ streamed: false, tokensFrom: "provider" });
    expect(streamed.tokens).toEqual(whole.tokens);
    expect(streamed.cost).toBe(whole.cost);
    expect(streamed.cost).toBeGreaterThan(0);
  });
});
