import { formatUsdTotal } from "../../../../core/contract/money";
import type { PlanAnswer } from "../../../../core/contract/plan";
import { formatCount, formatPlural } from "../../format/count";

type PlanName = PlanAnswer["plan"];
type Offered = PlanAnswer["plans"][number];

export const planTitles: Readonly<Record<PlanName, string>> = {
  "self-hosted": "Self-hosted",
  free: "Free",
  pro: "Pro",
  team: "Team",
};

/** "$49", "$49.50", "$0": whole dollars as they are advertised. @param microUsd - a month. */
export const priceText = (microUsd: number): string =>
  microUsd % 1_000_000 === 0
    ? `$${formatCount(microUsd / 1_000_000)}`
    : formatUsdTotal(BigInt(microUsd) * 1_000_000n);

const limitText = (limit: number | null, singular: string): string =>
  limit === null ? `Unlimited ${singular}s` : formatPlural(limit, singular);

/** What a plan holds, a line each. */
export const planLines = ({ requests, keys, members }: Offered): readonly string[] => [
  `${limitText(requests, "request")} a month`,
  limitText(keys, "key"),
  limitText(members, "member"),
];

/** "1,204 of 10,000"; "1,204, unlimited" where there is no limit. */
export const usedText = (used: number, limit: number | null): string =>
  limit === null
    ? `${formatCount(used)}, unlimited`
    : `${formatCount(used)} of ${formatCount(limit)}`;

/** What can be done about a plan that is offered, by whoever pays. */
export type PlanAction = "current" | "choose" | "switch" | "by-cancelling";

export const planAction = (plan: PlanAnswer, offered: PlanName): PlanAction => {
  if (plan.plan === offered) return "current";
  if (offered === "free") return "by-cancelling";
  return plan.plan === "free" ? "choose" : "switch";
};
