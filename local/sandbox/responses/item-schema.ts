import * as z from "zod";

const inputText = z.strictObject({ type: z.literal("input_text"), text: z.string() });
const inputImage = z.strictObject({
  type: z.literal("input_image"),
  image_url: z.string().min(1),
  detail: z.enum(["low", "high", "auto", "original"]).nullish(),
});
const inputFile = z
  .strictObject({
    type: z.literal("input_file"),
    file_data: z.string().min(1).optional(),
    file_url: z.url().optional(),
    filename: z.string().optional(),
    detail: z.enum(["auto", "low", "high"]).optional(),
  })
  .refine(
    ({ file_data, file_url }) => (file_data === undefined) !== (file_url === undefined),
    "expected one of file_data and file_url",
  );
const inputContent = z.discriminatedUnion("type", [inputText, inputImage, inputFile]);

const said = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("output_text"),
    text: z.string(),
    annotations: z.array(z.unknown()).optional(),
    logprobs: z.array(z.unknown()).optional(),
  }),
  z.strictObject({ type: z.literal("refusal"), refusal: z.string() }),
]);

const status = z.enum(["in_progress", "completed", "incomplete"]).nullish();
const phase = z.enum(["commentary", "final_answer"]).nullish();

const given = z.strictObject({
  type: z.literal("message").optional(),
  role: z.enum(["user", "system", "developer"]),
  content: z.union([z.string(), z.array(inputContent).min(1)]),
  id: z.string().optional(),
  status,
  phase,
});

const answered = z.strictObject({
  type: z.literal("message").optional(),
  role: z.literal("assistant"),
  content: z.union([z.string(), z.array(said)]),
  id: z.string().optional(),
  status,
  phase,
});

const call = z.strictObject({
  type: z.literal("function_call"),
  call_id: z.string().min(1).max(64),
  name: z.string().min(1),
  arguments: z.string(),
  id: z.string().startsWith("fc").nullish(),
  status,
});

const callOutput = z.strictObject({
  type: z.literal("function_call_output"),
  call_id: z.string().min(1).max(64),
  output: z.union([z.string(), z.array(inputContent)]),
  id: z.string().nullish(),
  status,
});

const reasoning = z.strictObject({
  type: z.literal("reasoning"),
  id: z.string().optional(),
  summary: z.array(z.strictObject({ type: z.literal("summary_text"), text: z.string() })),
  content: z.array(z.unknown()).nullish(),
  encrypted_content: z.string().nullish(),
  status,
});

/** An item of an earlier answer, by its id alone. */
const reference = z.strictObject({ type: z.literal("item_reference"), id: z.string() });

/** One item of `input`. */
export const itemSchema = z.union([given, answered, call, callOutput, reasoning, reference]);

export type Item = z.infer<typeof itemSchema>;
export type InputContent = z.infer<typeof inputContent>;
