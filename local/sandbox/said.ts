import type { Emission } from "./emission";
import type { Choice } from "./reply";

/** One part of a whole answer. */
export type SaidPart =
  | { readonly kind: "thought"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "call"; readonly name: string; readonly arguments: string };

const begun = (emission: Emission): SaidPart | undefined => {
  if (emission.kind === "call") return { kind: "call", name: emission.name, arguments: "" };
  if (emission.kind === "arguments") return undefined;
  return { kind: emission.kind, text: emission.text };
};

const grown = (part: SaidPart | undefined, emission: Emission): SaidPart | undefined => {
  if (part?.kind === "call") {
    if (emission.kind !== "arguments") return undefined;
    return { ...part, arguments: part.arguments + emission.text };
  }
  if (part?.kind !== emission.kind || !("text" in emission)) return undefined;
  return { ...part, text: part.text + emission.text };
};

/** What a choice says, its pieces joined. */
export const saidParts = ({ emissions }: Choice): readonly SaidPart[] => {
  const parts: SaidPart[] = [];
  for (const emission of emissions) {
    const more = grown(parts.at(-1), emission);
    const next = more ?? begun(emission);
    if (next) parts.splice(more ? -1 : parts.length, more ? 1 : 0, next);
  }
  return parts;
};

/** The text of a choice without what it thought. */
export const saidText = (choice: Choice): string =>
  saidParts(choice)
    .map((part) => (part.kind === "text" ? part.text : ""))
    .join("");

/** What a choice thought. */
export const thoughtText = (choice: Choice): string =>
  saidParts(choice)
    .map((part) => (part.kind === "thought" ? part.text : ""))
    .join("");

/**
 * The arguments of a call as an object, where they were not cut off within.
 */
export const argumentsObject = (text: string): Readonly<Record<string, unknown>> => {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
};
