import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import {
  type Language,
  type PhraseFile,
  phraseFileSchema,
  type SharedFile,
  sharedFileSchema,
} from "./phrase-schema";

/** All that examples are made of. */
export type Phrases = {
  readonly shared: SharedFile;
  readonly byLanguage: ReadonlyMap<Language, PhraseFile>;
};

const readJson = <T>(path: string, schema: z.ZodType<T>): T => {
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (parsed.success) return parsed.data;
  throw new Error(`${path} is not as phrases are written:\n${z.prettifyError(parsed.error)}`);
};

/**
 * Reads every language that the folder has.
 *
 * @throws Error that names the file and the field, if one is not as the schema has it.
 */
export const readPhrases = (folder: string): Phrases => {
  const byLanguage = new Map<Language, PhraseFile>();
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  for (const name of names.filter((name) => name !== "shared.json").sort()) {
    const path = join(folder, name);
    const file = readJson(path, phraseFileSchema);
    if (`${file.language}.json` !== name) {
      throw new Error(`${path} says that its language is ${file.language}; rename one of the two`);
    }
    byLanguage.set(file.language, file);
  }
  return { shared: readJson(join(folder, "shared.json"), sharedFileSchema), byLanguage };
};
