import type { Session } from "../../state/session";
import { refusalCode } from "./failure-words";

/** What tells an address with an account from one without: not ours to tell. */
const telling = ["UserNotFoundException", "InvalidParameterException", "NotAuthorizedException"];

/**
 * Has a reset link sent, if the address has an account; the answer is the same if it has none.
 *
 * @throws Error where the service did not answer, or was asked too often.
 */
export const requestReset = async (
  session: Pick<Session, "service">,
  email: string,
): Promise<void> => {
  const service = await session.service();
  try {
    await service.forgot(email);
  } catch (failure) {
    if (!telling.includes(refusalCode(failure) ?? "")) throw failure;
  }
};
