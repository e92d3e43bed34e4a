import { readFileSync } from "node:fs";
import { join } from "node:path";
import { everyDialectOf } from "../../core/catalog/dialects";
import { type ProviderId, providerIds } from "../../core/catalog/provider-id";
import { type Dialect, dialects } from "../../core/chat/dialect";
import { type Word, words } from "../../core/chat/neutral/words";
import { createAdapters } from "../../lambdas/shared/providers/adapters";
import { family } from "../../lambdas/shared/providers/completions/family";
import { requestSaying } from "../lambdas/shared/providers/completions/said-words";
import { payloadsOf } from "../recordings/plain/read-plainly";
import { type RecordedCase, recordings } from "../recordings/recorded-case";

const page = readFileSync(join("docs", "providers.md"), "utf8");
const adapters = createAdapters({ sandbox: "http://127.0.0.1:1/v1" });

/** What stands below a heading, up to the next of its own level. */
const section = (heading: string): string => {
  const start = page.indexOf(`\n## ${heading}`);
  if (start < 0) throw new Error(`docs/providers.md has no section '${heading}'`);
  const end = page.indexOf("\n## ", start + 1);
  return page.slice(start, end < 0 ? undefined : end);
};

const sections: Readonly<Record<Dialect, string>> = {
  completions: section("Chat completions and its family"),
  responses: section("Responses"),
  messages: section("Messages (Anthropic)"),
  gemini: section("generateContent (Gemini)"),
  converse: section("Converse (Bedrock)"),
};

/** What a cell lists; what stands in parentheses explains an entry. */
const listedIn = (cell: string): readonly string[] =>
  cell
    .replace(/ \([^)]*\)/g, "")
    .split(", ")
    .filter((entry) => entry !== "" && entry !== "–");

/** All that stands between backticks. */
const quotedIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, quoted = ""]) => quoted);

const lineOf = (text: string, start: string): string =>
  text.split("\n").find((line) => line.startsWith(start)) ?? "";

/** The cells of a table's line that begins with a provider's id. */
const cellsOf = (table: string, provider: string): readonly string[] =>
  lineOf(table, `| \`${provider}\` |`)
    .split("|")
    .slice(1)
    .map((cell) => cell.trim());

const sorted = (entries: Iterable<string>): readonly string[] => [...new Set(entries)].sort();

/** Of each adapter, the words that it can be told by no model of its. */
const lacked: readonly (readonly [ProviderId, Dialect, Word])[] = providerIds.flatMap((provider) =>
  everyDialectOf(provider).flatMap((dialect) => {
    const adapter = adapters.find(provider, dialect);
    if (!adapter) throw new Error(`no adapter for ${provider} in ${dialect}`);
    return words.flatMap((word) =>
      adapter.uncarried(requestSaying(word)).includes(word)
        ? [[provider, dialect, word] as const]
        : [],
    );
  }),
);

const unsaidBy = ({ dialect, provider, streamed, body, status }: RecordedCase) => {
  const adapter = status === 200 ? adapters.find(provider, dialect) : undefined;
  if (!adapter) return [];
  if (!streamed) return adapter.readAnswer(body)?.unsaid ?? [];
  const read = adapter.eventReader();
  const events = payloadsOf(body).flatMap((data) => read(data));
  return events.flatMap((event) => (event.kind === "unsaid" ? [event.what] : []));
};

/** The losses that a dialect's recordings have, each once. */
const lossesOf = (dialect: Dialect): readonly string[] => [
  ...new Set(
    recordings()
      .cases.filter((recorded) => recorded.dialect === dialect)
      .flatMap(unsaidBy),
  ),
];

const lackedBy = (provider: ProviderId, spoken: Dialect): readonly Word[] =>
  lacked.flatMap(([id, dialect, word]) => (id === provider && dialect === spoken ? [word] : []));

const familyIds = Object.keys(family) as readonly ProviderId[];

describe("docs/providers.md", () => {
  const others = dialects.filter((dialect) => dialect !== "completions");
  test.each(others)("names the words that %s lack, and no other", (spoken) => {
    const lacks = lacked.flatMap(([, dialect, word]) => (dialect === spoken ? [word] : []));
    const row = lineOf(sections[spoken], "| refused (words) |");
    expect(sorted(quotedIn(row))).toEqual(sorted(lacks));
  });

  test("names what chat completions lack themselves, and no other", () => {
    const [, named = ""] = lineOf(sections.completions, "Lacked by the dialect itself").split(": ");
    const entries = quotedIn(named.replace(/\(types of.*/, ""));
    expect(sorted(entries)).toEqual(sorted(lackedBy("sandbox", "completions")));
  });

  test.each(familyIds)("has %s's row of the family: what it lacks beside, and has", (provider) => {
    const ofDialect = lackedBy("sandbox", "completions");
    const own = lackedBy(provider, "completions");
    const [, more = "", has = ""] = cellsOf(sections.completions, provider);
    const lacks = listedIn(more).filter((entry) => !/^more than \d+ top_logprobs$/.test(entry));
    expect(sorted(lacks)).toEqual(sorted(own.filter((word) => !ofDialect.includes(word))));
    const taken = listedIn(has).filter((entry) => entry !== "cache marks");
    expect(sorted(taken)).toEqual(sorted(ofDialect.filter((word) => !own.includes(word))));
  });

  test("says of every provider which dialects it is spoken to in", () => {
    const table = section("Providers, their dialects and their credentials");
    for (const provider of providerIds) {
      const row = cellsOf(table, provider)[1] ?? "";
      const spoken = row.includes("all five")
        ? dialects
        : dialects.filter((one) => row.includes(one));
      expect([provider, ...spoken]).toEqual([provider, ...new Set(everyDialectOf(provider))]);
    }
  });

  test.each(dialects)("names every loss that the recordings of %s have", (dialect) => {
    const row = lineOf(section("Losses, by name"), `| ${dialect} |`);
    const losses = lossesOf(dialect);
    expect(losses.length).toBeGreaterThan(0);
    expect(losses.filter((what) => !row.includes(`\`${what}\``))).toEqual([]);
  });
});
