import type { Session } from "../../state/session";
import { browserZone } from "./browser-zone";
import { refusalCode } from "./failure-words";
import { inviteMetadata } from "./invite-metadata";
import { askForOrganization, tellConfirmed } from "./pending-sign-up";

export type Confirmation = {
  readonly email: string;
  readonly code: string;
  readonly invite: string | undefined;
};

/** Confirmed already: the link was followed twice, or something else followed it first. */
const isConfirmedAlready = (failure: unknown): boolean =>
  refusalCode(failure) === "NotAuthorizedException" &&
  /status is CONFIRMED/.test((failure as Error).message);

/**
 * Confirms an address, and says with it what the new organization is to be.
 *
 * @returns whether it was confirmed before.
 * @throws SignInRefusal where the code is no good.
 */
export const confirmAddress = async (
  session: Pick<Session, "service">,
  { email, code, invite }: Confirmation,
): Promise<"now" | "before"> => {
  const [service, organization] = await Promise.all([session.service(), askForOrganization(email)]);
  try {
    await service.confirm(email, code, {
      timeZone: browserZone(),
      ...(organization !== undefined && { organization }),
      ...inviteMetadata(invite),
    });
  } catch (failure) {
    if (isConfirmedAlready(failure)) return "before";
    throw failure;
  }
  tellConfirmed(email);
  return "now";
};
