import { errorBodySchema } from "../../../core/contract/error-body";
import type { AnswerOf, Operation, SentOf } from "../../../core/contract/operation";
import { ApiError } from "./api-error";
import { operationUrl } from "./operation-url";

/** Who speaks to the API: pages lend the session's token. */
export type Caller = {
  /** A valid access token; undefined: nobody is signed in. */
  token(): Promise<string | undefined>;
  /** The API took this token for no good any more. */
  onRefused(token: string | undefined): void;
};

const patienceMs = 60_000;

const send = async (input: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(input, init);
  } catch (error) {
    if (init.signal?.aborted && (error as Error).name !== "TimeoutError") throw error;
    throw new ApiError(0, "no_answer", "no answer");
  }
};

const refusal = (status: number, json: unknown): ApiError => {
  const parsed = errorBodySchema.safeParse(json);
  if (!parsed.success) return new ApiError(status, "unknown", `answered with status ${status}`);
  const { code, message, field, problems } = parsed.data.error;
  const named = field !== null && problems.length === 0 ? [{ field, message }] : problems;
  return new ApiError(status, code, message, named);
};

const readJson = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Does one operation of the dashboard's API.
 *
 * @throws ApiError where it was refused, did not answer, or answered in another shape than the
 * contract says (a page older or newer than its API).
 */
export const createCall =
  ({ token, onRefused }: Caller) =>
  async <O extends Operation>(
    operation: O,
    sent: Partial<SentOf<O>> = {},
    signal?: AbortSignal,
  ): Promise<AnswerOf<O>> => {
    const { method, least, answer } = operation;
    const bearer = least === "public" ? undefined : await token();
    const { body } = sent;
    const limit = AbortSignal.timeout(patienceMs);
    const response = await send(operationUrl(operation, sent), {
      method,
      headers: {
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    const json = await readJson(response);
    if (!response.ok) {
      if (response.status === 401 && least !== "public") onRefused(bearer);
      throw refusal(response.status, json);
    }
    const parsed = answer.safeParse(json);
    if (!parsed.success) {
      throw new ApiError(response.status, "other_shape", "this page is out of date; reload it");
    }
    return parsed.data as AnswerOf<O>;
  };

export type Call = ReturnType<typeof createCall>;
