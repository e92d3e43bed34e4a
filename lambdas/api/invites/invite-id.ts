import { createHash } from "node:crypto";
import type { InviteId } from "../../../core/contract/fields";
import type { OrganizationId } from "../../../core/ids";
import { base62 } from "../../../core/keys/key-format";

/**
 * An invite's id follows from whom it invites where: of two that are sent to one address at the same
 * time only one can be put. It is no secret; the token is.
 */
export const inviteIdOf = (organization: OrganizationId, email: string): InviteId => {
  const digest = createHash("sha256").update(`${organization} ${email}`).digest("hex");
  let rest = BigInt(`0x${digest}`);
  let id = "";
  while (id.length < 16) {
    id += base62[Number(rest % 62n)] ?? "";
    rest /= 62n;
  }
  return id as InviteId;
};
