import * as z from "zod";
import { tasks } from "../../core/routing/task";

/** The languages that examples are made in. */
export const languages = ["en", "de", "es", "fr", "pt", "zh", "ja", "hi"] as const;
export type Language = (typeof languages)[number];

const text = z.string().refine((value) => value.trim() !== "", "a phrase has no text");
const texts = z
  .array(text)
  .min(1)
  .refine((list) => new Set(list).size === list.length, "a phrase stands twice");

/** What is said for one task. */
const taskPhrases = z.strictObject({
  /** System prompts that an app for this task would send. */
  systems: texts,
  /** First user messages, with slots. */
  asks: texts,
  /** Later turns of a conversation that was on this task before. */
  followUps: texts,
  /** Later turns that put this task to the answer before, whatever that was about. */
  shifts: texts.optional(),
});

/** `data/routing/phrases/<language>.json`. */
export const phraseFileSchema = z.strictObject({
  language: z.enum(languages),
  /** Words for the slots `{topic}`, `{place}` …, by the slot's name. */
  fill: z.record(z.string().regex(/^[a-zA-Z]+$/), texts),
  /** Texts to work on for the slots `{passage:review}` …, by kind. */
  passages: z.record(z.string().regex(/^[a-zA-Z]+$/), texts),
  tasks: z.record(z.enum(tasks), taskPhrases),
});

export type PhraseFile = z.infer<typeof phraseFileSchema>;

const jsonObject = z.record(z.string(), z.json());

const toolSchema = z.strictObject({
  name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
  description: text,
  parameters: jsonObject,
  /** Calls of it as a model makes them, each with what the tool gives back. */
  calls: z.array(z.strictObject({ arguments: jsonObject, result: text })).default([]),
});

const formatSchema = z.strictObject({
  name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
  schema: jsonObject,
});

/** `data/routing/phrases/shared.json`: what belongs to no language, or to all. */
export const sharedFileSchema = z.strictObject({
  language: z.literal("shared"),
  /** Code, configuration, traces and logs for `{code}` and `{code:sql}`. */
  code: z.array(z.strictObject({ language: z.string(), text })).min(1),
  /** Material for `{json}`, `{table}` and `{csv}`. */
  material: z.strictObject({ json: texts, table: texts, csv: texts }),
  /** System prompts that fit any task. */
  systems: z.partialRecord(z.enum(languages), z.strictObject({ short: texts, long: texts })),
  /** How an assistant's earlier answer begins. */
  replies: z.partialRecord(z.enum(languages), texts),
  /** The tools of a domain, and words by which an ask is known to be of it. */
  domains: z.record(
    z.string(),
    z.strictObject({ words: texts, tools: z.array(toolSchema).min(1) }),
  ),
  /** Agents that act in text, without the API's tools: a browser, a shell, a game. */
  textAgents: z.array(z.strictObject({ system: text, turns: z.array(text).min(1) })),
  /** JSON schemas for `response_format`, by what they are asked for. */
  formats: z.strictObject({
    extraction: z.array(formatSchema).min(1),
    classification: z.array(formatSchema).min(1),
    other: z.array(formatSchema).min(1),
  }),
});

export type SharedFile = z.infer<typeof sharedFileSchema>;
export type Tool = z.infer<typeof toolSchema>;
