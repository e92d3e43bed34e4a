import { readdirSync, readFileSync } from "node:fs";
import { buildCatalog } from "../../../scripts/catalog-update/build-catalog";
import { formatFlags, formatOfferFile } from "../../../scripts/catalog-update/format";
import { readSources } from "../../../scripts/catalog-update/read-sources";

const folder = "core/catalog/offers";
const build = (from = readSources(".")) => {
  const { files, flags } = buildCatalog(from);
  return new Map([
    ...files.map((file) => [`${file.provider}.json`, formatOfferFile(file)] as const),
    ["flags.json", formatFlags(flags)] as const,
  ]);
};
const first = build();

test("what is committed is what `npm run catalog:update` makes, byte for byte", () => {
  expect([...first.keys()].sort()).toEqual(readdirSync(folder).sort());
  for (const [name, text] of first) expect(readFileSync(`${folder}/${name}`, "utf8")).toBe(text);
});

test("the same sources give the same bytes, in whatever order their rows come", () => {
  const from = readSources(".");
  const rows = [...from.modelsDev.rows].reverse();
  const models = Object.fromEntries(Object.entries(from.modelsDev.models).reverse());
  expect(build({ ...from, modelsDev: { rows, models } })).toEqual(first);
});

test("every flag names an offer that was looked at and says what is the matter", () => {
  const flags = JSON.parse(first.get("flags.json") ?? "[]") as { offer: string; kind: string }[];
  expect(new Set(flags.map(({ kind }) => kind))).toEqual(
    new Set([
      "assumed",
      "derived",
      "disagreement",
      "filled-from-models.dev",
      "request-fee",
      "rounded-up",
      "time-of-day",
      "unsound-rate",
      "zero-not-free",
    ]),
  );
  for (const { offer } of flags) expect(offer).toMatch(/^[a-z]+\/./);
});

test("an offer that is decided to be like one which does not exist is an error naming both", () => {
  const from = readSources(".");
  const decisions = { ...from.decisions, like: { "openai/gpt-9": "openai/nothing" } };
  expect(() => buildCatalog({ ...from, decisions })).toThrow(
    '"openai/gpt-9" is decided to be like "openai/nothing", which models.dev does not have',
  );
});

test("a decision about a model that no source prices is an error", () => {
  const from = readSources(".");
  const decisions = { ...from.decisions, like: { "openai/gpt-9": "openai/gpt-5" } };
  expect(() => buildCatalog({ ...from, decisions })).toThrow('genai-prices has no "openai/gpt-9"');
});

test("a decision about the abilities of an offer that is gone is an error naming it", () => {
  const from = readSources(".");
  const gone = { why: "documented", offers: ["anthropic/claude-gone"] };
  const decisions = { ...from.decisions, structuredOutput: [gone] };
  expect(() => buildCatalog({ ...from, decisions })).toThrow(
    '"anthropic/claude-gone" is not offered any more',
  );
});
