import { isSeal } from "../seal";
import type { Message } from "./content-schema";
import { refuse } from "./errors";
import type { ConverseRequest } from "./request";

const modelSays = (message: string) =>
  refuse(`The model returned the following errors: ${message}`);

const checkTurns = (messages: readonly Message[]) => {
  if (messages[0]?.role !== "user") {
    throw refuse(
      "A conversation must start with a user message. Try again with a conversation that starts with a user message.",
    );
  }
  if (messages.some(({ role }, at) => role === messages[at - 1]?.role)) {
    throw refuse(
      "A conversation must alternate between user and assistant roles. Make sure the conversation alternates between user and assistant roles and try again.",
    );
  }
};

const checkBlocks = (messages: readonly Message[]) => {
  for (const [at, { role, content }] of messages.entries()) {
    for (const [place, block] of content.entries()) {
      if (block.text?.trim() === "") {
        throw refuse(
          `The text field in the ContentBlock object at messages.${at}.content.${place} is blank. Add text to the text field, and try again.`,
        );
      }
      const belongs = block.toolUse || block.reasoningContent ? "assistant" : "user";
      const anyones = block.text !== undefined || block.cachePoint !== undefined;
      if (!anyones && role !== belongs) {
        throw refuse(
          `The ContentBlock object at messages.${at}.content.${place} is not allowed for the role ${role}.`,
        );
      }
    }
    const asks = content.some(({ text }) => text !== undefined);
    if (content.some(({ document }) => document) && !asks) {
      throw refuse("A text block is required in a message that includes a document.");
    }
  }
};

const uses = (message: Message | undefined) =>
  message?.content.flatMap(({ toolUse }) => (toolUse ? [toolUse.toolUseId] : [])) ?? [];
const results = (message: Message | undefined) =>
  message?.content.flatMap(({ toolResult }) => (toolResult ? [toolResult.toolUseId] : [])) ?? [];

const checkPairs = ({ messages, toolConfig }: ConverseRequest) => {
  for (const [at, message] of messages.entries()) {
    const asked = uses(messages[at - 1]);
    const given = results(message);
    if (given.length > asked.length) {
      throw refuse(
        `The number of toolResult blocks at messages.${at}.content exceeds the number of toolUse blocks of previous turn.`,
      );
    }
    if (asked.some((id) => !given.includes(id))) {
      throw refuse(
        `Expected toolResult blocks at messages.${at}.content for the following Ids: ${asked.join(", ")}, but found: ${given.join(", ")}`,
      );
    }
  }
  const spoken = messages.some((message) => uses(message).length + results(message).length > 0);
  if (spoken && !toolConfig) {
    throw refuse(
      "The toolConfig field must be defined when using toolUse and toolResult content blocks.",
    );
  }
};

const checkSignatures = (messages: readonly Message[]) => {
  for (const [at, { content }] of messages.entries()) {
    for (const [place, { reasoningContent }] of content.entries()) {
      if (!reasoningContent || !("reasoningText" in reasoningContent)) continue;
      const { text, signature } = reasoningContent.reasoningText;
      if (signature === undefined || !isSeal("converse", signature, text)) {
        throw modelSays(
          `messages.${at}.content.${place}: Invalid \`signature\` in \`thinking\` block`,
        );
      }
    }
  }
};

const checkThinking = ({
  additionalModelRequestFields: fields,
  inferenceConfig: { maxTokens, temperature } = {},
  toolConfig,
}: ConverseRequest) => {
  const thinking = fields?.thinking ?? fields?.reasoning_config;
  if (!thinking || thinking.type === "disabled") return;
  if (thinking.type === "enabled" && thinking.budget_tokens >= (maxTokens ?? Infinity)) {
    throw modelSays("`max_tokens` must be greater than `thinking.budget_tokens`.");
  }
  if (temperature !== undefined && temperature !== 1) {
    throw modelSays("`temperature` may only be set to 1 when thinking is enabled.");
  }
  if (toolConfig?.toolChoice && !("auto" in toolConfig.toolChoice)) {
    throw modelSays("Thinking may not be enabled when tool_choice forces tool use.");
  }
};

const checkTools = ({ toolConfig, outputConfig }: ConverseRequest) => {
  const names = (toolConfig?.tools ?? []).flatMap((tool) =>
    "toolSpec" in tool ? [tool.toolSpec.name] : [],
  );
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) {
    throw refuse(
      `The tool ${twice} is already defined at toolConfig.tools.${names.indexOf(twice)}.`,
    );
  }
  const choice = toolConfig?.toolChoice;
  if (choice && "tool" in choice && !names.includes(choice.tool.name)) {
    throw refuse(`The tool ${choice.tool.name} of toolConfig.toolChoice is not defined.`);
  }
  try {
    JSON.parse(outputConfig?.textFormat?.structure.jsonSchema.schema ?? "{}");
  } catch {
    throw refuse("outputConfig.textFormat.structure.jsonSchema.schema is not valid JSON.");
  }
};

/** @throws SandboxError with status 400 for what Bedrock would refuse. */
export const checkConverse = (request: ConverseRequest): void => {
  checkTurns(request.messages);
  checkBlocks(request.messages);
  checkPairs(request);
  checkSignatures(request.messages);
  checkThinking(request);
  checkTools(request);
};
