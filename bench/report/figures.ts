import type { Recorded } from "../measure/recorded";
import type { Summaries } from "../measure/rounds";
import type { FirstAnswers } from "../product/first-answers";
import type { ProductMemory } from "../product/product-memory";

/** Where and how the figures came about. */
type Conditions = {
  readonly date: string;
  readonly node: string;
  readonly cpu: string;
  readonly pinned: boolean;
  readonly rounds: number;
  /** The system's load average of the last minute, before the run began. */
  readonly loadBefore: number;
  /** The model that the router chose for `gpt-4o`, as the gateway says. */
  readonly routedTo: string;
};

/** All that a run found out; what `--json` writes. */
export type Figures = {
  readonly conditions: Conditions;
  readonly targets: Summaries;
  /** Of the gateway's process after all rounds. */
  readonly residentBytes: number;
  readonly product?: ProductMemory;
  readonly firstAnswers: FirstAnswers;
  readonly recorded: Recorded;
};
