import type { Block, BlockOf, Message } from "./content-schema";
import { refuse } from "./errors";

export const blocksOf = ({ content }: Message): readonly Block[] =>
  typeof content === "string" ? [{ type: "text", text: content }] : content;

const isA =
  <T extends Block["type"]>(type: T) =>
  (block: Block): block is BlockOf<T> =>
    block.type === type;

const idsOfUses = (message: Message | undefined): readonly string[] =>
  message?.role === "assistant"
    ? blocksOf(message)
        .filter(isA("tool_use"))
        .map(({ id }) => id)
    : [];

const idsOfResults = (message: Message | undefined): readonly string[] =>
  message?.role === "user"
    ? blocksOf(message)
        .filter(isA("tool_result"))
        .map(({ tool_use_id: id }) => id)
    : [];

/** Neighbours of one role count as one message. */
const joined = (messages: readonly Message[]): readonly Message[] => {
  const turns: Message[] = [];
  for (const message of messages) {
    const last = turns.at(-1);
    if (last?.role !== message.role) turns.push(message);
    else {
      const content = [...blocksOf(last), ...blocksOf(message)];
      turns.splice(-1, 1, { role: message.role, content } as Message);
    }
  }
  return turns;
};

/**
 * Every call of a tool has its result in the message after it, and every result its call before.
 *
 * @throws SandboxError with status 400.
 */
export const checkToolPairs = (messages: readonly Message[]): void => {
  const turns = joined(messages);
  for (const [at, turn] of turns.entries()) {
    const uses = idsOfUses(turn);
    const results = idsOfResults(turns[at + 1]);
    const open = uses.filter((id) => !results.includes(id));
    if (open.length > 0) {
      throw refuse(
        `messages.${at}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${open.join(", ")}. Each \`tool_use\` block must have a corresponding \`tool_result\` block in the next message.`,
      );
    }
    const known = idsOfUses(turns[at - 1]);
    const stray = idsOfResults(turn).findIndex((id) => !known.includes(id));
    if (stray >= 0) {
      throw refuse(
        `messages.${at}.content.${stray}: unexpected \`tool_use_id\` found in \`tool_result\` blocks: ${idsOfResults(turn)[stray] ?? ""}. Each \`tool_result\` block must have a corresponding \`tool_use\` block in the previous message.`,
      );
    }
    if (new Set(uses).size < uses.length) {
      throw refuse(`messages.${at}: \`tool_use\` ids must be unique`);
    }
  }
};
