import type { TextPart, ToolResultPart } from "./part";

type Content = ToolResultPart["content"];

const saysSo = /^\s*error/i;

const isSaid = (part: Content[number]): part is TextPart =>
  part.kind === "text" && part.text.trim() !== "";

const isMedia = ({ kind }: Content[number]): boolean => kind !== "text";

/**
 * What a tool gave, for dialects that have no mark of its failure: there it is said in words, as
 * programs for them do. A text that begins so already stays as it is.
 */
export const saidResult = ({ content, isError }: ToolResultPart): Content => {
  if (!isError) return content;
  const first = content.find(isSaid);
  if (!first) return [{ kind: "text", text: "Error" }, ...content.filter(isMedia)];
  if (saysSo.test(first.text)) return content;
  const said = { ...first, text: `Error: ${first.text}` };
  return content.map((part) => (part === first ? said : part));
};
