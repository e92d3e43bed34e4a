import * as z from "zod";
import { chosen, textOr, typeIn } from "./chosen";
import { partSchema } from "./part-schema";

const content = textOr(z.array(partSchema));
const textList = z.array(z.looseObject({ text: z.string() }));

const message = z.looseObject({
  type: z.literal("message").nullish(),
  role: z.enum(["user", "assistant", "system", "developer"]),
  content,
});

const functionCall = z.looseObject({
  type: z.literal("function_call"),
  call_id: z.string(),
  name: z.string(),
  arguments: z.string(),
});

const functionCallOutput = z.looseObject({
  type: z.literal("function_call_output"),
  call_id: z.string(),
  output: content,
});

const reasoning = z.looseObject({
  type: z.literal("reasoning"),
  summary: textList.nullish(),
  content: textList.nullish(),
  encrypted_content: z.string().nullish(),
});

/** What OpenAI's own tools left behind, references to stored items, and what is newer than this. */
const other = z.looseObject({ type: z.string().nullish() });

const known = {
  message,
  function_call: functionCall,
  function_call_output: functionCallOutput,
  reasoning,
};

export type KnownItem = z.infer<(typeof known)[keyof typeof known]>;
export type Item = KnownItem | z.infer<typeof other>;

const isKnownType = (type: unknown): type is keyof typeof known =>
  typeof type === "string" && Object.hasOwn(known, type);

/** A message may leave out its type, and is then known by its role. */
const knownTypeOf = (value: unknown): keyof typeof known | undefined => {
  const type = typeIn(value);
  if (isKnownType(type)) return type;
  const untyped = type == null && typeof value === "object" && value !== null;
  return untyped && "role" in value ? "message" : undefined;
};

const schemaOf = (value: unknown): z.ZodType<Item> => {
  const type = knownTypeOf(value);
  return type ? known[type] : other;
};

/**
 * One item of a Responses conversation. Those that every dialect has a word for are checked; of
 * others only their type is read.
 * @see https://platform.openai.com/docs/api-reference/responses/create (read 2026-11-24, by the types
 * of the `openai` package 6.49)
 */
export const itemSchema = chosen<Item>(schemaOf);

export const isKnownItem = (item: Item): item is KnownItem => knownTypeOf(item) !== undefined;
