import * as z from "zod";
import { readUsd, typedUsd } from "../format/typed-usd";

/** A budget as it is typed, in whole µUSD once read; undefined where nothing was typed. */
export const budgetText = z.string().transform((text, context): number | undefined => {
  if (text.trim() === "") return undefined;
  const read = readUsd(text);
  const problem =
    "problem" in read
      ? read.problem
      : read.microUsd === 0 && "Enter more than $0, or leave it empty for no budget.";
  if (problem) context.addIssue({ code: "custom", message: problem });
  return "problem" in read || read.microUsd === 0 ? z.NEVER : read.microUsd;
});

/** A budget as a form shows it; none as nothing. */
export const typedBudget = (microUsd: number | null): string =>
  microUsd === null ? "" : typedUsd(microUsd);
