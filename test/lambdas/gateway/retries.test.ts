import type { Offer } from "../../../core/catalog/offer";
import type { ProviderId } from "../../../core/catalog/provider-id";
import type { Router } from "../../../core/routing/route-input";
import { createCircuits } from "../../../lambdas/gateway/circuits";
import { createAdapters } from "../../../lambdas/shared/providers/adapters";
import { easy } from "../../core/routing/classified";
import {
  jsonReply,
  type Reply,
  refusalReply,
  unreachableReply,
} from "../../fakes/scripted-upstream";
import completion from "../../fixtures/openai/answer.json";
import { catalog, hello, noon, readAnswer, startGateway } from "./harness";

const offer = (name: `${ProviderId}/${string}`): Offer => {
  const found = catalog.find(name);
  if (!found) throw new Error(`${name} is not in the catalog`);
  return found;
};
const asked = offer("openai/gpt-4o");
const groq = catalog.offers.find(({ provider }) => provider === "groq") ?? asked;

/** Routes to these offers in order, past the providers whose circuit is open. */
const routeTo =
  (...order: Offer[]): Router =>
  ({ mode, circuitOpen }) => {
    const [first, ...rest] = order.filter(({ provider }) => !circuitOpen(provider));
    if (!first) {
      return {
        kind: "refused",
        refusal: "nothing-fits",
        classification: easy,
        candidates: [],
        message: "",
      };
    }
    const scores = [first, ...rest].map(() => 100);
    const reason = "as scripted";
    return {
      kind: "routed",
      order: [first, ...rest],
      reference: asked,
      mode,
      classification: easy,
      scores,
      candidates: [],
      reason,
    };
  };

const ok = jsonReply(completion);
const start = (replies: readonly [Reply, ...Reply[]], order: Offer[] = [asked]) => {
  const time = { ms: noon };
  const deps = {
    route: routeTo(...order),
    adapters: createAdapters({ groq: "https://groq.test/v1" }),
    circuits: createCircuits({ now: () => time.ms }),
  };
  return startGateway({ replies, providers: ["openai", "groq"], deps }).then((gateway) => ({
    ...gateway,
    circuitTime: time,
    hosts: () => gateway.calls.map(({ url }) => new URL(url).host),
  }));
};

describe("a request whose provider fails", () => {
  test.each([
    { name: "503", first: refusalReply(503, null) },
    { name: "429", first: refusalReply(429, "rate_limit_exceeded") },
    { name: "no connection", first: unreachableReply },
    { name: "HTML in the answer's place", first: jsonReply("<html>") },
  ])("is sent again after $name, and both attempts are recorded", async ({ first }) => {
    const { ask, calls, usage, time } = await start([first, ok]);
    expect((await readAnswer(ask(hello))).status).toBe(200);
    expect(calls).toHaveLength(2);
    expect(time.sleeps).toEqual([250]);
    expect(usage.events[0]?.attempts.map(({ outcome }) => outcome).at(-1)).toBe("answered");
    expect(usage.events).toHaveLength(1);
  });

  test("is tried three times at most, and the SDK is told not to multiply that", async () => {
    const { ask, calls, usage } = await start([refusalReply(503, "overloaded")]);
    const { status, headers } = await readAnswer(ask(hello));
    expect({ status, retry: headers["x-should-retry"] }).toEqual({ status: 503, retry: "false" });
    expect(calls).toHaveLength(3);
    expect(usage.events[0]).toMatchObject({
      outcome: "error",
      status: 503,
      errorCode: "overloaded",
    });
  });

  test("waits as long as the provider wishes, if a caller would", async () => {
    const wish = refusalReply(429, null, { "retry-after-ms": "1200" });
    const { ask, time } = await start([wish, ok]);
    await readAnswer(ask(hello));
    expect(time.sleeps).toEqual([1_200]);
  });

  test("is not sent again where the provider wishes a minute, and passes that on", async () => {
    const { ask, calls } = await start([refusalReply(429, null, { "retry-after": "60" })]);
    const { status, headers } = await readAnswer(ask(hello));
    expect({ status, after: headers["retry-after"] }).toEqual({ status: 429, after: "60" });
    expect(calls).toHaveLength(1);
  });

  test.each([
    { name: "spent credit", first: refusalReply(429, "insufficient_quota") },
    { name: "a refused key", first: refusalReply(401, "invalid_api_key") },
    { name: "a server's error", first: refusalReply(500, null) },
  ])("goes to another provider after $name, without a pause", async ({ first }) => {
    const { ask, hosts, time } = await start([first, ok], [asked, groq]);
    expect((await readAnswer(ask(hello))).status).toBe(200);
    expect(hosts()).toEqual(["api.openai.com", "groq.test"]);
    expect(time.sleeps).toEqual([]);
  });

  test("is not repeated where the request itself is refused", async () => {
    const { ask, calls } = await start([refusalReply(400, "invalid_value")]);
    expect((await readAnswer(ask(hello))).status).toBe(400);
    expect(calls).toHaveLength(1);
  });

  test("is recorded as cancelled where its caller leaves in a pause", async () => {
    const caller = new AbortController();
    const leaving: Reply = (call, signal) => {
      caller.abort();
      return refusalReply(503, null)(call, signal);
    };
    const { ask, usage } = await start([leaving, ok]);
    await readAnswer(ask(hello, { signal: caller.signal }));
    expect(usage.events).toMatchObject([{ outcome: "cancelled", status: 499 }]);
  });
});

