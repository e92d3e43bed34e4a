/** Marks ids that the gateway made: nothing is stored under them anywhere. */
const mark = "sc1";

const prefixes = { response: "resp", message: "msg", reasoning: "rs", call: "fc" } as const;

/**
 * An id as OpenAI's begin: it refuses items with other beginnings when they are sent back, and a
 * hyphen as well.
 *
 * @param id - of the answer: letters, digits, `_` and `-`.
 * @param index - of the item within it; absent for the answer itself.
 * @see https://github.com/BerriAI/litellm/issues/27333 and
 * https://github.com/CopilotKit/CopilotKit/pull/6117 (read 2026-11-24)
 */
export const ownId = (kind: keyof typeof prefixes, id: string, index?: number): string => {
  const suffix = index === undefined ? "" : `_${index}`;
  return `${prefixes[kind]}_${mark}_${id.replaceAll("-", "_")}${suffix}`;
};

/** Whether the gateway wrote it, and not a provider. */
export const isOwnId = (id: unknown): boolean =>
  typeof id === "string" &&
  Object.values(prefixes).some((prefix) => id.startsWith(`${prefix}_${mark}_`));
