import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { tables } from "../core/storage/tables";
import { createDynamoUsageMarks } from "../lambdas/shared/aws/dynamo-usage-store-mark";
import { createDynamoUsagePacks } from "../lambdas/shared/aws/dynamo-usage-store-pack";
import { createDynamoUsageReader } from "../lambdas/shared/aws/dynamo-usage-store-read";
import { createRememberedCells } from "../lambdas/shared/remember-cells";
import { quantile } from "./measure/statistics";
import { columns } from "./report/columns";
import { createAsker, questions } from "./usage/endpoints";
import { loadMonth } from "./usage/load-month";
import { openStack } from "./usage/open-stack";

// How long the dashboard's sums take over a month of requests: npm run bench:usage
const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "200000" },
    rounds: { type: "string", default: "20" },
    // Loading takes minutes: a folder that was loaded before is measured as it is.
    "data-dir": { type: "string" },
    loaded: { type: "boolean", default: false },
  },
});

const stack = await openStack(values["data-dir"]);
const parts = { client: stack.client, table: tables.usage.name };
const remembered = () =>
  createRememberedCells({
    packs: createDynamoUsagePacks(parts),
    marks: createDynamoUsageMarks(parts),
    consistent: createDynamoUsageReader({ ...parts, consistent: true }),
    mostCells: 400_000,
  });

const timed = async (ask: () => Promise<number>) => {
  const begun = performance.now();
  const bytes = await ask();
  return { ms: performance.now() - begun, bytes };
};

if (!values.loaded) await loadMonth(stack, Number(values.requests), console.log);
const rows: string[][] = [];
const warm = createAsker(remembered());
for (const question of questions) {
  const cold = await timed(() => createAsker(remembered())(question));
  await warm(question);
  const times: number[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    times.push((await timed(() => warm(question))).ms);
  }
  const shown = [cold.ms, quantile(times, 0.5), quantile(times, 0.95)].map((ms) => ms.toFixed(0));
  rows.push([question.name, ...shown, `${(cold.bytes / 1000).toFixed(0)} kB`]);
}
console.log(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`);
console.log(columns([["question", "cold ms", "p50 ms", "p95 ms", "answer"], ...rows]).join("\n"));
await stack.close();
