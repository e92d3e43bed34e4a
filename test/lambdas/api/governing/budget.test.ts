import { putCredential } from "../../../../core/contract/credentials";
import { updateOrganization } from "../../../../core/contract/organization";
import { startCloud } from "../../../contracts/cloud";
import { hangingReply, jsonReply, type Reply } from "../../../fakes/scripted-upstream";
import completion from "../../../fixtures/openai/answer.json";
import type { Harness } from "../../../local/emulators/harness";
import { asker, hello, readAnswer } from "../../gateway/harness";
import { leaseMs, startGoverned } from "./governed";

const requests = 1_000;
const picoPerDollar = 1_000_000_000_000;
/** At gpt-4o's $10 per million: three cents of output, all of which the answer uses. */
const mostTokens = 3_000;
const usage = { prompt_tokens: 16, completion_tokens: mostTokens, total_tokens: 3_016 };
const asked = { ...hello, max_tokens: mostTokens };

let cloud: Harness;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.dispose());

const start = async (dailyMicroUsd: number) => {
  const it = await startGoverned(cloud, jsonReply({ ...completion, usage }));
  await it.call(putCredential, {
    params: { provider: "openai" },
    body: { key: "sk-secret-secret" },
  });
  await it.call(updateOrganization, { body: { budget: { dailyMicroUsd } } });
  return { ...it, key: await it.newKey() };
};

test("a budget of ten dollars under 1,000 concurrent requests is overrun by at most one reservation", async () => {
  const it = await start(10_000_000);
  let decided = 0;
  let answerAll = () => {};
  const everyoneDecided = new Promise<void>((resolve) => {
    answerAll = resolve;
  });
  const decide = () => {
    decided += 1;
    if (decided === requests) answerAll();
  };
  // No provider answers before all have been let through or refused: then all are under way at once.
  const reply: Reply = async (call, signal) => {
    decide();
    await everyoneDecided;
    return jsonReply({ ...completion, usage })(call, signal);
  };
  const gateways = await Promise.all(Array.from({ length: 4 }, () => it.startProcess(reply)));
  const statuses = await Promise.all(
    Array.from({ length: requests }, async (_, at) => {
      const gateway = gateways[at % gateways.length] ?? gateways[0];
      if (!gateway) throw new Error("there is no gateway");
      const { status } = await readAnswer(asker(gateway.answer, it.key.secret)(asked));
      if (status !== 200) decide();
      return status;
    }),
  );
  const spent = gateways
    .flatMap((gateway) => gateway.usage.events)
    .reduce((sum, { cost }) => sum + (cost ?? 0), 0);
  const passed = statuses.filter((status) => status === 200).length;
  expect(statuses.filter((status) => status === 402)).toHaveLength(requests - passed);
  // Each is three cents and 40 µ$ of input.
  expect(spent).toBe(passed * (mostTokens * 10_000_000 + 16 * 2_500_000));
  const reservation = 0.031 * picoPerDollar;
  expect(spent).toBeLessThanOrEqual(10 * picoPerDollar + reservation);
  expect(spent).toBeGreaterThan(10 * picoPerDollar - 2 * reservation);
}, 60_000);

test("what a process that died had reserved is given back once its lease ends", async () => {
  const it = await start(50_000);
  const dying = await it.startProcess(hangingReply);
  const gone = new AbortController();
  const { signal } = gone;
  const lost = asker(dying.answer, it.key.secret)(asked, { signal });
  while (dying.calls.length === 0) await new Promise((wake) => setTimeout(wake, 5));
  expect((await it.key.ask(asked)).status).toBe(402);
  it.clock.ms += leaseMs - 1_000;
  expect((await it.key.ask(asked)).status).toBe(402);
  it.clock.ms += 2_000;
  expect((await it.key.ask(asked)).status).toBe(200);
  gone.abort();
  await readAnswer(lost);
}, 30_000);
