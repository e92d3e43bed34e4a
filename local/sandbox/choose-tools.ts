import { type ChatRequest, type Tool, textOf } from "./chat-request";

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
const fits = (tool: Tool, asked: Set<string>) =>
  shared(wordsOf(tool.name.replaceAll(/[_-]/g, " ")), asked) > 0 ||
  shared(wordsOf(tool.description ?? ""), asked) > 1;

const choiceOf = ({ tool_choice }: ChatRequest) => {
  if (typeof tool_choice === "string") return { mode: tool_choice };
  if (!tool_choice) return { mode: "auto" };
  if (tool_choice.type === "function") {
    return { mode: "named", among: [tool_choice.function.name] };
  }
  const { mode, tools } = tool_choice.allowed_tools;
  return { mode, among: tools.map((tool) => tool.function.name) };
};

/**
 * The tools to call: those that `tool_choice` demands, otherwise those whose name or description
 * fits the last message if it is the user's. None for an answer in text.
 */
export const chooseTools = (request: ChatRequest): readonly Tool[] => {
  const { mode, among } = choiceOf(request);
  const tools = (request.tools ?? [])
    .map((tool) => tool.function)
    .filter(({ name }) => !among || among.includes(name));
  if (mode === "none") return [];
  if (mode === "named") return tools;

  const last = request.messages.at(-1);
  const asked = wordsOf(last?.role === "user" ? textOf(last) : "");
  const fitting = tools.filter((tool) => fits(tool, asked));
  const wanted = mode === "required" && fitting.length === 0 ? tools.slice(0, 1) : fitting;
  return request.parallel_tool_calls === false ? wanted.slice(0, 1) : wanted;
};
