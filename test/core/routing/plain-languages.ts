import type { Task } from "../../../core/routing/task";

export const languages = ["en", "de", "es", "fr", "pt", "zh", "ja", "hi"] as const;

export type PlainRequests = Readonly<
  Partial<Record<Task, Readonly<Record<(typeof languages)[number], string>>>>
>;
