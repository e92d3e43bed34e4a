import { RequestError } from "../../../core/errors";

/** One answer for what was used, withdrawn, sent anew, and never was. */
export const noSuchInvite = (): RequestError =>
  new RequestError(
    404,
    "not_found",
    "this link is no good: it was used, withdrawn, or replaced by a newer one; ask for a new invite",
  );

export const inviteExpired = (): RequestError =>
  new RequestError(410, "invite_expired", "this invite has expired; ask for it to be sent again");

export const mailFailed = (): RequestError =>
  new RequestError(
    502,
    "mail_failed",
    "the e-mail could not be sent, and nothing was changed; check the address, or try again later",
  );
