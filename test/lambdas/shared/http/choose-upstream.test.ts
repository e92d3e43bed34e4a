import { Readable } from "node:stream";
import { createUpstream } from "../../../../lambdas/shared/http/choose-upstream";
import type { HttpCall, Upstream } from "../../../../lambdas/shared/http/upstream";

const answersWith =
  (status: number): Upstream =>
  async () => ({ status, headers: {}, body: Readable.from([]) });

const plain: HttpCall = { method: "GET", url: "https://api.openai.com", headers: {} };
const never = new AbortController().signal;

test("each call goes by whoever is to carry it", async () => {
  const upstream = createUpstream({
    plain: answersWith(201),
    guarded: answersWith(202),
    bedrock: async () => answersWith(203),
  });
  const statusOf = async (call: HttpCall) => (await upstream(call, never)).status;
  expect(await statusOf(plain)).toBe(201);
  expect(await statusOf({ ...plain, guarded: true })).toBe(202);
  expect(await statusOf({ ...plain, carrier: "bedrock" })).toBe(203);
});

test("what carries Bedrock is loaded once, with the first call, and again after a failure", async () => {
  let loads = 0;
  const bedrock = async () => {
    loads += 1;
    if (loads === 1) throw new Error("not loaded");
    return answersWith(200);
  };
  const upstream = createUpstream({ plain: answersWith(201), guarded: answersWith(202), bedrock });
  await upstream(plain, never);
  expect(loads).toBe(0);
  const call: HttpCall = { ...plain, carrier: "bedrock" };
  await expect(upstream(call, never)).rejects.toThrow("not loaded");
  await Promise.all([upstream(call, never), upstream(call, never)]);
  await upstream(call, never);
  expect(loads).toBe(2);
});
