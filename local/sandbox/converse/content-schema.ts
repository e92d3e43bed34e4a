import * as z from "zod";

export const cachePoint = z.strictObject({
  type: z.literal("default"),
  ttl: z.enum(["5m", "1h"]).optional(),
});

const bytes = z.base64().min(1);

const image = z.strictObject({
  format: z.enum(["png", "jpeg", "gif", "webp"]),
  source: z.strictObject({ bytes }),
});

const document = z.strictObject({
  format: z.enum(["pdf", "csv", "doc", "docx", "xls", "xlsx", "html", "txt", "md"]),
  name: z
    .string()
    .min(1)
    .max(200)
    .regex(
      /^(?!.*\s\s)[a-zA-Z0-9\s()[\]-]+$/,
      "The document file name can only contain alphanumeric characters, whitespace characters, hyphens, parentheses, and square brackets. The name can't contain more than one consecutive whitespace character.",
    ),
  source: z.union([z.strictObject({ bytes }), z.strictObject({ text: z.string().min(1) })]),
  context: z.string().optional(),
  citations: z.strictObject({ enabled: z.boolean() }).optional(),
});

const toolUseId = z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/);

const resultContent = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ json: z.unknown() }),
  z.strictObject({ image }),
  z.strictObject({ document }),
]);

const reasoning = z.union([
  z.strictObject({
    reasoningText: z.strictObject({ text: z.string(), signature: z.string().optional() }),
  }),
  z.strictObject({ redactedContent: bytes }),
]);

/** One block of a message: exactly one of these. */
export const blockSchema = z
  .strictObject({
    text: z.string().optional(),
    image: image.optional(),
    document: document.optional(),
    toolUse: z
      .strictObject({
        toolUseId,
        name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
        input: z.record(z.string(), z.unknown()),
      })
      .optional(),
    toolResult: z
      .strictObject({
        toolUseId,
        content: z.array(resultContent),
        status: z.enum(["success", "error"]).optional(),
      })
      .optional(),
    reasoningContent: reasoning.optional(),
    cachePoint: cachePoint.optional(),
  })
  .refine(
    (block) => Object.keys(block).length === 1,
    "Must set exactly one of the members of a content block",
  );

export type Block = z.infer<typeof blockSchema>;

export const messageSchema = z.strictObject({
  role: z.enum(["user", "assistant"]),
  content: z.array(blockSchema).min(1),
});

export type Message = z.infer<typeof messageSchema>;
