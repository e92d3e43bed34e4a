import * as z from "zod";
import type { NeutralEvent } from "../../../../core/chat/neutral/event";
import { parseJson } from "../../parse-json";
import type { EventReader } from "../adapter";
import { isProvidersOwn, stopFieldsSchema, stopSequenceIn } from "./answer";
import { toFinishReason } from "./stop-reason";
import { readUsage } from "./usage";

const text = z.string().nullish().catch(undefined);
const index = z.int().nonnegative().catch(0);

const startSchema = z.object({
  contentBlockIndex: index,
  start: z
    .looseObject({ toolUse: z.object({ toolUseId: text, name: text, type: text }).nullish() })
    .nullish()
    .catch(undefined),
});

const deltaSchema = z.object({
  contentBlockIndex: index,
  delta: z.looseObject({
    text,
    reasoningContent: z
      .object({ text, signature: text, redactedContent: text })
      .nullish()
      .catch(undefined),
    toolUse: z.object({ input: text }).nullish().catch(undefined),
  }),
});

const eventSchema = z.looseObject({
  contentBlockStart: startSchema.nullish().catch(undefined),
  contentBlockDelta: deltaSchema.nullish().catch(undefined),
  contentBlockStop: z.object({ contentBlockIndex: index }).nullish().catch(undefined),
  messageStop: z
    .object({ stopReason: text, additionalModelResponseFields: stopFieldsSchema })
    .nullish()
    .catch(undefined),
  metadata: z.unknown().optional(),
});

type Kind = "text" | "reasoning" | "tool-call";
type OpenPart = { readonly part: number; readonly kind: Kind; argued: boolean };

/** A name such as `throttlingException`; its value says what happened. */
const failureOf = (event: Readonly<Record<string, unknown>>): NeutralEvent | undefined => {
  const name = Object.keys(event).find((key) => /(Exception|Error)$/.test(key));
  if (name === undefined) return undefined;
  const { data } = z.object({ message: text }).safeParse(event[name]);
  return {
    kind: "failure",
    code: name.charAt(0).toUpperCase() + name.slice(1, 100),
    message: data?.message ?? "",
    spentCredit: false,
  };
};

/** The parts of one stream, as its content blocks bring them. */
const createBlocks = () => {
  const open = new Map<number, OpenPart>();
  let parts = 0;
  const begin = (at: number, kind: Kind): OpenPart => {
    const part = { part: parts, kind, argued: false };
    parts += 1;
    open.set(at, part);
    return part;
  };
  const partAt = (at: number, kind: Kind): OpenPart => {
    const known = open.get(at);
    return known?.kind === kind ? known : begin(at, kind);
  };

  return {
    start({ contentBlockIndex: at, start }: z.infer<typeof startSchema>): NeutralEvent[] {
      const call = start?.toolUse;
      if (!call) return Object.keys(start ?? {}).map((what) => ({ kind: "unsaid", what }));
      if (isProvidersOwn(call.type)) return [{ kind: "unsaid", what: call.type ?? "" }];
      const { part } = begin(at, "tool-call");
      const id = call.toolUseId ?? `call_0_${part}`;
      return [{ kind: "tool-call", choice: 0, part, id, name: call.name ?? "" }];
    },
    delta({ contentBlockIndex: at, delta }: z.infer<typeof deltaSchema>): NeutralEvent[] {
      if (delta.text != null) {
        return [{ kind: "text", choice: 0, part: partAt(at, "text").part, text: delta.text }];
      }
      if (delta.reasoningContent) {
        const { text: thought, signature, redactedContent } = delta.reasoningContent;
        const value = redactedContent ?? signature;
        return [
          {
            kind: "reasoning",
            choice: 0,
            part: partAt(at, "reasoning").part,
            text: thought ?? "",
            ...(value && { seal: { dialect: "converse" as const, value } }),
            ...(redactedContent != null && { redacted: true as const }),
          },
        ];
      }
      if (!delta.toolUse) return Object.keys(delta).map((what) => ({ kind: "unsaid", what }));
      const call = open.get(at);
      const { input } = delta.toolUse;
      if (call?.kind !== "tool-call" || !input) return [];
      call.argued = true;
      return [{ kind: "arguments", choice: 0, part: call.part, text: input }];
    },
    /** A call that was given nothing has no arguments to read: an empty object is what it means. */
    stop(at: number): NeutralEvent[] {
      const ended = open.get(at);
      open.delete(at);
      if (ended?.kind !== "tool-call" || ended.argued) return [];
      return [{ kind: "arguments", choice: 0, part: ended.part, text: "{}" }];
    },
  };
};

/**
 * Reads a Converse stream: one JSON object an event, named by its only field, as the carrier writes
 * it. `metadata`, with the count, comes after `messageStop`, and in some recordings before it: with
 * both it is at its end.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamOutput.html
 * (read 2026-11-24, by the types of `@aws-sdk/client-bedrock-runtime` 3.1164)
 */
export const createEventReader = (): EventReader => {
  const blocks = createBlocks();
  let started = false;
  let heard = 0;
  const endWithBoth = (): readonly NeutralEvent[] => {
    heard += 1;
    return heard === 2 ? [{ kind: "end" }] : [];
  };
  const begin = (): readonly NeutralEvent[] => {
    if (started) return [];
    started = true;
    return [{ kind: "start" }];
  };
  const said = (event: z.infer<typeof eventSchema>): readonly NeutralEvent[] => {
    const { contentBlockStart, contentBlockDelta, contentBlockStop, messageStop, metadata } = event;
    if (contentBlockStart) return blocks.start(contentBlockStart);
    if (contentBlockDelta) return blocks.delta(contentBlockDelta);
    if (contentBlockStop) return blocks.stop(contentBlockStop.contentBlockIndex);
    if (messageStop) {
      const { stopReason, additionalModelResponseFields } = messageStop;
      const stopped = stopSequenceIn(additionalModelResponseFields);
      return [
        { kind: "finish", choice: 0, reason: toFinishReason(stopReason), ...stopped },
        ...endWithBoth(),
      ];
    }
    if (metadata == null) return [];
    const usage = readUsage(metadata);
    return [
      ...(usage ? [{ kind: "usage" as const, usage, alone: true as const }] : []),
      ...endWithBoth(),
    ];
  };
  return (data) => {
    const parsed = eventSchema.safeParse(parseJson(data));
    if (!parsed.success) return [];
    const failure = failureOf(parsed.data);
    return failure ? [failure] : [...begin(), ...said(parsed.data)];
  };
};
