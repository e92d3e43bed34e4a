import { createHash } from "node:crypto";
import { secretField } from "../../core/contract/fields";
import type { Directory, User } from "../../core/ports/directory";

type JoinParts = { readonly directory: Pick<Directory, "findInvite" | "acceptInvite"> };

/**
 * Takes up the invite that a sign-up came from.
 *
 * @param token - as the browser gave it; anything.
 * @param at - milliseconds since 1970 UTC.
 * @returns false where there is no such invite, no longer, or it is for another address.
 */
export const joinInvited = async (
  { id, email }: Pick<User, "id" | "email">,
  token: string | undefined,
  at: number,
  { directory }: JoinParts,
): Promise<boolean> => {
  const read = secretField.safeParse(token);
  if (!read.success) return false;
  const hash = createHash("sha256").update(read.data).digest("hex");
  const invite = await directory.findInvite(hash);
  if (!invite || invite.expiresAt <= at || invite.email !== email) return false;
  return (await directory.acceptInvite(invite, id, at)) !== "gone";
};
