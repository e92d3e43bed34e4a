import type { Conversation } from "../../core/chat/conversation";
import { conversationOf, conversationOfRequest } from "../../training/data/conversation-of";
import { readHeldOutRequests } from "../../training/data/sources";

/** Conversations of one size. */
export type Sized = { readonly name: string; readonly conversations: readonly Conversation[] };

const few = 16;

/** What the router is timed on: requests as people send them, and two sizes cut from their texts. */
export const readSizes = (): Sized[] => {
  const requests = readHeldOutRequests().map(({ request }) => conversationOfRequest(request));
  const text = requests.flatMap(({ turns }) => turns.map((turn) => turn.text)).join("\n\n");
  const cut = (characters: number): Conversation[] =>
    Array.from({ length: few }, (_, at) => {
      const from = Math.floor((at / few) * text.length);
      const rest = text.slice(from) + text.repeat(Math.ceil(characters / text.length));
      return conversationOf(rest.slice(0, characters));
    });
  return [
    { name: `${requests.length} held-out requests`, conversations: requests },
    { name: "4,000 characters", conversations: cut(4_000) },
    { name: "200,000 characters", conversations: cut(200_000) },
  ];
};
