import * as z from "zod";
import { finishOf } from "../../../../core/chat/messages/stop-reason";
import type { NeutralEvent } from "../../../../core/chat/neutral/event";
import { parseJson } from "../../parse-json";
import type { EventReader } from "../adapter";
import { endingSchema } from "./answer";
import { blockSchema, deltaSchema } from "./answer-block";
import { createBlockReader } from "./block-reader";
import { toFailure } from "./errors";
import { type MessagesUsage, readUsage, toUsage, withLater } from "./usage";

const text = z.string().nullish().catch(undefined);

const index = z.int().nonnegative();

const startSchema = z.object({
  message: z.object({ id: text, model: text, usage: z.unknown().optional() }),
});
const blockStartSchema = z.object({ index, content_block: blockSchema });
const blockDeltaSchema = z.object({ index, delta: deltaSchema });
const blockStopSchema = z.object({ index });
const endSchema = z.object({ delta: endingSchema, usage: z.unknown().optional() });

const typeOf = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "type" in value ? value.type : undefined;

/**
 * Reads a Messages stream; its events name themselves in their data.
 * @see https://platform.claude.com/docs/en/build-with-claude/streaming (read 2026-11-24)
 */
export const eventReader = (): EventReader => {
  const blocks = createBlockReader();
  let counted: MessagesUsage | undefined;

  const usageOf = (value: unknown): readonly NeutralEvent[] => {
    const usage = readUsage(value);
    if (!usage) return [];
    counted = withLater(counted, usage);
    return [{ kind: "usage", usage: toUsage(counted) }];
  };
  const onStart = (value: unknown): readonly NeutralEvent[] => {
    const { message } = startSchema.safeParse(value).data ?? {};
    if (!message) return [];
    const { id, model, usage } = message;
    const start = { ...(id != null && { id }), ...(model != null && { model }) };
    return [{ kind: "start", ...start }, ...usageOf(usage)];
  };
  const onEnd = (value: unknown): readonly NeutralEvent[] => {
    const { data } = endSchema.safeParse(value);
    if (!data) return [];
    const { stop_reason, stop_sequence, stop_details } = data.delta;
    const finish: readonly NeutralEvent[] =
      stop_reason == null
        ? []
        : [
            {
              kind: "finish",
              choice: 0,
              reason: finishOf(stop_reason),
              ...(stop_sequence != null && { stopSequence: stop_sequence }),
            },
          ];
    const explanation = stop_details?.explanation;
    const refusal = explanation ? [blocks.refusal(explanation)] : [];
    return [...refusal, ...finish, ...usageOf(data.usage)];
  };
  const onError = (value: unknown): readonly NeutralEvent[] => {
    const { code = null, message = "", spentCredit = false } = toFailure(value) ?? {};
    return [{ kind: "failure", code, message, spentCredit }];
  };

  return (data) => {
    const value = parseJson(data);
    switch (typeOf(value)) {
      case "message_start":
        return onStart(value);
      case "content_block_start": {
        const start = blockStartSchema.safeParse(value).data;
        return start ? blocks.start(start.index, start.content_block) : [];
      }
      case "content_block_delta": {
        const piece = blockDeltaSchema.safeParse(value).data;
        return piece ? blocks.add(piece.index, piece.delta) : [];
      }
      case "content_block_stop": {
        const stop = blockStopSchema.safeParse(value).data;
        return stop ? blocks.stop(stop.index) : [];
      }
      case "message_delta":
        return onEnd(value);
      case "message_stop":
        return [{ kind: "end" }];
      case "error":
        return onError(value);
      default:
        return [];
    }
  };
};
