import type { TokenLogprob } from "../neutral/event";

/** Takes one event of a stream, but for its number. */
export type Emit = (type: string, fields: Readonly<Record<string, unknown>>) => void;

export type ItemStatus = "in_progress" | "completed" | "incomplete";

/** How the answer ended for an item that was under way. */
export type Closing = Exclude<ItemStatus, "in_progress">;

export type WrittenLogprob = {
  readonly token: string;
  readonly logprob: number;
  readonly bytes: readonly number[];
  readonly top_logprobs: readonly Omit<WrittenLogprob, "top_logprobs">[];
};

export type WrittenText = {
  readonly type: "output_text";
  readonly text: string;
  readonly annotations: readonly never[];
  /** Grows with the text. */
  readonly logprobs: WrittenLogprob[];
};

export type WrittenRefusal = { readonly type: "refusal"; readonly refusal: string };

/** The three kinds of output that every dialect has, as OpenAI's types of items have them. */
export type OutputItem =
  | {
      readonly type: "message";
      readonly id: string;
      readonly status: ItemStatus;
      readonly role: "assistant";
      readonly content: readonly (WrittenText | WrittenRefusal)[];
    }
  | {
      readonly type: "reasoning";
      readonly id: string;
      readonly summary: readonly { readonly type: "summary_text"; readonly text: string }[];
      readonly encrypted_content?: string;
    }
  | {
      readonly type: "function_call";
      readonly id: string;
      readonly status: ItemStatus;
      readonly call_id: string;
      readonly name: string;
      readonly arguments: string;
    };

/** Where an item stands, and whom its events go to. */
export type ItemPlace = { readonly id: string; readonly index: number; readonly emit: Emit };

/** An item as it is written, piece by piece. */
export type ItemWriter = {
  /** Ends it, once. */
  close(status: Closing): void;
  /** As far as it was written. */
  item(): OutputItem;
};

/** A token's probability with every field that OpenAI's types ask for. */
export const writeLogprob = ({ token, logprob, bytes, top_logprobs }: TokenLogprob) => ({
  token,
  logprob,
  bytes: bytes ?? [],
  top_logprobs: (top_logprobs ?? []).map((other) => ({
    token: other.token,
    logprob: other.logprob,
    bytes: other.bytes ?? [],
  })),
});
