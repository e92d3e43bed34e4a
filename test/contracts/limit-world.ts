import type { KeyId } from "../../core/ids";
import type { PicoUsd } from "../../core/money/amounts";
import type { Limits } from "../../core/ports/access-store";
import {
  isRefusal,
  type LimitedBy,
  type LimitRefusal,
  type LimitStore,
  type Reservation,
} from "../../core/ports/limit-store";
import { freshOrganization } from "./cloud";

/** Limit stores of several processes over common counters, with one clock for all. */
export type LimitWorld = {
  /** A process of its own. */
  open(): LimitStore;
  setClock(at: number): void;
};

export const leaseMs = 660_000;
/** 2026-11-24T12:00:00Z. */
export const noon = Date.parse("2026-11-24T12:00:00Z");
export const dollar = 1_000_000;
export const pico = (microUsd: number): PicoUsd => (microUsd * 1_000_000) as PicoUsd;

type Rules = {
  readonly organization?: Limits;
  readonly key?: Limits;
  readonly timeZone?: string;
};

/** Limits of a fresh organization and one key of it. */
export const limited = ({ organization = {}, key = {}, timeZone = "UTC" }: Rules): LimitedBy => ({
  organization: freshOrganization(),
  organizationLimits: organization,
  key: "Key0000001" as KeyId,
  keyLimits: key,
  timeZone,
});

/** Four processes, found by any number. */
export const fourProcesses = (world: LimitWorld): ((at: number) => LimitStore) => {
  const all = Array.from({ length: 4 }, () => world.open());
  return (at) => all[at % 4] as LimitStore;
};

export const dailyBudget = (microUsd: number) =>
  limited({ key: { budget: { dailyMicroUsd: microUsd } } });

/** Reserves, and fails where that is refused. */
export const granted = async (
  store: LimitStore,
  by: LimitedBy,
  amount: PicoUsd,
): Promise<Reservation> => {
  const answer = await store.reserve(by, amount);
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer;
};

/** Reserves, and fails where that is granted. */
export const refusal = async (
  store: LimitStore,
  by: LimitedBy,
  amount = pico(1),
): Promise<LimitRefusal> => {
  const answer = await store.reserve(by, amount);
  if (isRefusal(answer)) return answer;
  throw new Error("granted, though it should have been refused");
};

/** Fails unless exactly so much can still be set aside. */
export const expectRoom = async (
  store: LimitStore,
  by: LimitedBy,
  amount: PicoUsd,
): Promise<void> => {
  await refusal(store, by, (amount + 1) as PicoUsd);
  await (await granted(store, by, amount)).settle(pico(0));
};
