import * as z from "zod";
import { exactUsd, parseUsd } from "../../../../core/contract/money";

const picoPerMicro = 1_000_000n;
const mostMicroUsd = 1_000_000_000_000_000n;

/** Whole µUSD as somebody types it: "12.5"; nothing for none. */
export const typedUsd = (microUsd: number | null): string =>
  microUsd === null ? "" : exactUsd(BigInt(microUsd) * picoPerMicro).slice(1);

const readMicroUsd = (text: string): number | string => {
  let pico: bigint;
  try {
    // Thousands are read as they are shown elsewhere.
    pico = parseUsd(text.replaceAll(",", ""));
  } catch {
    return "Write an amount in USD, such as 250 or 0.50.";
  }
  if (pico <= 0n) return "Take more than $0, or leave it empty for no limit.";
  if (pico % picoPerMicro !== 0n) return "Give at most 6 decimals.";
  const micro = pico / picoPerMicro;
  return micro > mostMicroUsd ? "Take $1,000,000,000 or less." : Number(micro);
};

/** A typed amount as whole µUSD; undefined where nothing was typed. */
export const usdText = z.string().transform((text, context): number | undefined => {
  if (text.trim() === "") return undefined;
  const read = readMicroUsd(text);
  if (typeof read === "number") return read;
  context.addIssue({ code: "custom", message: read });
  return z.NEVER;
});

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
