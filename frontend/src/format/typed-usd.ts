import { exactUsd, parseUsd } from "../../../core/contract/money";

const picoPerMicro = 1_000_000n;
/** $1 billion in µUSD: what the API takes at most. */
const mostMicroUsd = 1_000_000_000_000_000n;

/** An amount in whole µUSD, or what is wrong with what was typed. */
export type ReadUsd = { readonly microUsd: number } | { readonly problem: string };

const decimal = /^\$?\d+(\.\d+)?$/;
/** Commas between thousands alone: "1,5" may be one and a half. */
const withThousands = /^\$?\d{1,3}(,\d{3})+(\.\d+)?$/;
/** More than µUSD: the seventh decimal or a later one is not 0. */
const finer = /\.\d{6}\d*[1-9]/;

/** pUSD of whole µUSD. */
export const picoOf = (microUsd: number): bigint => BigInt(microUsd) * picoPerMicro;

/** Reads an amount of USD that somebody typed, by its digits: "2.50", "$10", "1,000", "0". */
export const readUsd = (typed: string): ReadUsd => {
  const trimmed = typed.trim();
  const text = withThousands.test(trimmed) ? trimmed.replaceAll(",", "") : trimmed;
  if (!decimal.test(text)) return { problem: "This is no amount. Write it like 10 or 2.50." };
  if (finer.test(text)) {
    return { problem: "Amounts are in steps of $0.000001: give at most 6 decimals." };
  }
  const micro = parseUsd(text) / picoPerMicro;
  if (micro > mostMicroUsd) return { problem: "Enter at most $1,000,000,000." };
  return { microUsd: Number(micro) };
};

/**
 * An amount as it is typed: "0.000125", "12.5", "0".
 *
 * @param decimals - how many there are at least, where it is not 0. @default 0
 */
export const typedUsd = (microUsd: number, decimals = 0): string => {
  if (microUsd === 0) return "0";
  const [whole = "0", fraction = ""] = exactUsd(picoOf(microUsd)).slice(1).split(".");
  const padded = fraction.padEnd(decimals, "0");
  return padded === "" ? whole : `${whole}.${padded}`;
};
