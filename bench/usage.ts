import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { tables } from "../core/storage/tables";
import { createDynamoUsageMarks } from "../lambdas/shared/aws/dynamo-usage-store-mark";
import { createDynamoUsagePacks } from "../lambdas/shared/aws/dynamo-usage-store-pack";
import { createDynamoUsageReader } from "../lambdas/shared/aws/dynamo-usage-store-read";
import { createRememberedCells } from "../lambdas/shared/remember-cells";
import { quantile } from "./measure/statistics";
import { columns } from "./report/columns";
import { createAsker } from "./usage/endpoints";
import { loadMonth } from "./usage/load-month";
import { monthEnd, organization } from "./usage/month";
import { openStack } from "./usage/open-stack";
import { type Question, rowQuestions, sumQuestions } from "./usage/questions";
import { requestNow } from "./usage/request-now";

// How long the dashboard's sums and rows take over a month of requests: npm run bench:usage
const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "200000" },
    rounds: { type: "string", default: "20" },
    // Loading takes minutes: a folder that was loaded before is measured as it is.
    "data-dir": { type: "string" },
    loaded: { type: "boolean", default: false },
    // Days as if no recorder had packed them.
    unpacked: { type: "boolean", default: false },
    /** Questions whose names hold this text. */
    only: { type: "string", default: "" },
  },
});

const stack = await openStack(values["data-dir"]);
const parts = { client: stack.client, table: tables.usage.name };
const reader = createDynamoUsageReader(parts);
const packs = values.unpacked
  ? { read: () => Promise.resolve(undefined) }
  : createDynamoUsagePacks(parts);
const remembered = () => ({
  ...reader,
  ...createRememberedCells({
    marks: createDynamoUsageMarks(parts),
    packs,
    consistent: createDynamoUsageReader({ ...parts, consistent: true }),
    mostCells: 400_000,
  }),
});

const timed = async (ask: () => Promise<number>) => {
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const bytes = await ask();
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - begun, cpuMs: (user + system) / 1_000, bytes };
};

/** Once with nothing remembered, then again and again. */
const measure = async (
  question: Question,
  warm: (question: Question) => Promise<number>,
  before: () => Promise<unknown> = () => Promise.resolve(),
): Promise<string[]> => {
  const cold = await timed(() => createAsker(remembered())(question));
  await warm(question);
  const times: number[] = [];
  const cpuTimes: number[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    await before();
    const { ms, cpuMs } = await timed(() => warm(question));
    times.push(ms);
    cpuTimes.push(cpuMs);
  }
  // Of the whole process, the emulators included: what the time would be near where nobody shares the cores.
  const cpu = [cold.cpuMs, quantile(cpuTimes, 0.5)];
  const shown = [cold.ms, quantile(times, 0.5), quantile(times, 0.95), ...cpu].map((ms) =>
    ms.toFixed(0),
  );
  const row = [question.name, ...shown, `${(cold.bytes / 1000).toFixed(0)} kB`];
  console.log(row.join("  "));
  return row;
};

if (!values.loaded) await loadMonth(stack, Number(values.requests), console.log);
const period = { organization, from: monthEnd - 86_400_000, to: monthEnd };
const newest = (await reader.requests(period, 1)).events[0];
if (!newest) throw new Error("there is no request; leave --loaded out");
const questions = [...sumQuestions, ...rowQuestions(newest.id)].filter(({ name }) =>
  name.includes(values.only),
);
const rows: string[][] = [];
const warm = createAsker(remembered());
for (const question of questions) rows.push(await measure(question, warm));

const today: Question = {
  name: "map, 7 days, a request recorded before each",
  id: "usage.map",
  query: {},
};
if (today.name.includes(values.only)) {
  const asker = createAsker(remembered(), () => monthEnd - 1);
  const record = (serial: number) => stack.store.record([requestNow(newest, serial)]);
  let serial = Date.now();
  rows.push(
    await measure(today, asker, () => {
      serial += 1;
      return record(serial);
    }),
  );
}
console.log(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`);
console.log(
  columns([
    ["question", "cold ms", "p50 ms", "p95 ms", "cold CPU", "p50 CPU", "answer"],
    ...rows,
  ]).join("\n"),
);
await stack.close();
