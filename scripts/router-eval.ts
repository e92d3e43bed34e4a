import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { loadCatalog } from "../core/catalog/load";
import { readScores } from "../training/data/score-row";
import { devFolder, readHeldOutRequests, readTaughtRequests } from "../training/data/sources";
import { readBenchmarkPrices } from "../training/eval/prices";
import { drawPlot } from "../training/eval/report/plot";
import { type Conditions, renderMarkdown, renderText } from "../training/eval/report/render";
import { evaluate } from "./router-eval/evaluate";
import { type EvalOptions, readOptions, usage } from "./router-eval/options";
import { readJudgedRows } from "./router-eval/read-judged-rows";
import { readShippedArtifact } from "./shared/read-shipped-artifact";

const plotFolder = "routing-report";

const run = ({ data, quick, out }: EvalOptions): void => {
  const thin = <Row>(rows: readonly Row[]): readonly Row[] =>
    quick ? rows.filter((_, at) => at % 4 === 0) : rows;
  const now = new Date();
  const artifact = readShippedArtifact();
  const judged = readJudgedRows(data ?? devFolder);
  const resamples = quick ? 100 : 1_000;
  const sections = evaluate({
    artifact,
    catalog: loadCatalog(),
    prices: readBenchmarkPrices(),
    dev: thin(readScores(devFolder)),
    ...(data !== undefined && { judged: thin(judged.rows) }),
    taught: thin(readTaughtRequests()),
    heldOut: thin(readHeldOutRequests()),
    resamples,
    nowMs: now.getTime(),
    tell: (progress) => process.stderr.write(`${progress}\n`),
  });
  const conditions: Conditions = {
    date: now.toISOString().slice(0, 10),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? "unknown CPU"}, Node ${process.version}`,
    artifact: `${artifact.header.name}@${artifact.header.data.slice(0, 8)}`,
    digest: judged.digest,
    judged:
      data === undefined
        ? "data/routing/dev, cross-fitted: in five parts by question, each read by heads and priors from the other four"
        : "a folder of other prompts, read by the shipped artifact, with priors of the models from data/routing/dev",
    resamples,
    remarks: [
      ...judged.remarks,
      ...(quick ? ["quick: of every four prompts one; figures are rough and none to quote"] : []),
    ],
  };
  process.stdout.write(renderText(sections, conditions));
  if (out === undefined) return;
  mkdirSync(join(out, plotFolder), { recursive: true });
  for (const plot of sections.flatMap(({ plots = [] }) => plots)) {
    writeFileSync(join(out, plotFolder, `${plot.name}.svg`), drawPlot(plot));
  }
  const page = renderMarkdown(sections, conditions, plotFolder);
  writeFileSync(join(out, "routing-report.md"), page);
};

try {
  const options = readOptions(process.argv.slice(2));
  if (options === undefined) console.log(usage);
  else run(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
