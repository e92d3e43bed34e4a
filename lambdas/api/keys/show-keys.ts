import type { KeyAnswer } from "../../../core/contract/keys";
import type { OrganizationId } from "../../../core/ids";
import type { KeyRecord } from "../../../core/ports/access-store";
import { settingsOf } from "../settings-of";
import type { KeysParts } from "./parts";
import { toKeyAnswer } from "./to-answer";

/** Keys with what they spent and when they were used last. */
export const showKeys = async (
  organization: OrganizationId,
  keys: readonly KeyRecord[],
  { registry, usage, keySpends, now }: KeysParts,
): Promise<readonly KeyAnswer[]> => {
  const at = now();
  const { timeZone } = await settingsOf(registry, organization);
  const [spends, lastUsed] = await Promise.all([
    keySpends(organization, timeZone, at),
    usage.lastUsed(organization),
  ]);
  return keys.map((key) =>
    toKeyAnswer(key, { spend: spends.get(key.id), lastUsedAt: lastUsed.get(key.id) }, at),
  );
};

const compareAmounts = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** The live ones first, then by what they spent in 30 days, then the newest first. */
export const compareKeys = (a: KeyAnswer, b: KeyAnswer): number =>
  Number(a.status !== "active") - Number(b.status !== "active") ||
  compareAmounts(BigInt(b.spend.last30Days), BigInt(a.spend.last30Days)) ||
  Date.parse(b.createdAt) - Date.parse(a.createdAt) ||
  (a.id < b.id ? -1 : 1);
