import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readRows, type ScoreRow } from "../../training/data/score-row";
import { devFolder } from "../../training/data/sources";

export type JudgedRows = {
  readonly rows: readonly ScoreRow[];
  /** SHA-256 over them, hexadecimal. */
  readonly digest: string;
  /** What is said of files that the folder lacks. */
  readonly remarks: readonly string[];
};

/**
 * Reads the files of a folder that have the names of the development files, packed or not.
 *
 * @throws Error where there is none of them.
 */
export const readJudgedRows = (folder: string): JudgedRows => {
  const names = readdirSync(devFolder)
    .filter((name) => /\.jsonl(\.gz)?$/.test(name))
    .map((name) => name.replace(/\.gz$/, ""))
    .sort();
  const pathOf = (name: string): string | undefined =>
    [`${name}.gz`, name].map((file) => join(folder, file)).find((path) => existsSync(path));
  const missing = names.filter((name) => pathOf(name) === undefined);
  if (missing.length === names.length) {
    throw new Error(`${folder} has none of the score files: ${names.join(", ")}, each also as .gz`);
  }
  const rows = names.flatMap((name) => {
    const path = pathOf(name);
    return path === undefined ? [] : readRows(path);
  });
  return {
    rows,
    digest: createHash("sha256").update(JSON.stringify(rows)).digest("hex"),
    remarks: missing.map((name) => `${name} is missing, so its prompts are skipped`),
  };
};
