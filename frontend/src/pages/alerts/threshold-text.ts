import { exactUsd, InvalidUsdError, parseUsd } from "../../../../core/contract/money";

const picoPerMicro = 1_000_000n;
const mostMicroUsd = 1_000_000_000_000_000n; // $1 billion

/** What a threshold is drawn and compared with: pUSD of whole µUSD. */
export const picoOf = (microUsd: number): bigint => BigInt(microUsd) * picoPerMicro;

/** A threshold as it is typed: "5.00", "0.000125", "0". */
export const thresholdText = (microUsd: number): string => {
  if (microUsd === 0) return "0";
  const [whole = "0", fraction = ""] = exactUsd(picoOf(microUsd)).slice(1).split(".");
  return `${whole}.${fraction.padEnd(2, "0")}`;
};

/**
 * What was typed as whole µUSD.
 *
 * @throws InvalidUsdError in words for whoever typed it.
 */
export const readThreshold = (text: string): number => {
  const typed = text.trim().replaceAll(",", "");
  if (typed === "") {
    throw new InvalidUsdError("Write an amount in USD, such as 5.00; 0 switches the alert off.");
  }
  let pico: bigint;
  try {
    pico = parseUsd(typed);
  } catch {
    throw new InvalidUsdError(`"${text.trim()}" is no amount in USD; write it like 5.00.`);
  }
  if (pico < 0n) throw new InvalidUsdError("A threshold can't be negative; 0 switches it off.");
  if (pico % picoPerMicro !== 0n) {
    throw new InvalidUsdError("Give at most 6 decimals: the smallest threshold is $0.000001.");
  }
  const micro = pico / picoPerMicro;
  if (micro > mostMicroUsd) throw new InvalidUsdError("Give at most $1,000,000,000.");
  return Number(micro);
};
