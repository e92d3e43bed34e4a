import { readFileSync, writeFileSync } from "node:fs";
import { loadCatalog } from "../core/catalog/load";
import { measureAnchorScores } from "./priors-update/anchor-scores";
import { buildPriors } from "./priors-update/build-priors";
import { formatAnchorScores, formatPriors } from "./priors-update/format";
import { readPriorSources } from "./priors-update/read-sources";
import { taskPriorsSchema } from "./priors-update/schema";

// Writes core/catalog/task-priors.json from data/priors: docs/priors.md. With a folder of per-prompt
// scores (data/routing/dev) as argument, it measures data/priors/anchor-scores.json anew first.
const anchors = "data/priors/anchor-scores.json";
const target = "core/catalog/task-priors.json";
const [folder] = process.argv.slice(2);
if (folder !== undefined) writeFileSync(anchors, formatAnchorScores(measureAnchorScores(folder)));
const priors = buildPriors(readPriorSources("."), loadCatalog().offers);
taskPriorsSchema.parse(priors);
writeFileSync(target, formatPriors(priors));
const size = readFileSync(target).length;
console.log(`${Object.keys(priors.models).length} models, ${size} bytes in ${target}`);
