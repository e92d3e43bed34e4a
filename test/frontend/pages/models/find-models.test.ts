import type { ModelAnswer } from "../../../../core/contract/models";
import { matchModels } from "../../../../frontend/src/pages/models/match-models";
import {
  nextSort,
  readSort,
  sortModels,
  writeSort,
} from "../../../../frontend/src/pages/models/sort-models";

const model = (
  offer: string,
  typical: string | null,
  status: ModelAnswer["status"] = "enabled",
): ModelAnswer => ({
  offer,
  model: offer.split("/")[1] ?? "",
  name: `Name of ${offer}`,
  provider: offer.split("/")[0] as ModelAnswer["provider"],
  status,
  enabled: status !== "off",
  prices: null,
  typical,
  overridden: false,
  replaced: null,
  contextTokens: 0,
  outputTokens: 0,
  can: { tools: false, structuredOutput: false, reasoning: false, images: false, audio: false },
  updatedOn: "",
});

const models = [
  model("openai/gpt-4o", "20"),
  model("openai/gpt-4o-mini", "3", "off"),
  model("gemini/flash", null, "unpriced"),
];
const offers = (found: readonly ModelAnswer[]) => found.map(({ offer }) => offer);
const everything = { search: "", providers: [], statuses: [] };

describe("searching", () => {
  test.each([
    { search: "GPT mini", found: ["openai/gpt-4o-mini"] },
    { search: "google", found: ["gemini/flash"] },
    { search: "  ", found: offers(models) },
    { search: "claude", found: [] },
  ])("$search finds $found", ({ search, found }) => {
    expect(offers(matchModels(models, { ...everything, search }))).toEqual(found);
  });

  test("what was just switched stays under a status filter, and nothing else does", () => {
    const filter = { ...everything, statuses: ["enabled"] };
    expect(offers(matchModels(models, filter))).toEqual(["openai/gpt-4o"]);
    const kept = new Set(["openai/gpt-4o-mini"]);
    expect(offers(matchModels(models, filter, kept))).toEqual(offers(models).slice(0, 2));
  });
});

describe("ordering", () => {
  test("compares amounts as numbers, with the unpriced last in either direction", () => {
    const by = (descending: boolean) =>
      offers(sortModels(models, { column: "typical", descending }));
    expect(by(false)).toEqual(["openai/gpt-4o-mini", "openai/gpt-4o", "gemini/flash"]);
    expect(by(true)).toEqual(["openai/gpt-4o", "openai/gpt-4o-mini", "gemini/flash"]);
  });

  test("goes up, down and back to the catalog's own order, each as the URL has it", () => {
    const up = nextSort(undefined, "typical");
    const down = nextSort(up, "typical");
    expect([up, down, nextSort(down, "typical")].map(writeSort)).toEqual([
      "typical",
      "-typical",
      undefined,
    ]);
    expect(readSort("-typical")).toEqual(down);
    expect(readSort("-nothing")).toBeUndefined();
  });
});
