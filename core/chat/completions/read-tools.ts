import type { NeutralTool, ToolChoice } from "../neutral/request";
import { type Bind, bindUnknown } from "./bound";
import { cacheMarkOf } from "./cache-control";
import type { ChatRequest } from "./chat-request";

const known = new Set(["type", "function", "cache_control"]);
const knownOfFunction = new Set(["name", "description", "parameters", "strict"]);

/** Functions, by that word; tools of another kind, such as `custom` ones, are OpenAI's own. */
export const readTools = ({ tools }: ChatRequest, bind: Bind): NeutralTool[] =>
  (tools ?? []).flatMap((tool, at): NeutralTool[] => {
    const path = `tools[${at}]`;
    if (tool.type !== "function" || tool.function === undefined) {
      bind(path);
      return [];
    }
    bindUnknown(tool, known, path, bind);
    bindUnknown(tool.function, knownOfFunction, `${path}.function`, bind);
    const { name, description, parameters, strict } = tool.function;
    const cache = cacheMarkOf(tool);
    return [
      {
        name,
        ...(description !== undefined && { description }),
        ...(parameters !== undefined && { schema: parameters }),
        ...(typeof strict === "boolean" && { strict }),
        ...(cache && { cache }),
      },
    ];
  });

const kinds: Readonly<Record<string, "auto" | "none" | "any">> = {
  auto: "auto",
  none: "none",
  required: "any",
};

const calledName = (choice: Readonly<Record<string, unknown>>): string | undefined => {
  const { type, function: called } = choice;
  if (type !== "function" || typeof called !== "object" || called === null) return undefined;
  return "name" in called && typeof called.name === "string" ? called.name : undefined;
};

/** Which tools are to be called; `allowed_tools` and choices of custom tools are OpenAI's own. */
export const readToolChoice = (
  { tool_choice: choice }: ChatRequest,
  bind: Bind,
): ToolChoice | undefined => {
  if (choice == null) return undefined;
  const kind = typeof choice === "string" ? kinds[choice] : undefined;
  if (kind !== undefined) return { kind };
  const name = typeof choice === "string" ? undefined : calledName(choice);
  if (name !== undefined) return { kind: "tool", name };
  bind("tool_choice");
  return undefined;
};
