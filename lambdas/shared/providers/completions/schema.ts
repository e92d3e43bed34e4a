import * as z from "zod";

// What is read may be of any shape: an odd field must not hide what stands beside it.
const text = z.string().nullish().catch(undefined);
const list = z.array(z.unknown()).nullish().catch(undefined);
const place = z.int().nonnegative().nullish().catch(undefined);
const anything = z.unknown().optional();

const calledSchema = z.object({ name: text, arguments: anything }).nullish().catch(undefined);

const callSchema = z.object({ index: place, id: text, function: calledSchema });

/** What a chunk adds to an answer, or what a whole answer says. */
const pieceSchema = z
  .object({
    /** A text; Mistral's thinking models and some servers say it in parts. */
    content: anything,
    reasoning_content: text,
    reasoning: text,
    reasoning_details: list,
    refusal: text,
    tool_calls: z.array(callSchema).nullish().catch(undefined),
    /** What `tool_calls` was before. */
    function_call: calledSchema,
    annotations: list,
    audio: anything,
    images: list,
    executed_tools: list,
  })
  .nullish()
  .catch(undefined);

const choiceSchema = z.object({
  index: place,
  delta: pieceSchema,
  message: pieceSchema,
  finish_reason: text,
  logprobs: anything,
  /** Moonshot counts here. */
  usage: anything,
});

const shared = {
  id: text,
  model: text,
  usage: anything,
  service_tier: text,
  citations: list,
  search_results: list,
  images: list,
  moderation: anything,
};

/** One `data:` payload of a stream. */
export const chunkSchema = z.object({
  ...shared,
  choices: z.array(choiceSchema).nullish().catch(undefined),
  /** Groq counts here. */
  x_groq: z.object({ usage: anything }).nullish().catch(undefined),
  error: anything,
  object: text,
  message: anything,
});

/** A whole answer: without choices it is none. */
export const answerSchema = z.object({ ...shared, choices: z.array(choiceSchema) });

export type Piece = NonNullable<z.infer<typeof pieceSchema>>;
export type Call = z.infer<typeof callSchema>;
export type ReadChoice = z.infer<typeof choiceSchema>;
export type Frame = Pick<z.infer<typeof chunkSchema>, keyof typeof shared>;
