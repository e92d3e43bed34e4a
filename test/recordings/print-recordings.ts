import { report } from "./report";
import { runRecordings } from "./run-recordings";

const { runs, others } = await runRecordings();
console.log(report(runs, others));
if (runs.some(({ outcome }) => outcome.kind === "failed")) process.exitCode = 1;
