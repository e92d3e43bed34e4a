import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { createTrainedClassifier } from "../core/routing/heads/trained-classifier";
import { scoreLines } from "./router-score/score-lines";
import { readShippedArtifact } from "./shared/read-shipped-artifact";

// What the shipped router reads in prompts, a JSON line each: npm run router:score -- FILE.jsonl[.gz]
const usage = `usage: npm run --silent router:score -- FILE.jsonl[.gz]
  Each line of FILE has an id and a prompt, messages, or a request (a chat completion request). A line
  {"id","task","taskProbability","difficulty","gain"} is printed for each, in the same order.`;

const [path, ...rest] = process.argv.slice(2);
if (path === undefined || path.startsWith("-") || rest.length > 0) {
  console.log(usage);
  process.exitCode = path === "--help" || path === "-h" ? 0 : 2;
} else {
  try {
    const bytes = readFileSync(path);
    const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
    const scored = scoreLines(text, createTrainedClassifier(readShippedArtifact()));
    process.stdout.write(scored.map((line) => `${JSON.stringify(line)}\n`).join(""));
  } catch (error) {
    console.error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
