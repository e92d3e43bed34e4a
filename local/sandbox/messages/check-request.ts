import { openObject } from "../open-object";
import { checkThinking } from "./check-thinking";
import { blocksOf, checkToolPairs } from "./check-tools";
import { refuse } from "./errors";
import type { CountRequest, MessagesRequest } from "./request";

/** Anthropic takes so many marks at the most. */
const mostMarks = 4;

const checkTexts = ({ messages, system }: CountRequest) => {
  for (const [at, message] of messages.entries()) {
    const isLast = at === messages.length - 1 && message.role === "assistant";
    const blocks = blocksOf(message);
    if (blocks.length === 0 && !isLast) {
      throw refuse(
        `messages.${at}: all messages must have non-empty content except for the optional final assistant message`,
      );
    }
    if (blocks.some((block) => block.type === "text" && block.text === "") && !isLast) {
      throw refuse("messages: text content blocks must be non-empty");
    }
    const last = blocks.at(-1);
    if (isLast && last?.type === "text" && /\s$/.test(last.text)) {
      throw refuse("messages: final assistant content cannot end with trailing whitespace");
    }
  }
  if (Array.isArray(system) && system.some(({ text }) => text === "")) {
    throw refuse("system: text content blocks must be non-empty");
  }
};

const checkMarks = ({ messages, system, tools, cache_control }: CountRequest) => {
  const marked = [
    ...(tools ?? []),
    ...(Array.isArray(system) ? system : []),
    ...messages.flatMap(blocksOf),
    { cache_control },
  ].filter((block) => "cache_control" in block && block.cache_control).length;
  if (marked > mostMarks) {
    throw refuse(
      `A maximum of ${mostMarks} blocks with cache_control may be provided. Found ${marked}.`,
    );
  }
};

const checkTools = ({ tools = [], tool_choice, output_config }: CountRequest) => {
  const names = tools.map(({ name }) => name);
  if (new Set(names).size < names.length) throw refuse("tools: Tool names must be unique.");
  if (tool_choice?.type === "tool" && !names.includes(tool_choice.name)) {
    throw refuse(`Tool '${tool_choice.name}' not found in provided tools`);
  }
  if (tool_choice && tool_choice.type !== "none" && tools.length === 0) {
    throw refuse("tool_choice may only be specified while providing tools.");
  }
  const open = openObject(output_config?.format?.schema);
  if (open) {
    throw refuse(
      "output_config.format.schema: For 'object' type, 'additionalProperties' must be explicitly set to false",
    );
  }
};

/** @throws SandboxError with status 400 for what Anthropic would refuse of a prompt. */
export const checkPrompt = (request: CountRequest): void => {
  checkTexts(request);
  checkMarks(request);
  checkTools(request);
  checkToolPairs(request.messages);
};

/** @throws SandboxError with status 400 for what Anthropic would refuse. */
export const checkMessages = (request: MessagesRequest): void => {
  checkPrompt(request);
  checkThinking(request);
};
