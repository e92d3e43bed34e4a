import { isSeal } from "../seal";
import { blocksOf } from "./check-tools";
import type { Message } from "./content-schema";
import { refuse } from "./errors";
import type { MessagesRequest } from "./request";

const checkSettings = ({
  thinking,
  max_tokens,
  temperature,
  top_k,
  tool_choice,
}: MessagesRequest) => {
  if (thinking?.type !== "enabled" && thinking?.type !== "adaptive") return;
  if (thinking.type === "enabled" && thinking.budget_tokens >= max_tokens) {
    throw refuse(
      "`max_tokens` must be greater than `thinking.budget_tokens`. Please consult our documentation at https://docs.claude.com/en/docs/build-with-claude/extended-thinking#max-tokens-and-context-window-size",
    );
  }
  if (temperature !== undefined && temperature !== 1) {
    throw refuse("`temperature` may only be set to 1 when thinking is enabled.");
  }
  if (top_k !== undefined) throw refuse("`top_k` must be unset when thinking is enabled.");
  if (tool_choice?.type === "any" || tool_choice?.type === "tool") {
    throw refuse("Thinking may not be enabled when tool_choice forces tool use.");
  }
};

/** What a thought was signed with comes back with it, unchanged. */
const checkSignatures = (messages: readonly Message[]) => {
  for (const [at, message] of messages.entries()) {
    for (const [place, block] of blocksOf(message).entries()) {
      const where = `messages.${at}.content.${place}`;
      if (block.type === "thinking" && !isSeal("messages", block.signature, block.thinking)) {
        throw refuse(`${where}: Invalid \`signature\` in \`thinking\` block`);
      }
      if (block.type === "redacted_thinking" && !isSeal("messages", block.data)) {
        throw refuse(`${where}: Invalid \`data\` in \`redacted_thinking\` block`);
      }
    }
  }
};

/** Within a tool loop, the turn that called the tools begins with what was thought. */
const checkLoop = ({ thinking, messages }: MessagesRequest) => {
  if (thinking?.type !== "enabled") return;
  const at = messages.findLastIndex(({ role }) => role === "assistant");
  const [first, ...rest] = messages.slice(at, at + 1).flatMap(blocksOf);
  const calls = [first, ...rest].some((block) => block?.type === "tool_use");
  if (!first || !calls || ["thinking", "redacted_thinking"].includes(first.type)) return;
  throw refuse(
    `messages.${at}.content.0.type: Expected \`thinking\` or \`redacted_thinking\`, but found \`${first.type}\`. When \`thinking\` is enabled, a final \`assistant\` message must start with a thinking block (preceeding the lastmost set of \`tool_use\` and \`tool_result\` blocks). We recommend you include thinking blocks from previous turns. To avoid this requirement, disable \`thinking\`. Please consult our documentation at https://docs.claude.com/en/docs/build-with-claude/extended-thinking`,
  );
};

/** @throws SandboxError with status 400. */
export const checkThinking = (request: MessagesRequest): void => {
  checkSettings(request);
  checkSignatures(request.messages);
  checkLoop(request);
};