test("a credential that does not open is no fault of the provider's, and another is asked", async () => {
  const { ask, registry, ids, hosts, usage } = await start([ok], [asked, groq]);
  const broken = {
    provider: "openai",
    ciphertext: Buffer.from("{}"),
    last4: "x",
    updatedAt: 2,
  } as const;
  await registry.putCredential(ids.organization, broken);
  for (let time = 0; time < 6; time += 1) expect((await readAnswer(ask(hello))).status).toBe(200);
  expect(new Set(hosts())).toEqual(new Set(["groq.test"]));
  expect(usage.events.at(-1)?.attempts[0]).toMatchObject({ errorCode: "credential_not_opened" });
});

describe("a provider's circuit", () => {
  const down = refusalReply(500, null);
  const failing: readonly [Reply] = [
    (call, signal) => (call.url.includes("groq.test") ? ok : down)(call, signal),
  ];

  test("opens after five failures in a row, and requests go past it", async () => {
    const { ask, hosts, calls } = await start(failing, [asked, groq]);
    for (let time = 0; time < 5; time += 1) await readAnswer(ask(hello));
    const before = calls.length;
    await readAnswer(ask(hello));
    expect(hosts().slice(before)).not.toContain("api.openai.com");
  });

  test("does not hold a request that has no other way, and closes with its success", async () => {
    const five = Array.from({ length: 5 }, () => refusalReply(500, null));
    const { ask, calls, circuitTime } = await start([five[0] as Reply, ...five.slice(1), ok]);
    await readAnswer(ask(hello));
    expect((await readAnswer(ask(hello))).status).toBe(200);
    expect(calls).toHaveLength(6);
    circuitTime.ms += 1;
    expect((await readAnswer(ask(hello))).status).toBe(200);
  });

  test("is tried again after ten seconds", async () => {
    const { ask, hosts, calls, circuitTime } = await start(failing, [asked, groq]);
    for (let time = 0; time < 6; time += 1) await readAnswer(ask(hello));
    circuitTime.ms += 10_000;
    const before = calls.length;
    await readAnswer(ask(hello));
    expect(hosts().slice(before)).toContain("api.openai.com");
  });

  test("is not moved by refusals that are the request's own fault", async () => {
    const { ask, hosts } = await start([refusalReply(400, "invalid_value")], [asked]);
    for (let time = 0; time < 7; time += 1) await readAnswer(ask(hello));
    expect(hosts()).toHaveLength(7);
  });
});
