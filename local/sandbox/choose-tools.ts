import { type Asked, type AskedTool, textOf } from "./asked";

/** Words that say nothing about what a tool is for. */
const commonWords = new Set(
  (
    "get set the and for run use fetch call find make new from with that this into your tool " +
    "function given return returns which when what value values name data information about " +
    "please user query string number list will would should could have does look show tell give"
  ).split(" "),
);

/** The telling words of a text, in lower case, plurals as singulars. */
const wordsOf = (text: string): Set<string> =>
  new Set(
    (
      text
        .replace(/([a-z\d])([A-Z])/g, "$1 $2")
        .toLowerCase()
        .match(/[\p{L}\d]{3,}/gu) ?? []
    )
      .filter((word) => !commonWords.has(word))
      .map((word) => (word.length > 3 ? word.replace(/s$/, "") : word)),
  );

const shared = (one: Set<string>, other: Set<string>) =>
  [...one].filter((word) => other.has(word)).length;

/** One word of the name, or two of the description, occur in what the user asks. */
const fits = (tool: AskedTool, asked: Set<string>) =>
  shared(wordsOf(tool.name.replaceAll(/[_-]/g, " ")), asked) > 0 ||
  shared(wordsOf(tool.description ?? ""), asked) > 1;

/**
 * The tools to call: those that the choice demands, otherwise those whose name or description fits
 * the last turn if it is the user's. None for an answer in text.
 */
export const chooseTools = ({ choice, tools, turns, parallel }: Asked): readonly AskedTool[] => {
  const { mode, among } = choice;
  const allowed = tools.filter(({ name }) => !among || among.includes(name));
  if (mode === "none") return [];
  if (mode === "named") return allowed;

  const last = turns.at(-1);
  const asked = wordsOf(last?.role === "user" ? textOf(last) : "");
  const fitting = allowed.filter((tool) => fits(tool, asked));
  const wanted = mode === "required" && fitting.length === 0 ? allowed.slice(0, 1) : fitting;
  return parallel ? wanted : wanted.slice(0, 1);
};
