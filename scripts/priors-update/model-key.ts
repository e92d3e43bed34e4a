import { canonicalName, lastPart } from "../../core/catalog/canonical-name";

/** Names that mean one model, each to the name the priors have for it. */
export type Aliases = Readonly<Record<string, string>>;

/**
 * The name under which a model's priors stand, whatever a provider or a leaderboard calls it:
 * "Meta-Llama-3.1-8B-Instruct" and "us.meta.llama3-1-8b-instruct-v1:0" are "llama-3-1-8b". What
 * stands behind "@" or in brackets says who ran the model, or how hard it thought.
 */
export const modelKey = (name: string, aliases: Aliases): string => {
  const bare = name.replace(/@[a-z].*$/i, "").replace(/ *\(.*\)$/, "");
  const key = canonicalName(bare);
  return aliases[lastPart(bare)] ?? aliases[key] ?? key;
};

/**
 * The same for a name in a leaderboard, where a name may have meant another model than it means at a
 * provider today ("mistral-medium" of 2024), a base model, or a run that failed.
 */
export const sourceKey = (name: string, meant: Aliases, aliases: Aliases): string =>
  meant[name] ?? modelKey(name, aliases);
