import * as z from "zod";

/** Marks the end of what is to be cached. */
export const cacheControl = z
  .strictObject({ type: z.literal("ephemeral"), ttl: z.enum(["5m", "1h"]).optional() })
  .nullish();

/** What every block may carry. */
const markable = { cache_control: cacheControl };

export const textBlock = z.strictObject({
  type: z.literal("text"),
  text: z.string(),
  citations: z.array(z.unknown()).nullish(),
  ...markable,
});

const imageBlock = z.strictObject({
  type: z.literal("image"),
  source: z.discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("base64"),
      media_type: z.enum(["image/jpeg", "image/png", "image/gif", "image/webp"]),
      data: z.base64().min(1),
    }),
    z.strictObject({ type: z.literal("url"), url: z.url() }),
  ]),
  ...markable,
});

const documentBlock = z.strictObject({
  type: z.literal("document"),
  source: z.discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("base64"),
      media_type: z.literal("application/pdf"),
      data: z.base64().min(1),
    }),
    z.strictObject({
      type: z.literal("text"),
      media_type: z.literal("text/plain"),
      data: z.string().min(1),
    }),
    z.strictObject({ type: z.literal("url"), url: z.url() }),
  ]),
  title: z.string().nullish(),
  context: z.string().nullish(),
  citations: z.strictObject({ enabled: z.boolean().optional() }).nullish(),
  ...markable,
});

const toolId = z.string().regex(/^[a-zA-Z0-9_-]+$/);

const toolUseBlock = z.strictObject({
  type: z.literal("tool_use"),
  id: toolId,
  name: z.string().min(1).max(200),
  input: z.record(z.string(), z.unknown()),
  caller: z.unknown().optional(),
  toolset_name: z.string().nullish(),
  ...markable,
});

const toolResultBlock = z.strictObject({
  type: z.literal("tool_result"),
  tool_use_id: toolId,
  content: z
    .union([
      z.string(),
      z.array(z.discriminatedUnion("type", [textBlock, imageBlock, documentBlock])),
    ])
    .optional(),
  is_error: z.boolean().optional(),
  ...markable,
});

const thinkingBlock = z.strictObject({
  type: z.literal("thinking"),
  thinking: z.string(),
  signature: z.string(),
});
const redactedBlock = z.strictObject({ type: z.literal("redacted_thinking"), data: z.string() });

/** A block of the provider's own tools: taken as it is. */
const serverBlock = z.looseObject({
  type: z.enum(["server_tool_use", "web_search_tool_result", "web_fetch_tool_result"]),
});

const userContent = z.union([
  z.string(),
  z.array(z.discriminatedUnion("type", [textBlock, imageBlock, documentBlock, toolResultBlock])),
]);
const assistantContent = z.union([
  z.string(),
  z.array(
    z.discriminatedUnion("type", [
      textBlock,
      toolUseBlock,
      thinkingBlock,
      redactedBlock,
      serverBlock,
    ]),
  ),
]);

/** One message; its blocks are those that its role may have. */
export const messageSchema = z.discriminatedUnion("role", [
  z.strictObject({ role: z.literal("user"), content: userContent }),
  z.strictObject({ role: z.literal("assistant"), content: assistantContent }),
  z.strictObject({
    role: z.literal("system"),
    content: z.union([z.string(), z.array(textBlock)]),
  }),
]);

export type Message = z.infer<typeof messageSchema>;
export type Block = Exclude<Message["content"], string>[number];
export type BlockOf<T extends Block["type"]> = Extract<Block, { type: T }>;
