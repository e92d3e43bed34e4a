import * as z from "zod";
import type { NeutralAnswer } from "../../../../core/chat/neutral/answer";
import { parseJson } from "../../parse-json";
import { readUsage, toUsage } from "./usage";

const countSchema = z.object({ input_tokens: z.int().nonnegative() });

/** What `/v1/messages/count_tokens` answers: a count, and nothing said. */
export const readCount = (body: string): NeutralAnswer | undefined => {
  const counted = countSchema.safeParse(parseJson(body)).data;
  const usage = counted && readUsage(counted);
  return usage && { choices: [], usage: toUsage(usage), unsaid: [] };
};
