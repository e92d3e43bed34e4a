import { type Dialect, dialects } from "../dialect";
import type { Seal } from "./part";

/** Marks what the gateway put into a slot that a caller hands back unread. */
const mark = "sc1.";

/**
 * A seal as a caller gets it: its own dialect's as it is, another's under a name of its own.
 *
 * @param own - the caller's dialect.
 */
export const writeSeal = ({ dialect, value }: Seal, own: Dialect): string =>
  dialect === own ? value : `${mark}${dialect}.${value}`;

/** Reads back what `writeSeal` wrote, or what the caller's own dialect did. */
export const readSeal = (text: string, own: Dialect): Seal => {
  const dialect = dialects.find((name) => text.startsWith(`${mark}${name}.`));
  if (dialect === undefined) return { dialect: own, value: text };
  return { dialect, value: text.slice(mark.length + dialect.length + 1) };
};

/** Whether a slot holds what another dialect's provider wrote, and so nothing for this one's. */
export const isForeignSeal = (text: string): boolean => text.startsWith(mark);
