import fc from "fast-check";
import type { PicoUsd } from "../../../core/money/amounts";
import type { LimitStore } from "../../../core/ports/limit-store";
import { replayedCost } from "../../../core/routing/replay-cost";
import { replayDecision } from "../../../core/routing/replay-decision";
import { answerUsage } from "../../../core/usage/answer-usage";
import { addTokens, noTokens } from "../../../core/usage/token-buckets";
import type { UsageEvent } from "../../../core/usage/usage-event";
import { type Reply, refusalReply, unreachableReply } from "../../fakes/scripted-upstream";
import {
  askRecorded,
  completionOf,
  costAt,
  type Saying,
  saying,
  start,
  yesOrNo,
} from "./cascading";
import { catalog } from "./harness";

/** Takes note of what is set aside, and of what it is settled with. */
const notingLimits = () => {
  const noted = { reserved: [] as number[], settled: [] as number[] };
  const limits: LimitStore = {
    async reserve(_, estimate) {
      noted.reserved.push(estimate);
      return {
        async settle(actual: PicoUsd) {
          noted.settled.push(actual);
        },
      };
    },
  };
  return { limits, noted };
};

const budgeted = (limits: LimitStore) => ({
  key: { budget: { dailyMicroUsd: 1_000_000_000 } },
  deps: { limits },
});

const counted = fc
  .record({ fresh: fc.nat(900_000), cached: fc.nat(900_000), completion: fc.nat(20_000) })
  .map(({ fresh, cached, completion }) => ({ prompt: fresh + cached, cached, completion }));

const sayingBy = (text: string): fc.Arbitrary<readonly [string | undefined, Reply]> =>
  fc
    .record({ counted, tier: fc.constantFrom(undefined, undefined, undefined, "flex") })
    .map(({ tier, ...said }) => {
      const more: Saying = { ...said, ...(tier !== undefined && { tier }) };
      return [JSON.stringify(completionOf(text, more)), saying(text, more)];
    });

const failing: fc.Arbitrary<readonly [undefined, Reply]> = fc
  .constantFrom(
    refusalReply(500, null),
    refusalReply(429, "busy"),
    refusalReply(429, "insufficient_quota"),
    refusalReply(400, "invalid_value"),
    unreachableReply,
  )
  .map((reply) => [undefined, reply]);

const script = fc.array(fc.oneof(sayingBy("yes"), sayingBy("perhaps"), failing), {
  minLength: 1,
  maxLength: 4,
});

const answered = ({ attempts }: UsageEvent) =>
  attempts.filter(({ outcome }) => outcome === "answered");

describe("whatever the providers answer, a cascade", () => {
  const seen = { passed: 0, escalated: 0, lost: 0, unpriced: 0 };

  test("has two answers at most, gives none that failed, and its cost is the sum of its parts", async () => {
    await fc.assert(
      fc.asyncProperty(script, fc.constantFrom("gpt-4o", "auto"), async (replies, model) => {
        const { limits, noted } = notingLimits();
        const gateway = await start(
          replies.map(([, reply]) => reply) as [Reply, ...Reply[]],
          budgeted(limits),
        );
        const { event, status, text, models } = await askRecorded(gateway, { ...yesOrNo, model });
        const answers = answered(event);
        expect(models.length).toBeLessThanOrEqual(3);
        expect(models).toHaveLength(event.attempts.length);
        expect(answers.length).toBeLessThanOrEqual(2);
        const checks = event.attempts.map(({ check }) => check);
        expect(checks.slice(1)).toEqual(checks.slice(1).map(() => undefined));
        if (status === 200) {
          // The caller's is the last call's answer, and so never the one that failed the check.
          expect(models.length).toBeGreaterThan(checks[0] === "failed" ? 1 : 0);
          const given = replies[Math.min(models.length, replies.length) - 1];
          expect(text).toBe(given?.[0]);
        }
        const priced = answers.every(({ cost }) => cost !== null);
        const sum = answers.reduce((total, { cost }) => total + (cost ?? 0), 0);
        expect(event.cost).toBe(priced ? sum : null);
        const tokens = answers.reduce(
          (total, one) => addTokens(total, one.tokens ?? noTokens),
          noTokens,
        );
        expect(event.tokens).toEqual(tokens);
        if (event.referenceCost !== null && event.cost !== null) {
          expect(event.saved).toBe(event.referenceCost - event.cost);
        }
        expect(noted.settled).toEqual([event.cost ?? noted.reserved[0]]);
        seen.passed += checks[0] === "passed" ? 1 : 0;
        seen.escalated += status === 200 && checks[0] === "failed" ? 1 : 0;
        seen.lost += status !== 200 && checks[0] === "failed" ? 1 : 0;
        seen.unpriced += priced ? 0 : 1;
      }),
      { numRuns: 300 },
    );
    // It would say little if only one kind of ending were ever met.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(5);
  }, 60_000);
});

describe("a cascade's record", () => {
  test("tells the tokens of the answer given from those of the one discarded", async () => {
    const bad = saying("perhaps", { counted: { prompt: 50, completion: 5 } });
    const good = saying("no", { counted: { prompt: 60, completion: 1 } });
    const { event } = await askRecorded(await start([bad, good]));
    expect(answerUsage(event).tokens).toEqual({ ...noTokens, freshInput: 60, visibleOutput: 1 });
    const replayed = replayDecision(event, "balanced", catalog);
    if (replayed.kind !== "replayed") throw new Error(`not replayed: ${replayed.why}`);
    expect(replayed.choice).toBe(event.routing?.choice);
    const asked = replayDecision(event, "off", catalog);
    if (asked.kind !== "replayed") throw new Error(`not replayed: ${asked.why}`);
    expect(replayedCost(event, asked, catalog)).toBe(costAt("gpt-4o", answerUsage(event).tokens));
    const { event: passed } = await askRecorded(await start([good]));
    expect(answerUsage(passed).tokens).toEqual({ ...noTokens, freshInput: 60, visibleOutput: 1 });
  });
});

describe("a budget", () => {
  const reservedWith = async (header: string) => {
    const { limits, noted } = notingLimits();
    const gateway = await start([saying("perhaps"), saying("yes")], budgeted(limits));
    const body = { ...yesOrNo, max_tokens: 20 };
    const headers = { "x-smashcost-cascade": header };
    const { models, event } = await askRecorded(gateway, body, { headers });
    return { models, event, ...noted };
  };

  test("has both calls of a cascade set aside before the first, and is settled with their sum", async () => {
    const plain = await reservedWith("off");
    const cascaded = await reservedWith("on");
    const { inputTokens = 0 } = cascaded.event.routing ?? {};
    const most = { ...noTokens, freshInput: inputTokens, visibleOutput: 20 } as typeof noTokens;
    const first = costAt(cascaded.models[0] ?? "", most);
    expect(plain.reserved).toEqual([costAt("gpt-4o", most)]);
    expect(cascaded.reserved).toEqual([costAt("gpt-4o", most) + first]);
    expect(cascaded.settled).toEqual([cascaded.event.cost]);
    expect(cascaded.models).toHaveLength(2);
  });
});
