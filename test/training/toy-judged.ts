import { tasks } from "../../core/routing/task";
import type { ScoreRow } from "../../training/data/score-row";
import type { Judged } from "../../training/eval/judged";

/** A prompt of mathematics that is as hard as that for all kinds of models. */
export const judgedAs = (row: Partial<ScoreRow>, shift: number): Judged => ({
  row: {
    id: "1",
    dataset: "zeroeval-gsm8k",
    task: "math",
    subset: "",
    prompt: "?",
    scores: {},
    ...row,
  },
  classification: {
    task: "math",
    confidence: 1,
    difficulty: 0.5,
    chances: tasks.map((task) => (task === "math" ? 1 : 0)),
    shifts: [shift, shift, shift],
    unsure: 0,
    by: "test",
  },
});
