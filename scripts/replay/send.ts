import { parseUsd } from "../../core/money/parse-usd";
import { type AnswerBody, AnswerError, errorMessageOf, readStream, readWhole } from "./answer";
import type { Destination } from "./destination";
import type { ReplayOptions } from "./options";

export type Message = { readonly role: "user" | "assistant"; readonly content: string };

/** One request that was answered. */
export type Sent = AnswerBody & {
  readonly task: string;
  /** `provider/model` that answered. */
  readonly model: string;
  /** In pUSD; undefined where it is unpriced or the answer was streamed. */
  readonly cost?: bigint;
  /** In pUSD, may be negative; undefined where it is unknown. */
  readonly saved?: bigint;
};

/** How requests are made; `fetch` and the signal are lent. */
export type Sending = {
  readonly destination: Destination;
  readonly options: Pick<ReplayOptions, "mode" | "model" | "stream" | "maxTokens">;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
};

const amount = (text: string | null): bigint | undefined =>
  text === null || text === "unpriced" || text === "unknown" ? undefined : parseUsd(text);

const request = async (
  messages: readonly Message[],
  { destination, options, fetch, signal }: Sending,
): Promise<Response> => {
  const { baseUrl, apiKey } = destination;
  const { mode, model, stream, maxTokens } = options;
  try {
    return await fetch(`${baseUrl}/chat/completions`, {
      method: "POST",
      signal,
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${apiKey}`,
        "x-smashcost-routing": mode,
      },
      body: JSON.stringify({
        model,
        messages,
        ...(maxTokens !== undefined && { max_tokens: maxTokens }),
        ...(stream && { stream: true, stream_options: { include_usage: true } }),
      }),
    });
  } catch (error) {
    if (signal.aborted) throw new AnswerError("stopped before an answer came");
    const { cause, message } = error as Error;
    const why = cause instanceof Error && cause.message ? cause.message : message;
    throw new AnswerError(`can't reach ${baseUrl}: ${why}; is SmashCost running?`);
  }
};

/**
 * Sends one conversation through the gateway.
 *
 * @throws AnswerError that says why there is no whole answer.
 */
export const send = async (messages: readonly Message[], sending: Sending): Promise<Sent> => {
  const response = await request(messages, sending);
  let text: string;
  try {
    text = await response.text();
  } catch {
    throw new AnswerError("the connection broke in the middle of the answer");
  }
  if (!response.ok) {
    const why = errorMessageOf(text) ?? "with no message";
    throw new AnswerError(`status ${response.status}: ${why}`);
  }
  const body = sending.options.stream ? readStream(text) : readWhole(text);
  const { headers } = response;
  const model = headers.get("x-smashcost-model");
  if (model === null) {
    throw new AnswerError(`${sending.destination.baseUrl} is no SmashCost: it names no model used`);
  }
  return {
    ...body,
    task: headers.get("x-smashcost-task") ?? "unclassified",
    model: `${headers.get("x-smashcost-provider") ?? "unknown"}/${model}`,
    cost: amount(headers.get("x-smashcost-cost")),
    saved: amount(headers.get("x-smashcost-saved")),
  };
};
