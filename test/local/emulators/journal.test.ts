import { appendFile, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { openJournal, readJournal } from "../../../local/emulators/sqs/journal";
import { makeDataDir, times } from "./harness";

const readAll = async (path: string) => {
  const lines: string[] = [];
  for await (const line of readJournal(path)) lines.push(line);
  return lines;
};

let path: string;
beforeEach(async () => {
  path = join(await makeDataDir(), "journal");
});

test("a line stands in the file when its append has resolved", async () => {
  const journal = await openJournal(path, () => []);
  await times(100, async (index) => {
    await journal.append([`line ${index}`]);
    expect(await readFile(path, "utf8")).toContain(`line ${index}\n`);
  });
  await journal.close();
  expect(await readAll(path)).toHaveLength(100);
});

test("a torn last line is ignored, and does not spoil what is written after it", async () => {
  await appendFile(path, "whole\nto");
  expect(await readAll(path)).toEqual(["whole"]);
  const journal = await openJournal(path, () => ["whole"]);
  await journal.append(["next"]);
  await journal.close();
  expect(await readAll(path)).toEqual(["whole", "next"]);
});

test("a journal that has outgrown its content is compacted, with the lines that wait", async () => {
  const live: string[] = [];
  const journal = await openJournal(path, () => live);
  const long = "x".repeat(1024 * 1024);
  for (let index = 0; index < 16; index += 1) await journal.append([long]);
  const before = (await stat(path)).size;
  await times(3, async (index) => {
    live.push(`kept ${index}`);
    await journal.append([`kept ${index}`]);
  });
  await journal.close();
  expect(before).toBeGreaterThan(16 * 1024 * 1024);
  expect((await readAll(path)).sort()).toEqual(["kept 0", "kept 1", "kept 2"]);
});
