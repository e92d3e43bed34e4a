import type { signOutEverywhere as operation } from "../../../core/contract/me";
import type { SignIn } from "../../../core/ports/sign-in";
import { type EndSessionsParts, endSessions } from "../../shared/end-sessions";
import type { ApiRequest } from "../handler";

export type SignOutParts = EndSessionsParts & { readonly signIn: Pick<SignIn, "signOut"> };

/** Refresh tokens are void at the sign-in service; access tokens, which it can't take back, here. */
export const signOutEverywhere = async (
  { actor: { user }, note }: ApiRequest<typeof operation>,
  parts: SignOutParts,
): Promise<undefined> => {
  note({ target: user.id });
  // First: once access tokens count no more, none of them can undo what follows.
  await endSessions(user.id, parts);
  await parts.signIn.signOut(user.id);
};
