import * as z from "zod";

const struct = z.record(z.string(), z.unknown());

/** A part is one of these, and may be signed. */
const partSchema = z
  .strictObject({
    text: z.string().optional(),
    inlineData: z
      .strictObject({ mimeType: z.string().includes("/"), data: z.base64().min(1) })
      .optional(),
    fileData: z.strictObject({ mimeType: z.string().optional(), fileUri: z.url() }).optional(),
    functionCall: z
      .strictObject({ id: z.string().optional(), name: z.string().min(1), args: struct.optional() })
      .optional(),
    functionResponse: z
      .strictObject({
        id: z.string().optional(),
        name: z.string().min(1),
        response: struct,
        parts: z.array(z.looseObject({})).optional(),
      })
      .optional(),
    thought: z.boolean().optional(),
    thoughtSignature: z.string().optional(),
    mediaResolution: z.looseObject({}).optional(),
  })
  .refine(
    (part) =>
      [part.text, part.inlineData, part.fileData, part.functionCall, part.functionResponse].filter(
        (data) => data !== undefined,
      ).length === 1,
    "required oneof field 'data' must have one initialized field",
  );

/** One content: a turn of the conversation, or the system's instruction. */
export const contentSchema = z.strictObject({
  role: z.enum(["user", "model", "function"], "Please use a valid role: user, model.").optional(),
  parts: z.array(partSchema).min(1, "contents.parts must not be empty."),
});

/** The system's instruction: its role says nothing. */
export const instructionSchema = z.strictObject({
  role: z.string().optional(),
  parts: z.array(partSchema).min(1),
});

export type Content = z.infer<typeof contentSchema>;
export type Part = z.infer<typeof partSchema>;
