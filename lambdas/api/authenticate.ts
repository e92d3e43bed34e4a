import type { Least } from "../../core/contract/operation";
import { mayAs } from "../../core/contract/role";
import { RequestError } from "../../core/errors";
import type { Directory } from "../../core/ports/directory";
import type { TokenVerifier } from "../../core/ports/token-verifier";
import type { Acting, SignedIn } from "./actor";
import { forbidden, unauthorized } from "./problems";

export type AuthenticateParts = {
  readonly tokens: TokenVerifier;
  readonly directory: Pick<Directory, "findUser" | "findOrganization">;
};

const findSignedIn = async (
  authorization: string | undefined,
  { tokens, directory }: AuthenticateParts,
): Promise<SignedIn> => {
  const token = /^bearer\s+(\S+)$/i.exec(authorization ?? "")?.[1];
  const verified = token === undefined ? undefined : await tokens.verify(token);
  const user = verified && (await directory.findUser(verified.user));
  // Signed out everywhere, or the password changed, after this session began.
  if (!user || verified.sessionSince < user.sessionsFrom) throw unauthorized();
  return { user };
};

const noOrganization = () =>
  new RequestError(
    403,
    "no_organization",
    "you are in no organization; create one, or accept an invite",
  );

/**
 * Who calls, as the operation asks it: nobody, somebody signed in, or a member with the role. Role
 * and organization are read at each call, so that a change counts at once.
 *
 * @throws RequestError 401 or 403.
 */
export const authenticate = async (
  least: Least,
  authorization: string | undefined,
  parts: AuthenticateParts,
): Promise<SignedIn | Acting | undefined> => {
  if (least === "public") return undefined;
  const { user } = await findSignedIn(authorization, parts);
  const { membership } = user;
  const record = membership && (await parts.directory.findOrganization(membership.organization));
  const isThere = record !== undefined && record.deletedAt === undefined;
  if (!membership || !isThere) {
    const { membership: _, ...alone } = user;
    if (least === "signed-in") return { user: alone };
    throw noOrganization();
  }
  const { organization, role } = membership;
  if (least !== "signed-in" && !mayAs(role, least)) {
    throw forbidden(`your role is ${role}; this takes ${least}; ask an owner of your organization`);
  }
  return { user, organization, role };
};
