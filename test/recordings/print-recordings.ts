import { report } from "./report";
import { runRecordings } from "./run-recordings";

const { runs, others } = await runRecordings();
process.stdout.write(`${report(runs, others)}\n`);
if (runs.some(({ outcome }) => outcome.kind === "failed")) process.exitCode = 1;
