import { readFileSync } from "node:fs";
import { parseChatRequest } from "../../../core/chat/completions/parse-request";
import { tasks } from "../../../core/routing/task";
import type { Example } from "../../../training/examples/example";
import { packExamples, unpackExamples } from "../../../training/examples/format-examples";
import { makeExamples } from "../../../training/examples/make-examples";
import { readPhrases } from "../../../training/examples/read-phrases";

const phrases = readPhrases("data/routing/phrases");
const examples = makeExamples(phrases);
const english = examples.filter(({ language }) => language === "en");

const share = (of: readonly Example[], has: (example: Example) => boolean): number =>
  of.filter(has).length / of.length;

const hasSystem = ({ request }: Example) =>
  ["system", "developer"].includes(request.messages[0]?.role ?? "");
const hasTools = ({ request }: Example) => request.tools !== undefined;
const lastText = ({ request }: Example): string => {
  const content = request.messages.findLast(({ role }) => role === "user")?.content;
  return typeof content === "string" ? content : "";
};

describe("the examples", () => {
  it("are the same bytes from run to run", () => {
    const again = packExamples(makeExamples(readPhrases("data/routing/phrases")));
    expect(again.equals(packExamples(examples))).toBe(true);
  });

  // If this fails, phrases have changed: `npm run router:examples` writes the file anew.
  it("in the repository are those that the phrases give", () => {
    const kept = unpackExamples(readFileSync("data/routing/examples.jsonl.gz"));
    expect(kept.length).toBe(examples.length);
    expect(kept).toEqual(examples);
  });

  it("of one language do not change with the others", () => {
    const alone = new Map([...phrases.byLanguage].filter(([language]) => language === "en"));
    expect(makeExamples({ shared: phrases.shared, byLanguage: alone })).toEqual(english);
  });

  it.each([...phrases.byLanguage.keys()])("have each task's share of %s", (language) => {
    for (const task of tasks) {
      const own = examples.filter((one) => one.task === task && one.language === language);
      expect(own.length).toBeGreaterThanOrEqual(100);
      expect(own.length).toBeLessThanOrEqual(140);
      // No handful of phrases stands for a task.
      expect(new Set(own.map(({ id }) => id.split("/")[2])).size).toBeGreaterThanOrEqual(36);
    }
  });

  it("are requests that the gateway accepts", () => {
    for (const { request } of examples) {
      const body = { model: "auto", ...request };
      expect(parseChatRequest(JSON.stringify(body))).toEqual(body);
    }
  });

  it("stand once in a language, and so do their ids", () => {
    // "Ok." is said in several.
    const said = examples.map(({ language, request }) => language + JSON.stringify(request));
    expect(new Set(said).size).toBe(examples.length);
    expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length);
  });

  it("answer every call of a tool by its id, and offer the tools that were called", () => {
    for (const { request } of examples) {
      const offered = (request.tools ?? []).map((tool) => tool.function?.name);
      for (const [at, message] of request.messages.entries()) {
        if (message.role !== "assistant" || !message.tool_calls) continue;
        const answers = request.messages.slice(at + 1, at + 1 + message.tool_calls.length);
        expect(answers.map((answer) => answer.role === "tool" && answer.tool_call_id)).toEqual(
          message.tool_calls.map(({ id }) => id),
        );
        for (const call of message.tool_calls) expect(offered).toContain(call.function?.name);
      }
    }
  });

  it("leave no slot unfilled that our sources know", () => {
    for (const example of examples) {
      expect(lastText(example)).not.toMatch(/\{(passage|code|topic|person|tone|n|N)(:\w+)?\}/);
    }
  });

  it("are as varied as traffic is", () => {
    const talk = english.filter(({ task }) => task !== "agent-step");
    expect(share(talk, hasSystem)).toBeGreaterThan(0.3);
    expect(share(talk, hasSystem)).toBeLessThan(0.4);
    const turns = share(talk, ({ request }) =>
      request.messages.some(({ role }) => role === "assistant"),
    );
    expect(turns).toBeGreaterThan(0.1);
    expect(turns).toBeLessThan(0.2);
    const steps = english.filter(({ task }) => task === "agent-step");
    expect(share(steps, hasTools)).toBeGreaterThan(0.6);
    expect(share(steps, hasTools)).toBeLessThan(0.9);
    expect(share(steps, ({ request }) => request.messages.at(-1)?.role === "tool")).toBeGreaterThan(
      0.2,
    );
    expect(talk.some(hasTools)).toBe(false);
  });
});
