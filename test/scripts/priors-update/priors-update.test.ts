import { readFileSync } from "node:fs";
import { loadCatalog } from "../../../core/catalog/load";
import { buildPriors } from "../../../scripts/priors-update/build-priors";
import { formatPriors } from "../../../scripts/priors-update/format";
import { modelKey } from "../../../scripts/priors-update/model-key";
import { readPriorSources } from "../../../scripts/priors-update/read-sources";
import { taskPriorsSchema } from "../../../scripts/priors-update/schema";

const { offers } = loadCatalog();
const sources = readPriorSources(".");
const committed = readFileSync("core/catalog/task-priors.json", "utf8");
const priors = taskPriorsSchema.parse(JSON.parse(committed));

test("what is committed is what `npm run priors:update` makes, byte for byte", () => {
  expect(formatPriors(buildPriors(sources, offers))).toBe(committed);
});

test("the same sources give the same bytes, in whatever order the offers come", () => {
  const turned = buildPriors(sources, [...offers].reverse());
  expect(turned.models).toEqual(priors.models);
});

test("the file is small enough for a bundle that is read at each cold start", () => {
  expect(committed.length).toBeLessThan(60_000);
});

test("every chat offer's model has a row, and every number a source", () => {
  const chat = offers.filter(({ kind }) => (kind ?? "chat") === "chat");
  const missing = chat.filter(({ id }) => !priors.models[modelKey(id, sources.aliases)]);
  expect(missing.map(({ id }) => id)).toEqual([]);
  for (const { from } of Object.values(priors.models))
    for (const at of [from].flat()) expect(priors.sources[at]).toBeDefined();
});

test("a shipped id leads to the row that its name would lead to", () => {
  const wrong = offers.filter(({ id }) => {
    const model = modelKey(id, sources.aliases);
    const last = id.slice(id.lastIndexOf("/") + 1);
    return priors.models[model] && (priors.aliases[last] ?? last) !== model;
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test("every alias leads to a row, and none to a further alias", () => {
  for (const model of Object.values(priors.aliases)) {
    expect(Object.keys(priors.models)).toContain(model);
    expect(priors.aliases[model] ?? model).toBe(model);
  }
});

test("a model is not credited with scores of another that once had its name", () => {
  const medium = sources.scores.filter(({ model }) => model === "mistral-medium");
  expect(medium.length).toBeGreaterThan(0);
  const row = priors.models["mistral-medium-2604"];
  const labels = [row?.from ?? []].flat().map((at) => priors.sources[at]?.[1] ?? "");
  expect(labels.join()).not.toContain("Arena-Hard");
});
