import type { InviteId, UserId } from "../../core/contract/fields";
import type { Role } from "../../core/contract/role";
import type { OrganizationId } from "../../core/ids";
import type { Directory, Invite } from "../../core/ports/directory";
import { freshOrganization } from "./cloud";

/** 2026-11-24T12:00:00Z. */
export const noon = Date.parse("2026-11-24T12:00:00Z");
export const week = 7 * 86_400_000;

let count = 0;
/** A user's id that no other test of this file has used. */
export const freshUser = (): UserId => {
  count += 1;
  return `00000000-0000-4000-8000-${String(count).padStart(12, "0")}` as UserId;
};

/** A hash that no other test of this file has used. */
export const freshHash = (): string => {
  count += 1;
  return String(count).padStart(64, "0");
};

export const emailOf = (user: UserId): string => `u${Number(user.slice(-12))}@example.com`;

export const addUser = async (directory: Directory): Promise<UserId> => {
  const id = freshUser();
  await directory.addUser({ id, email: emailOf(id), createdAt: noon });
  return id;
};

export const inviteTo = (organization: OrganizationId, fields: Partial<Invite> = {}): Invite => ({
  id: "Invite0000000001" as InviteId,
  organization,
  email: "new@example.com",
  role: "member",
  invitedBy: "owner@example.com",
  sentAt: noon,
  expiresAt: noon + week,
  ...fields,
});

/** Somebody new joins by an invite, as everybody does. */
export const addMember = async (
  directory: Directory,
  organization: OrganizationId,
  role: Role,
): Promise<UserId> => {
  const user = await addUser(directory);
  const id = `Join${user.slice(-12)}` as InviteId;
  const invite = inviteTo(organization, { id, email: emailOf(user), role });
  await directory.putInvite(invite, freshHash());
  await directory.acceptInvite(invite, user, noon);
  return user;
};

/** A new organization with its first owner. */
export const prepareOrganization = async (directory: Directory) => {
  const organization = freshOrganization();
  const owner = await addUser(directory);
  await directory.addOrganization(organization, owner, noon);
  return { organization, owner };
};

export const membershipOf = async (directory: Directory, user: UserId) =>
  (await directory.findUser(user))?.membership;

/** What the users' own items say of an organization's members, and what the list says. */
export const bothViews = async (
  directory: Directory,
  organization: OrganizationId,
  users: readonly UserId[],
) => {
  const byId = (one: { user: UserId }, other: { user: UserId }) =>
    one.user.localeCompare(other.user);
  const listed = [...(await directory.listMembers(organization))].sort(byId);
  const found = await Promise.all(users.map((user) => directory.findUser(user)));
  const own = found.flatMap((user) => {
    if (user?.membership?.organization !== organization) return [];
    const { role, since } = user.membership;
    return [{ user: user.id, email: user.email, role, since }];
  });
  return { listed, own: own.sort(byId) };
};
