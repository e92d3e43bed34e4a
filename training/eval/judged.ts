import type { Classification, Classifier } from "../../core/routing/classification";
import { conversationOf } from "../data/conversation-of";
import type { ScoreRow } from "../data/score-row";

/** A prompt with what models made of it, and what the router reads in it. */
export type Judged = { readonly row: ScoreRow; readonly classification: Classification };

export const judge = (rows: readonly ScoreRow[], classify: Classifier): Judged[] =>
  rows.map((row) => ({ row, classification: classify(conversationOf(row.prompt)) }));
