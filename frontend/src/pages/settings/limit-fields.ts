import * as z from "zod";

/**
 * A typed whole number; null where nothing was typed.
 *
 * @param unit - "days", as in "Write a whole number of days".
 */
export const countText = (unit: string, most: number) =>
  z.string().transform((text, context): number | null => {
    const typed = text.trim().replaceAll(",", "");
    if (typed === "") return null;
    const count = /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
    if (count >= 1 && count <= most) return count;
    const message = `Write a whole number of ${unit} from 1 to ${most.toLocaleString("en-US")}.`;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });
