import type { Conversation } from "../chat/conversation";
import type { Task } from "./task";

export type Classification = {
  readonly task: Task;
  /** Probability of `task`, 0 to 1. */
  readonly confidence: number;
  /** 0 (any model will do) to 1 (only the best will). */
  readonly difficulty: number;
  /** Probability of each of `tasks`, in their order. */
  readonly chances: readonly number[];
  /**
   * By how much a small, a mid-size and a large model find it easier than their task's usual
   * request, in log-odds of an acceptable answer; negative is harder.
   */
  readonly shifts: readonly number[];
  /** 0 (like what the classifier was trained on) to 1 (like nothing of it). */
  readonly unsure: number;
  /** Which classifier said so: its name and version, kept on the record. */
  readonly by: string;
};

/** Reads a conversation in well under a millisecond, with no I/O. */
export type Classifier = (conversation: Conversation) => Classification;
