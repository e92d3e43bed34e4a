import type { FinishReason, NeutralEvent } from "../../../../core/chat/neutral/event";
import type { ProviderUsage } from "../../../../core/usage/provider-usage";
import { type AnswerItem, type AnswerResponse, itemsOf } from "./answer-item";
import type { OutputReader } from "./output-reader";
import { countUnits, hasOtherRates, readTokens } from "./usage";

/** Tiers billed as the price list says; `flex`, `priority` and the like have prices of their own. */
const listedTiers: readonly unknown[] = [undefined, null, "auto", "default", "standard"];

const usageOf = (
  { usage, tools, service_tier: tier }: AnswerResponse,
  items: readonly AnswerItem[],
): ProviderUsage | undefined => {
  const tokens = readTokens(usage);
  if (!tokens) return undefined;
  const units = countUnits(items, tools);
  return {
    tokens,
    ...(units && { units }),
    ...(tier != null && !listedTiers.includes(tier) && { serviceTier: tier }),
    ...(hasOtherRates(items, tools) && { otherRates: true }),
  };
};

/** Items that wait for the caller to do something. */
const callTypes: readonly string[] = ["function_call", "custom_tool_call", "computer_call"];

const finishOf = (
  { status, incomplete_details: details }: AnswerResponse,
  items: readonly AnswerItem[],
): FinishReason => {
  if (status === "failed" || status === "cancelled") return "error";
  // It is worked on still, in the background.
  if (status === "queued" || status === "in_progress") return "pause";
  if (status === "incomplete") {
    return details?.reason === "content_filter" ? "content-filter" : "length";
  }
  return items.some(({ type }) => callTypes.includes(type)) ? "tool-calls" : "stop";
};

/** What the end of an answer says: items that did not come before, how it ended, what it used. */
export const readEnding = (response: AnswerResponse, reader: OutputReader): NeutralEvent[] => {
  const late = itemsOf(response.output).flatMap(([place, item]) => reader.settle(place, item));
  const items = [...reader.settled.values()];
  const usage = usageOf(response, items);
  return [
    ...late,
    { kind: "finish", choice: 0, reason: finishOf(response, items) },
    ...(usage ? [{ kind: "usage" as const, usage }] : []),
  ];
};
