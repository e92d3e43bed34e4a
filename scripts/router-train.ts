import { writeFileSync } from "node:fs";
import { writeArtifact } from "../core/routing/heads/artifact";
import { calibrate, calibrated } from "../training/calibrate";
import { buildCorpus } from "../training/corpus";
import { readScores } from "../training/data/score-row";
import { devFolder, readTaughtRequests } from "../training/data/sources";
import { readBenchmarkPrices } from "../training/eval/prices";
import { allRows, fitRouter, fitTaskHeads } from "../training/fit-router";

const artifactPath = "core/routing/artifact/router.json";
const floorsPath = "core/routing/artifact/floors.json";

const corpus = buildCorpus(readScores(devFolder), readTaughtRequests());
const task = fitTaskHeads(corpus, allRows(corpus));
const calibration = calibrate(corpus, task, readBenchmarkPrices());
const artifact = calibrated(fitRouter(corpus, allRows(corpus), task), calibration);
const bytes = writeArtifact(artifact, (text) => new TextEncoder().encode(text));
const packed = { bytes: Buffer.from(bytes).toString("base64") };
writeFileSync(artifactPath, `${JSON.stringify(packed)}\n`);
const { quality, balanced, cost } = calibration.floors;
const floors = `{ "quality": ${quality}, "balanced": ${balanced}, "cost": ${cost} }\n`;
writeFileSync(floorsPath, floors);
console.log(
  `${artifactPath}: ${bytes.length} bytes, ${artifact.header.name}@${artifact.header.data.slice(0, 8)}`,
);
console.log(`trust ${calibration.trust.join(" ")}, floors ${floors.trim()}`);
