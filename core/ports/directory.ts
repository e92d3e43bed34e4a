import type { InviteId, UserId } from "../contract/fields";
import type { Role } from "../contract/role";
import type { OrganizationId } from "../ids";

/** All times are milliseconds since 1970 UTC. */
export type User = {
  readonly id: UserId;
  /** Verified, lower case. */
  readonly email: string;
  readonly createdAt: number;
  /** Tokens of sessions that began earlier count no more. */
  readonly sessionsFrom: number;
  readonly membership?: Membership;
};

export type Membership = {
  readonly organization: OrganizationId;
  readonly role: Role;
  readonly since: number;
};

export type Member = {
  readonly user: UserId;
  readonly email: string;
  readonly role: Role;
  readonly since: number;
};

export type Invite = {
  readonly id: InviteId;
  readonly organization: OrganizationId;
  readonly email: string;
  readonly role: Role;
  /** The e-mail address of who invited. */
  readonly invitedBy: string;
  readonly sentAt: number;
  readonly expiresAt: number;
};

/** What of an organization is known apart from its settings. */
export type OrganizationRecord = {
  readonly id: OrganizationId;
  readonly createdAt: number;
  /** From then on nobody gets in, and its data is being deleted. */
  readonly deletedAt?: number;
};

/** Who belongs where, with which role. A user is in one organization at most. */
export interface Directory {
  /** A consistent read, at each request. */
  findUser(user: UserId): Promise<User | undefined>;
  /** Leaves a user who is there as they are. */
  addUser(user: Pick<User, "id" | "email" | "createdAt">): Promise<void>;
  /** The address in the members' list changes with it. */
  setEmail(user: UserId, email: string): Promise<void>;
  /** Ends sessions that began before; never goes back in time. */
  endSessions(user: UserId, before: number): Promise<void>;

  findOrganization(organization: OrganizationId): Promise<OrganizationRecord | undefined>;
  /** All organizations, deleted ones left out; in no order. */
  organizations(): AsyncIterable<OrganizationRecord>;
  /**
   * The user becomes its owner; `has-one`: the user is in an organization that is not deleted, and
   * nothing changed.
   */
  addOrganization(
    organization: OrganizationId,
    owner: UserId,
    at: number,
  ): Promise<"added" | "has-one">;
  /** Idempotent: the first time stands. Members have no way in from then on. */
  markDeleted(organization: OrganizationId, at: number): Promise<void>;

  listMembers(organization: OrganizationId): Promise<readonly Member[]>;
  changeRole(
    organization: OrganizationId,
    user: UserId,
    role: Role,
  ): Promise<"changed" | "not-found" | "last-owner">;
  removeMember(
    organization: OrganizationId,
    user: UserId,
  ): Promise<"removed" | "not-found" | "last-owner">;

  /**
   * @param tokenHash - SHA-256 of the link's token, hex.
   * @returns `has-one`: one of this id is there that is good for longer than `sentAt`; nothing changed.
   */
  putInvite(invite: Invite, tokenHash: string): Promise<"put" | "has-one">;
  /** In the place of the invite of this id, whose earlier token finds it no more. */
  renewInvite(invite: Invite, tokenHash: string): Promise<"renewed" | "not-found">;
  /** Also one that has expired. */
  findInvite(tokenHash: string): Promise<Invite | undefined>;
  getInvite(organization: OrganizationId, invite: InviteId): Promise<Invite | undefined>;
  listInvites(organization: OrganizationId): Promise<readonly Invite[]>;
  removeInvite(organization: OrganizationId, invite: InviteId): Promise<"removed" | "not-found">;
  /**
   * The user joins and the invite is gone, in one step; `gone`: it was used, withdrawn or sent anew
   * since it was read, or the organization is deleted.
   */
  acceptInvite(invite: Invite, user: UserId, at: number): Promise<"joined" | "gone" | "has-one">;
}
