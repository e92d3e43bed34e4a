import type { Task } from "../../core/routing/task";
import type { ScoreRow } from "./score-row";

const dcTasks: Readonly<Record<string, Task>> = {
  "agentverse-logicgrid": "reasoning",
  "agentverse-mgsm": "math",
  arc_challenge: "question-answering",
  commongen: "writing",
  commonsense_qa: "question-answering",
  gpqa: "question-answering",
  gsm8k: "math",
  human_eval: "code",
  math: "math",
  mbpp: "code",
  mmlu: "question-answering",
  natural_qa: "question-answering",
  openbook_qa: "question-answering",
  trivia_qa: "question-answering",
};

const mathSubjects = /math|abstract_algebra|statistics/;

/**
 * The task that a benchmark's prompt asks for, by its subset; undefined where two readers would
 * differ (physics and chemistry are as much sums as knowledge).
 */
export const semanticTask = ({ dataset, subset }: ScoreRow): Task | undefined => {
  switch (dataset) {
    case "routellm-mmlu":
      if (mathSubjects.test(subset)) return "math";
      return /physics|chemistry|engineering|formal_logic/.test(subset)
        ? undefined
        : "question-answering";
    case "mmlu-pro":
      if (subset === "math") return "math";
      return /physics|chemistry|engineering|business|economics|other|computer/.test(subset)
        ? undefined
        : "question-answering";
    case "routellm-gsm8k":
    case "zeroeval-gsm8k":
    case "zeroeval-math-l5":
      return "math";
    case "zeroeval-crux":
      return "code";
    case "llmrouter-dc":
      return dcTasks[subset];
    default:
      return undefined;
  }
};

/** What kind of ability a data set mostly asks for: where its difficulty is anchored. */
export const anchorTask = (row: ScoreRow): Task =>
  semanticTask(row) ?? (row.dataset === "routellm-mt-bench" ? "writing" : "question-answering");
