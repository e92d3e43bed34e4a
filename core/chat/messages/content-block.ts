import * as z from "zod";
import { byType, type Typed, textOr } from "./by-type";

/**
 * Blocks of content as Anthropic's Messages take them: those that the gateway can say in another
 * dialect are checked, all others (server tools, search results, uploads) are kept unread.
 * @see https://platform.claude.com/docs/en/api/messages (read 2026-11-24, by the types of the
 * `@anthropic-ai/sdk` package 1.12)
 */
export const cacheControlSchema = z
  .looseObject({ type: z.literal("ephemeral"), ttl: z.enum(["5m", "1h"]).nullish() })
  .nullish();

export type CacheControl = z.infer<typeof cacheControlSchema>;

const cache_control = cacheControlSchema;

export const textBlockSchema = z.looseObject({
  type: z.literal("text"),
  text: z.string(),
  cache_control,
});

const base64Source = z.looseObject({ media_type: z.string().min(1), data: z.string() });
const urlSource = z.looseObject({ url: z.string().min(1) });
const textSource = z.looseObject({ data: z.string() });

const imageBlock = z.looseObject({
  type: z.literal("image"),
  source: byType({ base64: base64Source, url: urlSource }),
  cache_control,
});

const documentBlock = z.looseObject({
  type: z.literal("document"),
  source: byType({ base64: base64Source, url: urlSource, text: textSource }),
  title: z.string().nullish(),
  cache_control,
});

const toolUseBlock = z.looseObject({
  type: z.literal("tool_use"),
  id: z.string().min(1),
  name: z.string().min(1),
  input: z.looseObject({}),
  cache_control,
});

const toolResultBlock: z.ZodType<ToolResultBlock> = z.looseObject({
  type: z.literal("tool_result"),
  tool_use_id: z.string().min(1),
  content: z.lazy(() => contentSchema).optional(),
  is_error: z.boolean().nullish(),
  cache_control,
});

const thinkingBlock = z.looseObject({
  type: z.literal("thinking"),
  thinking: z.string(),
  signature: z.string(),
});

const redactedThinkingBlock = z.looseObject({
  type: z.literal("redacted_thinking"),
  data: z.string(),
});

export type ToolResultBlock = Typed & {
  readonly type: "tool_result";
  readonly tool_use_id: string;
  readonly content?: string | readonly Typed[] | undefined;
  readonly is_error?: boolean | null | undefined;
  readonly cache_control?: CacheControl;
};

/** The blocks that are read; `Typed` are those that are only kept. */
export type KnownBlock =
  | z.infer<typeof textBlockSchema>
  | z.infer<typeof imageBlock>
  | z.infer<typeof documentBlock>
  | z.infer<typeof toolUseBlock>
  | ToolResultBlock
  | z.infer<typeof thinkingBlock>
  | z.infer<typeof redactedThinkingBlock>;

const known: Readonly<Record<KnownBlock["type"], z.ZodType>> = {
  text: textBlockSchema,
  image: imageBlock,
  document: documentBlock,
  tool_use: toolUseBlock,
  tool_result: toolResultBlock,
  thinking: thinkingBlock,
  redacted_thinking: redactedThinkingBlock,
};

/** A block as the schema of messages let it through; undefined where its type is only kept. */
export const knownBlock = (block: Typed): KnownBlock | undefined =>
  Object.hasOwn(known, block.type) ? (block as KnownBlock) : undefined;

export const contentSchema: z.ZodType<string | readonly Typed[]> = textOr(byType(known));
