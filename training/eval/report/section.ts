import type { Interval } from "../bootstrap";
import type { Plot } from "./plot";

/** The first row is the head. */
export type Table = { readonly title?: string; readonly rows: readonly (readonly string[])[] };

/** What was promised, and what came of it. */
export type Goal = {
  readonly what: string;
  readonly goal: string;
  readonly reached: string;
  /** undefined where the data at hand can't tell. */
  readonly met: boolean | undefined;
};

/** One part of the report: what is asked, tables, goals, and what to know about them. */
export type Section = {
  readonly title: string;
  readonly tables: readonly Table[];
  readonly goals: readonly Goal[];
  readonly notes: readonly string[];
  readonly plots?: readonly Plot[];
};

export const verdictOf = ({ met }: Goal): string =>
  met === undefined ? "not measurable" : met ? "reached" : "not reached";

/** `0.650 [0.641, 0.659]` */
export const withInterval = ({ value, low, high }: Interval, write = decimal): string =>
  `${write(value)} [${write(low)}, ${write(high)}]`;

export const decimal = (value: number): string => (Number.isFinite(value) ? value.toFixed(3) : "-");

/** 0.123 as `12.3%`. */
export const percent = (share: number): string =>
  Number.isFinite(share) ? `${(share * 100).toFixed(1)}%` : "never";
