import type { Task } from "../../../core/routing/task";
import { asking } from "./plain-asking";
import { working } from "./plain-working";

export const languages = ["en", "de", "es", "fr", "pt", "zh", "ja", "hi"] as const;

export type PlainRequests = Readonly<
  Partial<Record<Task, Readonly<Record<(typeof languages)[number], string>>>>
>;

/**
 * One request of each task in each language that nobody would take for another's: what no training
 * may lose. How often harder ones are read right is measured elsewhere. Steps of agents, which no
 * single text tells, are in `plain-steps.ts`.
 */
export const plainRequests: PlainRequests = { ...asking, ...working };
