import { done, event, type Step } from "./upstream-answers";

/** Counts as OpenAI reports them: `cached` lies within `prompt`, `reasoning` within `completion`. */
export type Counts = {
  readonly prompt?: number;
  readonly completion?: number;
  readonly cached?: number;
  readonly reasoning?: number;
};

const usage = ({ prompt = 10, completion = 5, cached = 0, reasoning = 0 }: Counts = {}) => ({
  prompt_tokens: prompt,
  completion_tokens: completion,
  total_tokens: prompt + completion,
  prompt_tokens_details: { cached_tokens: cached, audio_tokens: 0 },
  completion_tokens_details: {
    reasoning_tokens: reasoning,
    audio_tokens: 0,
    accepted_prediction_tokens: 0,
    rejected_prediction_tokens: 0,
  },
});

type Shape = { readonly model?: string; readonly counts?: Counts };

/** A non-streamed answer. */
export const completion = (content = "hello there", { model = "fake-1", counts }: Shape = {}) => ({
  id: "chatcmpl-fake",
  object: "chat.completion",
  created: 1_760_000_000,
  model,
  system_fingerprint: "fp_fake",
  choices: [
    {
      index: 0,
      message: { role: "assistant", content, refusal: null, annotations: [] },
      logprobs: null,
      finish_reason: "stop",
    },
  ],
  usage: usage(counts),
});

/** One chunk with one choice. */
export const chunk = (
  delta: Readonly<Record<string, unknown>>,
  finishReason: string | null = null,
  model = "fake-1",
) => ({
  id: "chatcmpl-fake",
  object: "chat.completion.chunk",
  created: 1_760_000_000,
  model,
  system_fingerprint: "fp_fake",
  choices: [{ index: 0, delta, logprobs: null, finish_reason: finishReason }],
});

/** The last chunk of a stream whose caller asked for usage: no choices. */
export const usageChunk = ({ model = "fake-1", counts }: Shape = {}) => ({
  ...chunk({}, null, model),
  choices: [],
  usage: usage(counts),
});

/** The steps of one whole streamed answer: role, pieces, end, usage where wanted, `[DONE]`. */
export const streamedText = (
  pieces: readonly string[] = ["hello", " there"],
  { model = "fake-1", counts, withUsage = true }: Shape & { readonly withUsage?: boolean } = {},
): Step[] => [
  event(chunk({ role: "assistant", content: "", refusal: null }, null, model)),
  ...pieces.map((content) => event(chunk({ content }, null, model))),
  event(chunk({}, "stop", model)),
  ...(withUsage ? [event(usageChunk({ model, counts }))] : []),
  done,
];

/** An error that comes in the middle of a stream whose status was already 200. */
export const errorEvent = (message = "the fake upstream broke down", code = "server_error"): Step =>
  event({ error: { message, type: "server_error", param: null, code } });
