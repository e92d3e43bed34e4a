import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readOptions } from "../../../scripts/router-eval/options";
import { readJudgedRows } from "../../../scripts/router-eval/read-judged-rows";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "router-eval-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("the options", () => {
  test("refuse a folder that is not there, by name", () => {
    const missing = join(folder, "nowhere");
    expect(() => readOptions(["--data", missing])).toThrow(
      `--data ${missing}: there is no such folder`,
    );
  });

  test("write the report where the development files are judged in full, else only if told to", () => {
    expect(readOptions([])).toEqual({ quick: false, out: "docs" });
    expect(readOptions(["--quick"])).toEqual({ quick: true });
    expect(readOptions(["--data", folder])).toEqual({ quick: false, data: folder });
    expect(readOptions(["--data", folder, "--out", "x"])).toMatchObject({ out: "x" });
  });
});

describe("the rows of a folder", () => {
  const row = {
    id: "1",
    dataset: "zeroeval-crux",
    task: "code",
    subset: "",
    prompt: "f(1)?",
    scores: { a: 1, b: null },
  };

  test("are those of files with known names; missing ones are named", () => {
    writeFileSync(join(folder, "zeroeval-crux.jsonl"), `${JSON.stringify(row)}\n`);
    writeFileSync(join(folder, "other.jsonl"), "not read");
    const { rows, remarks } = readJudgedRows(folder);
    expect(rows).toEqual([{ ...row, scores: { a: 1 } }]);
    expect(remarks).toHaveLength(7);
    expect(remarks).toContain("mmlu-pro.jsonl is missing, so its prompts are skipped");
  });

  test("must be some", () => {
    expect(() => readJudgedRows(folder)).toThrow(
      /has none of the score files: llmrouter-dc\.jsonl/,
    );
  });
});
