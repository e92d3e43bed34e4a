import { writeFileSync } from "node:fs";
import { writeArtifact } from "../core/routing/heads/artifact";
import { buildCorpus } from "../training/corpus";
import { readScores } from "../training/data/score-row";
import { devFolder, readTaughtRequests } from "../training/data/sources";
import { allRows, fitRouter } from "../training/fit-router";

const artifactPath = "core/routing/artifact/router.json";

const corpus = buildCorpus(readScores(devFolder), readTaughtRequests());
const artifact = fitRouter(corpus, allRows(corpus));
const bytes = writeArtifact(artifact, (text) => new TextEncoder().encode(text));
const packed = { bytes: Buffer.from(bytes).toString("base64") };
writeFileSync(artifactPath, `${JSON.stringify(packed)}\n`);
console.log(
  `${artifactPath}: ${bytes.length} bytes, ${artifact.header.name}@${artifact.header.data.slice(0, 8)}`,
);
