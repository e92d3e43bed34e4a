import { putAlert } from "../../../../core/contract/alerts";

const { recipients: recipientsField } = putAlert.body.shape;

/** Addresses as they are typed: one a line. */
export const recipientsText = (recipients: readonly string[]): string => recipients.join("\n");

/** Of one a line; commas, semicolons and spaces part them as well, as lists are pasted. */
const splitRecipients = (text: string): string[] =>
  text.split(/[\s,;]+/).filter((part) => part !== "");

export type ReadRecipients = { readonly recipients: string[] } | { readonly problem: string };

/** What was typed as addresses, each once; or the first that is none. */
export const readRecipients = (text: string): ReadRecipients => {
  const parts = [...new Set(splitRecipients(text).map((part) => part.toLowerCase()))];
  const read = recipientsField.safeParse(parts);
  if (read.success) return { recipients: read.data };
  const [first] = read.error.issues;
  const at = first?.path[0];
  return {
    problem:
      typeof at === "number"
        ? `"${parts[at]}" is no e-mail address.`
        : `${parts.length} addresses are too many; give at most 20.`,
  };
};
