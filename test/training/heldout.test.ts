import { readFileSync } from "node:fs";
import * as z from "zod";
import { parseChatRequest } from "../../core/chat/completions/parse-request";
import { tasks } from "../../core/routing/task";

const languages = ["en", "de", "es", "fr", "pt", "zh", "ja", "hi"] as const;

const exampleSchema = z.strictObject({
  id: z.string(),
  task: z.enum(tasks),
  language: z.enum(languages),
  request: z.strictObject({
    messages: z.array(z.unknown()),
    tools: z.array(z.unknown()).optional(),
    response_format: z.unknown().optional(),
  }),
});

const examplesOf = (language: string) =>
  readFileSync(`data/routing/heldout/${language}.jsonl`, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => exampleSchema.parse(JSON.parse(line)));

const examples = languages.flatMap(examplesOf);

describe("the held-out requests", () => {
  test.each(languages)("in %s are requests as callers send them", (language) => {
    for (const { request } of examplesOf(language)) {
      const parsed = parseChatRequest(JSON.stringify({ model: "gpt-4o", ...request }));
      // The label is what is asked now, so nothing has been answered yet.
      expect(["user", "tool"]).toContain(parsed.messages.at(-1)?.role);
    }
  });

  test.each(languages)("in %s say so, and are numbered in the order of the file", (language) => {
    const numbered = examplesOf(language).map((example, index) => ({
      ...example,
      id: `${language}-${String(index + 1).padStart(3, "0")}`,
      language,
    }));
    expect(examplesOf(language)).toEqual(numbered);
  });

  test.each(languages)("cover each task at least six times in %s", (language) => {
    const counts = tasks.map(
      (task) => examplesOf(language).filter((example) => example.task === task).length,
    );
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(language === "en" ? 12 : 6);
  });

  test("are all different", () => {
    const requests = examples.map(({ request }) => JSON.stringify(request));
    expect(new Set(requests).size).toBe(requests.length);
    expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length);
  });
});
