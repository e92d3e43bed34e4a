import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tasks } from "../../../core/routing/task";
import { readPhrases } from "../../../training/examples/read-phrases";
import { unknownSlots } from "../../../training/examples/slots";

const { shared, byLanguage } = readPhrases("data/routing/phrases");

describe("the phrases", () => {
  it.each([...byLanguage])("in %s are enough for every task", (language, file) => {
    const atLeast = language === "en" ? 70 : 36;
    for (const task of tasks) {
      const { asks, systems, followUps } = file.tasks[task];
      expect([task, asks.length >= atLeast]).toEqual([task, true]);
      expect([task, systems.length >= 4]).toEqual([task, true]);
      expect([task, followUps.length >= 5]).toEqual([task, true]);
    }
  });

  it("in any language ask for material that there is", () => {
    for (const file of byLanguage.values()) {
      for (const { asks, followUps, systems } of Object.values(file.tasks)) {
        for (const text of [...asks, ...followUps, ...systems]) {
          expect(unknownSlots(text, { file, shared }).join()).not.toMatch(/passage|code/);
        }
      }
    }
  });

  it("share code in many languages and tools of many domains", () => {
    expect(shared.code.length).toBeGreaterThanOrEqual(60);
    expect(new Set(shared.code.map(({ language }) => language)).size).toBeGreaterThanOrEqual(18);
    const tools = Object.values(shared.domains).flatMap((domain) => domain.tools);
    expect(Object.keys(shared.domains).length).toBeGreaterThanOrEqual(12);
    expect(tools.length).toBeGreaterThanOrEqual(40);
    expect(new Set(tools.map(({ name }) => name)).size).toBe(tools.length);
  });

  it("that are misspelled are refused with file and field", () => {
    const folder = mkdtempSync(join(tmpdir(), "phrases-"));
    writeFileSync(join(folder, "shared.json"), JSON.stringify({ ...shared, tolls: [] }));
    expect(() => readPhrases(folder)).toThrow(/shared\.json.*\n.*tolls/);
  });
});
