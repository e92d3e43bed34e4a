import { RequestError } from "../../errors";
import type { ProviderUsage } from "../../usage/provider-usage";
import type { AnswerContext, StreamWriter } from "../caller-dialect";
import type { NeutralEvent } from "../neutral/event";
import { createBlockWriter } from "./block-writer";
import { errorEvent } from "./error-body";
import { serverSentEvent } from "./server-sent-event";
import { type Held, stopDetailsOf, stopReasonOf } from "./stop-reason";
import { messageFrame } from "./write-answer";
import { writtenDeltaUsage, writtenStartUsage } from "./written-usage";

type Finish = Extract<NeutralEvent, { kind: "finish" }>;
type Failure = Extract<NeutralEvent, { kind: "failure" }>;

const startOf = (context: AnswerContext, usage: ProviderUsage | undefined): string =>
  serverSentEvent("message_start", {
    type: "message_start",
    message: {
      ...messageFrame(context),
      content: [],
      stop_reason: null,
      stop_sequence: null,
      stop_details: null,
      usage: writtenStartUsage(usage),
    },
  });

const endOf = (
  finish: Finish | undefined,
  held: Held & { readonly refusal: string },
  usage: ProviderUsage | undefined,
): string => {
  const stop_reason = stopReasonOf(finish?.reason ?? "stop", held);
  const delta = {
    stop_reason,
    stop_sequence: finish?.stopSequence ?? null,
    stop_details: stopDetailsOf(stop_reason, held.refusal),
    container: null,
  };
  return (
    serverSentEvent("message_delta", {
      type: "message_delta",
      delta,
      usage: writtenDeltaUsage(usage),
    }) + serverSentEvent("message_stop", { type: "message_stop" })
  );
};

const failureOf = ({ message, code }: Failure): string =>
  errorEvent(new RequestError(502, code ?? "provider_error", message));

/**
 * Writes a stream as Messages clients read it. Most providers count at the end: the start then says
 * zeros, and `message_delta` the whole count, which clients take in their place.
 * @see https://platform.claude.com/docs/en/build-with-claude/streaming (read 2026-11-24; how counts
 * are taken: `lib/MessageStream` of the `@anthropic-ai/sdk` package 1.12)
 */
export const streamWriter = (context: AnswerContext): StreamWriter => {
  const blocks = createBlockWriter();
  let state: "new" | "begun" | "over" = "new";
  let usage: ProviderUsage | undefined;
  let finish: Finish | undefined;

  const begin = (): string => {
    if (state !== "new") return "";
    state = "begun";
    return startOf(context, usage);
  };
  const last = (text: string): string => {
    state = "over";
    return text;
  };
  const end = (): string => {
    const before = begin() + blocks.close();
    try {
      return last(before + endOf(finish, blocks.held(), usage));
    } catch (error) {
      if (error instanceof RequestError) return last(before + errorEvent(error));
      throw error;
    }
  };
  const writeOne = (event: NeutralEvent): string => {
    if (state === "over") return "";
    if (event.kind === "failure") return last(failureOf(event));
    if (event.kind === "end") return end();
    if (event.kind === "finish" && event.choice === 0) finish = event;
    if (!("part" in event) || event.choice !== 0) return "";
    const written = blocks.write(event);
    return written === "" ? "" : begin() + written;
  };
  return {
    write(events) {
      // A count that comes along with the start is told with it.
      for (const event of events) if (event.kind === "usage") usage = event.usage;
      const written = events.map(writeOne).join("");
      return events.some(({ kind }) => kind === "start") ? begin() + written : written;
    },
  };
};
