import type { Offer } from "../../catalog/offer";
import { printable } from "../printable";
import type { CheckKind } from "./answer-check";
import type { CascadeOutcome } from "./cascade-outcome";

const checkNames: Readonly<Record<CheckKind, string>> = {
  schema: "schema",
  json: "JSON check",
  label: "label check",
  short: "short-answer check",
};

/**
 * What a cascade did, in a sentence of ASCII for `x-smashcost-routing`.
 *
 * @param answeredBy - whose answer the caller got; where none came, the one that was to give it.
 * @returns undefined where it did nothing: then the router's own reason stands.
 */
export const cascadeReason = (
  outcome: CascadeOutcome,
  check: CheckKind,
  first: Pick<Offer, "id">,
  answeredBy: Pick<Offer, "id">,
): string | undefined => {
  const name = printable(first.id);
  if (outcome === "passed") return `cascade: ${name} passed the ${checkNames[check]}`;
  if (outcome !== "escalated") return undefined;
  return `cascade: ${name} failed the check, escalated to ${printable(answeredBy.id)}`;
};
