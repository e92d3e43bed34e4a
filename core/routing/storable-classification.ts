import type { Classification } from "./classification";

/** Whole per mille that add up to what the chances add up to: the largest remainders get the rest. */
export const perMille = (chances: readonly number[]): readonly number[] => {
  const exact = chances.map((chance) => chance * 1_000);
  const whole = exact.map((share) => Math.floor(share + 1e-9));
  const sum = (shares: readonly number[]) => shares.reduce((a, b) => a + b, 0);
  const missing = Math.round(sum(exact)) - sum(whole);
  const remainder = (place: number) => (exact[place] ?? 0) - (whole[place] ?? 0);
  const byRemainder = whole
    .map((_, place) => place)
    .sort((a, b) => remainder(b) - remainder(a) || a - b);
  for (const place of byRemainder.slice(0, Math.max(0, missing))) {
    whole[place] = (whole[place] ?? 0) + 1;
  }
  return whole;
};

/** To four decimals; JSON has no −0. */
const rounded = (number: number): number => Math.round(number * 1e4) / 1e4 + 0;

/**
 * A classification no finer than its record: decisions rest on this one, so that what is read back
 * decides the same.
 */
export const storable = (classification: Classification): Classification => {
  const { chances, shifts, unsure } = classification;
  return {
    ...classification,
    chances: perMille(chances).map((share) => share / 1_000),
    shifts: shifts.map(rounded),
    unsure: rounded(unsure),
  };
};
