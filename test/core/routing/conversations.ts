import type { Conversation, RequestNeeds, Role } from "../../../core/chat/conversation";
import type { Tokens } from "../../../core/money/amounts";

/** A request that needs nothing but text. */
export const noNeeds: RequestNeeds = {
  tools: false,
  image: false,
  audioIn: false,
  audioOut: false,
  pdf: false,
  jsonSchema: false,
  reasoning: false,
  logprobs: false,
  temperature: false,
  stop: false,
  choices: 1,
  unportableFields: [],
};

export type Saying = Partial<Omit<Conversation, "needs">> & {
  readonly needs?: Partial<RequestNeeds>;
  readonly system?: string;
};

/** A conversation of one user turn, with what else a case needs. */
export const saying = (text: string, { needs, system, ...rest }: Saying = {}): Conversation => ({
  turns: [
    ...(system === undefined ? [] : [{ role: "system" as Role, text: system }]),
    { role: "user", text },
  ],
  toolText: "",
  hasToolHistory: false,
  estimatedInputTokens: (Math.ceil(text.length / 4) + 8) as Tokens,
  ...rest,
  needs: { ...noNeeds, ...needs },
});
