import type { Conversation } from "../chat/conversation";
import type { Task } from "./task";

export type Classification = {
  readonly task: Task;
  /** Probability of `task`, 0 to 1. */
  readonly confidence: number;
  /** 0 (any model will do) to 1 (only the best will). */
  readonly difficulty: number;
  /** Probabilities of all twelve tasks, in their order; absent where only the likeliest is known. */
  readonly chances?: readonly number[];
  /** How far the request is from what is usual for its tasks: three numbers per ability cluster. */
  readonly shifts?: readonly number[];
  /** Which classifier said so: its name and version, kept on the record. */
  readonly by: string;
};

/** Reads a conversation in well under a millisecond, with no I/O. */
export type Classifier = (conversation: Conversation) => Classification;
