import * as z from "zod";
import { RequestError } from "../../core/errors";
import { printable } from "../../core/routing/printable";
import { parseJson } from "../shared/parse-json";

const feedbackSchema = z.strictObject({
  request_id: z.string().min(1),
  /** How good the answer was: 0 (useless) to 1 (all that was wanted). */
  score: z.number().min(0).max(1),
});

export type FeedbackRequest = z.output<typeof feedbackSchema>;

const invalid = (code: string, message: string, param?: string): RequestError =>
  new RequestError(400, code, message, param === undefined ? {} : { param });

const example = 'send a JSON object such as {"request_id": "req_…", "score": 0.9}';

/**
 * Reads the body of `POST /v1/feedback`.
 *
 * @throws RequestError 400 with the field at fault and what it should be.
 */
export const parseFeedback = (body: string): FeedbackRequest => {
  if (body.trim() === "") throw invalid("empty_body", `the request has no body; ${example}`);
  const value = parseJson(body);
  if (value === undefined) {
    throw invalid("invalid_json", `the request body is not valid JSON; ${example}`);
  }
  const parsed = feedbackSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue?.code === "unrecognized_keys") {
    const param = printable(issue.keys[0] ?? "").slice(0, 40);
    throw invalid(
      "invalid_value",
      `unknown field '${param}'; send request_id and score alone`,
      param,
    );
  }
  const param = issue?.path.map(String).join(".") ?? "";
  const problem = (issue?.message ?? "not as documented").toLowerCase();
  if (param === "") throw invalid("invalid_value", `invalid request body: ${problem}; ${example}`);
  const wanted =
    param === "score" ? "a number from 0 to 1" : "the x-smashcost-request-id of an answer";
  throw invalid("invalid_value", `invalid value for '${param}': ${problem}; send ${wanted}`, param);
};
