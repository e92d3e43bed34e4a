import type { listInvites as operation } from "../../../core/contract/invites";
import type { AnswerOf } from "../../../core/contract/operation";
import type { Directory } from "../../../core/ports/directory";
import type { ApiRequest } from "../handler";
import { toInviteAnswer } from "./to-answer";

export type ListInvitesParts = {
  readonly directory: Pick<Directory, "listInvites">;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
};

export const listInvites = async (
  { actor }: ApiRequest<typeof operation>,
  { directory, now }: ListInvitesParts,
): Promise<AnswerOf<typeof operation>> => {
  const invites = await directory.listInvites(actor.organization);
  const newestFirst = [...invites].sort((one, other) => other.sentAt - one.sentAt);
  return { invites: newestFirst.map((invite) => toInviteAnswer(invite, now())) };
};
