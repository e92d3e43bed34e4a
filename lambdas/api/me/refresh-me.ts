import type { refreshMe as operation } from "../../../core/contract/me";
import type { AnswerOf } from "../../../core/contract/operation";
import type { Directory } from "../../../core/ports/directory";
import type { SignIn } from "../../../core/ports/sign-in";
import type { ApiRequest } from "../handler";
import { conflict } from "../problems";

export type RefreshParts = {
  readonly directory: Pick<Directory, "setEmail">;
  readonly signIn: Pick<SignIn, "emailOf">;
};

/**
 * Takes over the verified address. That no two accounts have one is the sign-in service's to see to:
 * whoever had it before has lost it there already, and nothing here goes by an address but accepting
 * an invite, which takes the letter as well.
 */
export const refreshMe = async (
  { actor: { user }, note }: ApiRequest<typeof operation>,
  { directory, signIn }: RefreshParts,
): Promise<AnswerOf<typeof operation>> => {
  const email = await signIn.emailOf(user.id);
  if (email === undefined) {
    throw conflict(
      "email_unverified",
      "your e-mail address is not verified; enter the code that was sent to it, and try again",
    );
  }
  if (email !== user.email) await directory.setEmail(user.id, email);
  note({ target: user.id, details: { from: user.email, to: email } });
  return { email };
};
