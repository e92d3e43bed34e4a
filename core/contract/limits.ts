import * as z from "zod";
import { microUsdField } from "./fields";

export const budgetField = z.strictObject({
  dailyMicroUsd: microUsdField.optional(),
  monthlyMicroUsd: microUsdField.optional(),
});

export const requestsPerMinuteField = z.int().positive().max(1_000_000);
