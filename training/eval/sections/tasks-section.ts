import type { Classifier } from "../../../core/routing/classification";
import { conversationOfRequest } from "../../data/conversation-of";
import type { LabelledRequest } from "../../data/sources";
import { type Interval, intervals, type Resampling } from "../bootstrap";
import { confusions, type Labelled, labelScores, macroF1 } from "../macro-f1";
import { decimal, type Section, withInterval } from "../report/section";

const leastF1 = 0.92;
const shownConfusions = 12;

type Item = Labelled & { readonly language: string };

/** How well tasks are told apart, on requests written by another hand than the training's. */
export const tasksSection = (
  requests: readonly LabelledRequest[],
  classify: Classifier,
  resampling: Resampling,
): Section => {
  const items: Item[] = requests.map(({ task, language, request }) => ({
    label: task,
    said: classify(conversationOfRequest(request)).task,
    language,
  }));
  const overall = f1Of(items, resampling);
  const languages = [...new Set(items.map(({ language }) => language))];
  const perLanguage = languages.map((language) => {
    const own = items.filter((item) => item.language === language);
    return { language, count: own.length, f1: f1Of(own, resampling) };
  });
  const worst = perLanguage.reduce((least, one) => (one.f1.value < least.f1.value ? one : least));
  return {
    title: "Tasks",
    tables: [
      {
        title: "By task",
        rows: [
          ["task", "requests", "precision", "recall", "F1"],
          ...labelScores(items).map(({ label, count, precision, recall, f1 }) => [
            label,
            String(count),
            decimal(precision),
            decimal(recall),
            decimal(f1),
          ]),
        ],
      },
      {
        title: "By language",
        rows: [
          ["language", "requests", "macro-F1"],
          ...perLanguage.map(({ language, count, f1 }) => [
            language,
            String(count),
            withInterval(f1),
          ]),
          ["all", String(items.length), withInterval(overall)],
          ["random", "", decimal(1 / labelScores(items).length)],
        ],
      },
      {
        title: "Most frequent confusions",
        rows: [
          ["pair", "requests"],
          ...confusions(items)
            .slice(0, shownConfusions)
            .map(([pair, count]) => [pair, String(count)]),
        ],
      },
    ],
    goals: [
      {
        what: "tasks, macro-F1",
        goal: `≥ ${leastF1}`,
        reached: withInterval(overall),
        met: overall.value >= leastF1,
      },
      {
        what: "tasks, macro-F1 of the worst language",
        goal: `≥ ${leastF1}`,
        reached: `${withInterval(worst.f1)} (${worst.language})`,
        met: worst.f1.value >= leastF1,
      },
    ],
    notes: [
      "Requests of data/routing/heldout, read by the shipped artifact; nothing was learned from them. Word count names no task.",
    ],
  };
};

const f1Of = (items: readonly Labelled[], resampling: Resampling): Interval =>
  intervals(
    [items.length],
    ([sample = new Int32Array(0)]) => [macroF1(Array.from(sample, (at) => items[at] as Labelled))],
    resampling,
  )[0] as Interval;
