import { parseUsd } from "../../../../core/contract/money";

const picoPerMicro = 1_000_000n;
/** $1 billion in µUSD: what the API takes at most. */
const mostMicroUsd = 1_000_000_000_000_000n;

/** An amount as the API takes it, or what is wrong with it; undefined: nothing was typed. */
export type ReadUsd = { readonly microUsd: number | undefined } | { readonly problem: string };

const decimal = /^\$?\d+(\.\d+)?$/;
/** Commas between thousands alone: "1,5" may be one and a half. */
const withThousands = /^\$?\d{1,3}(,\d{3})+(\.\d+)?$/;
/** More than µUSD: the seventh decimal or a later one is not 0. */
const finer = /\.\d{6}\d*[1-9]/;

/** Reads an amount of USD that somebody typed, by its digits: "2.50", "$10", "1,000". */
export const readUsd = (typed: string): ReadUsd => {
  const trimmed = typed.trim();
  if (trimmed === "") return { microUsd: undefined };
  const text = withThousands.test(trimmed) ? trimmed.replaceAll(",", "") : trimmed;
  if (!decimal.test(text)) return { problem: "This is no amount. Write it like 10 or 2.50." };
  if (finer.test(text)) {
    return { problem: "Budgets are in steps of $0.000001: give at most 6 decimals." };
  }
  const micro = parseUsd(text) / picoPerMicro;
  if (micro === 0n) return { problem: "Enter more than $0, or leave it empty for no budget." };
  if (micro > mostMicroUsd) return { problem: "Enter at most $1,000,000,000." };
  return { microUsd: Number(micro) };
};
