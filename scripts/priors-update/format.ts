import type { AnchorScores } from "./anchor-scores";
import type { TaskPriors } from "./schema";

const lines = (record: Readonly<Record<string, unknown>>): string =>
  Object.entries(record)
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
    .join(",\n");

/** One data set on a line. */
export const formatAnchorScores = (scores: AnchorScores): string => `{\n${lines(scores)}\n}\n`;

/** One model on a line. */
export const formatPriors = ({ models, ...head }: TaskPriors): string =>
  `{\n${lines(head)},\n"models":{\n${lines(models)}\n}}\n`;
