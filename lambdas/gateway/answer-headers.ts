import type { PicoUsd } from "../../core/money/amounts";
import type { HttpAnswer } from "../shared/http/upstream";
import type { Bill } from "./bill";
import type { Ledger } from "./ledger";
import { reasonOf } from "./reason-of";
import type { Target } from "./target";

/** Of a provider's headers, those that its SDKs read: its own request id, limits and retry advice. */
const passedOn =
  /^((?:x-)?request-id|openai-.+|(?:x-|anthropic-)ratelimit-.+|retry-after|retry-after-ms)$/;

export const providersHeaders = (headers: HttpAnswer["headers"]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      passedOn.test(name) && value !== undefined ? [[name, String(value)]] : [],
    ),
  );

/** HTTP headers are Latin-1 at best: anything else becomes a question mark. */
const ascii = (text: string): string => text.replace(/[^\x20-\x7e]/gu, "?").slice(0, 300);

/** Which request this is, what it was taken for and where it went. */
export const routingHeaders = (
  { id, decision, cascade }: Pick<Ledger, "id" | "decision" | "cascade">,
  target?: Target,
): Record<string, string> => {
  const why = decision?.kind === "refused" ? undefined : reasonOf({ decision, cascade }, target);
  return {
    "x-smashcost-request-id": id,
    ...(decision && { "x-smashcost-task": decision.classification.task }),
    ...(cascade?.outcome && { "x-smashcost-cascade": cascade.outcome }),
    ...(why !== undefined && { "x-smashcost-routing": ascii(why) }),
    ...(target && {
      "x-smashcost-model": ascii(target.offer.id),
      "x-smashcost-provider": target.offer.provider,
      "x-smashcost-score": target.score.toFixed(1),
    }),
  };
};

/** Exact US dollars: twelve decimals are whole pico-dollars. */
const usd = (amount: PicoUsd): string => {
  const digits = String(Math.abs(amount)).padStart(13, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -12)}.${digits.slice(-12)}`;
};

export const billHeaders = ({ cost, saved }: Bill): Record<string, string> => ({
  "x-smashcost-cost": cost === null ? "unpriced" : usd(cost),
  "x-smashcost-saved": saved === null ? "unknown" : usd(saved),
});
