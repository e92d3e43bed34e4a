import { type Task, tasks } from "../../core/routing/task";
import { drawAgentStep } from "./draw-agent-step";
import { type Draw, drawRequest } from "./draw-request";
import type { Example } from "./example";
import type { Language } from "./phrase-schema";
import { createRandom } from "./random";
import type { Phrases } from "./read-phrases";
import type { Sources } from "./slots";

/** English is most of the traffic. */
const count = (language: Language): number => (language === "en" ? 140 : 110);
/** Draws in a row that were there before: the phrases are too few. */
const mostRepeats = 200;

const sourcesOf = ({ shared, byLanguage }: Phrases, language: Language): Sources => {
  const file = byLanguage.get(language);
  if (file === undefined) throw new Error(`there are no phrases for ${language}`);
  return { file, shared };
};

const makeTask = (task: Task, language: Language, phrases: Phrases): Example[] => {
  const sources = sourcesOf(phrases, language);
  const random = createRandom(`${language}/${task}`);
  const draw: Draw = { task, sources, english: sourcesOf(phrases, "en"), random };
  const { asks } = sources.file.tasks[task];
  const numbered = asks.map((text, at) => ({ phrase: `ask${at + 1}`, text }));
  const made = new Map<string, Example>();
  let queue: typeof numbered = [];
  for (let repeats = 0; made.size < count(language); ) {
    // Every ask has its turn before any has its second.
    if (queue.length === 0) queue = random.shuffle(numbered);
    const ask = queue.pop();
    if (ask === undefined) throw new Error(`${language} has no asks for ${task}`);
    const { phrase, request } =
      task === "agent-step" ? drawAgentStep(ask, draw) : drawRequest(ask, draw);
    const key = JSON.stringify(request);
    if (made.has(key)) {
      repeats += 1;
      if (repeats > mostRepeats) throw new Error(`${language} has too few phrases for ${task}`);
      continue;
    }
    const id = `${language}/${task}/${phrase}/${made.size + 1}`;
    made.set(key, { id, task, language, request });
  }
  return [...made.values()];
};

/**
 * Makes the labelled requests that the router learns tasks from. The same phrases make the same
 * examples, and a language's do not depend on which others there are (but English, whose system
 * prompts all use).
 */
export const makeExamples = (phrases: Phrases): Example[] =>
  [...phrases.byLanguage.keys()].flatMap((language) =>
    tasks.flatMap((task) => makeTask(task, language, phrases)),
  );
