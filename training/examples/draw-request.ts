import type { Message } from "../../core/chat/completions/message-schema";
import { type Task, tasks } from "../../core/routing/task";
import type { ExampleRequest } from "./example";
import { drawFormat } from "./formats";
import { addNoise } from "./noise";
import type { Random } from "./random";
import { drawReply } from "./replies";
import { fillSlots, type Sources } from "./slots";
import { drawSystem } from "./systems";

const shareSystem = 0.35;
export const shareMultiTurn = 0.15;
export const shareNoise = 0.1;
/** Of conversations with an instructed assistant for texts: the user sends nothing but the text. */
const shareBare = 0.3;

/** Tasks on given texts: with a system prompt of theirs, one of these alone is an ask. */
const bareTexts: Partial<Record<Task, readonly string[]>> = {
  extraction: ["{passage}"],
  classification: ["{passage}"],
  // A sentence is its own summary.
  summarization: ["{passage:article}", "{passage:email}", "{passage:dialogue}"],
  translation: ["{passage}"],
  rewriting: ["{passage}"],
};

/** Of asks about an article, those about several: a text of up to 10,000 characters. */
const shareLong = 0.15;
const article = "{passage:article}";
const most = 8;

const lengthen = (text: string, random: Random): string =>
  text.includes(article) && random.chance(shareLong)
    ? text.replace(article, Array(random.whole(3, most)).fill(article).join("\n\n"))
    : text;

export type Draw = {
  readonly task: Task;
  readonly sources: Sources;
  readonly english: Sources;
  readonly random: Random;
};

/** What is asked now, and the exchanges before it. */
type Ask = { readonly phrase: string; readonly text: string; readonly before: Message[] };

const exchange = (task: Task, { sources, random }: Draw): Message[] => [
  { role: "user", content: fillSlots(random.pick(sources.file.tasks[task].asks), sources, random) },
  { role: "assistant", content: drawReply(task, sources, random) },
];

/** Agents' exchanges need their tools, so they are none that another task could follow. */
const otherTasks = tasks.filter((task) => task !== "agent-step");

/** A later turn: of the same task, or one that fits any answer, or a new ask on another matter. */
const drawLaterAsk = (ask: { phrase: string; text: string }, draw: Draw): Ask => {
  const { task, sources, random } = draw;
  const { followUps, shifts } = sources.file.tasks[task];
  const earlier = (of: Task) => [
    ...(random.chance(0.2) ? exchange(random.pick(otherTasks), draw) : []),
    ...exchange(of, draw),
  ];
  const other = random.pick(otherTasks.filter((name) => name !== task));
  if (shifts && random.chance(0.35)) {
    const at = random.whole(0, shifts.length - 1);
    return { phrase: `shift${at + 1}`, text: shifts[at] ?? "", before: earlier(other) };
  }
  if (random.chance(0.6)) {
    const at = random.whole(0, followUps.length - 1);
    // Thanks and small talk follow anything.
    const before = earlier(task === "chat" && random.chance(0.6) ? other : task);
    return { phrase: `followUp${at + 1}`, text: followUps[at] ?? "", before };
  }
  return { ...ask, before: earlier(other) };
};

/** Draws one request of a task other than agent-step that contains the ask, or follows on it. */
export const drawRequest = (
  ask: { readonly phrase: string; readonly text: string },
  draw: Draw,
): { readonly phrase: string; readonly request: ExampleRequest } => {
  const { task, sources, english, random } = draw;
  const asked = random.chance(shareMultiTurn) ? drawLaterAsk(ask, draw) : { ...ask, before: [] };
  const system = random.chance(shareSystem)
    ? drawSystem(task, sources, english, random)
    : undefined;
  const bare =
    system?.isOwn && asked.before.length === 0 && random.chance(shareBare)
      ? bareTexts[task]
      : undefined;
  const text = fillSlots(lengthen(bare ? random.pick(bare) : asked.text, random), sources, random);
  const content = random.chance(shareNoise) ? addNoise(text, random) : text;
  return {
    phrase: bare ? "bare" : asked.phrase,
    request: {
      messages: [...(system ? [system.message] : []), ...asked.before, { role: "user", content }],
      ...drawFormat(task, sources.shared, random),
    },
  };
};
