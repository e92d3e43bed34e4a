import type { ChatRequest } from "../../core/chat/completions/chat-request";
import type { Task } from "../../core/routing/task";
import type { Language } from "./phrase-schema";

/** The part of a chat completions request that tells its task. */
export type ExampleRequest = Pick<ChatRequest, "messages" | "tools" | "response_format">;

/** One line of `data/routing/examples.jsonl.gz`. */
export type Example = {
  /**
   * `<language>/<task>/<phrase>/<number>`. Examples of one phrase (the third ask is `ask3`) are
   * alike, so that a split into halves has to keep them together.
   */
  readonly id: string;
  readonly task: Task;
  readonly language: Language;
  readonly request: ExampleRequest;
};
