import type { UserId } from "../../core/contract/fields";
import type { OrganizationId } from "../../core/ids";
import type {
  Directory,
  Invite,
  Member,
  Membership,
  OrganizationRecord,
  User,
} from "../../core/ports/directory";

type Pending = { readonly invite: Invite; readonly tokenHash: string };

/** People, organizations and invites in maps; each call is one step. */
export const createMemoryDirectory = (): Directory => {
  const users = new Map<UserId, User>();
  const organizations = new Map<OrganizationId, OrganizationRecord>();
  const invites = new Map<string, Pending>();

  const nameOf = ({ organization, id }: Pick<Invite, "organization" | "id">) =>
    `${organization}/${id}`;
  const isThere = (organization: OrganizationId | undefined): boolean => {
    const record = organization && organizations.get(organization);
    return record !== undefined && record.deletedAt === undefined;
  };
  const membersOf = (organization: OrganizationId): readonly Member[] =>
    [...users.values()].flatMap(({ id, email, membership }) =>
      membership?.organization === organization
        ? [{ user: id, email, role: membership.role, since: membership.since }]
        : [],
    );
  const change = (id: UserId, fields: Partial<User>) => {
    const user = users.get(id);
    if (user) users.set(id, { ...user, ...fields });
  };
  const join = (id: UserId, membership: Membership): boolean => {
    const user = users.get(id);
    if (!user) throw new Error(`the directory knows no user ${id}`);
    if (isThere(user.membership?.organization)) return false;
    users.set(id, { ...user, membership });
    return true;
  };
  const isLastOwner = (organization: OrganizationId, user: UserId): boolean => {
    const owners = membersOf(organization).filter(({ role }) => role === "owner");
    return owners.length === 1 && owners[0]?.user === user;
  };
  /** The member, where they are one of this organization. */
  const memberIn = (organization: OrganizationId, id: UserId) => {
    const user = users.get(id);
    const membership = user?.membership;
    return user && membership?.organization === organization ? { user, membership } : undefined;
  };

  return {
    findUser: async (user) => users.get(user),
    addUser: async (user) => {
      if (!users.has(user.id)) users.set(user.id, { ...user, sessionsFrom: 0 });
    },
    setEmail: async (user, email) => change(user, { email }),
    endSessions: async (user, before) => {
      const sessionsFrom = Math.max(before, users.get(user)?.sessionsFrom ?? 0);
      change(user, { sessionsFrom });
    },

    findOrganization: async (organization) => organizations.get(organization),
    async *organizations() {
      yield* [...organizations.values()].filter(({ id }) => isThere(id));
    },
    addOrganization: async (organization, owner, at) => {
      if (organizations.has(organization)) {
        throw new Error(`there is an organization ${organization} already`);
      }
      if (!join(owner, { organization, role: "owner", since: at })) return "has-one";
      organizations.set(organization, { id: organization, createdAt: at });
      return "added";
    },
    markDeleted: async (organization, at) => {
      const record = organizations.get(organization);
      if (record) organizations.set(organization, { deletedAt: at, ...record });
    },

    listMembers: async (organization) => membersOf(organization),
    changeRole: async (organization, user, role) => {
      const member = memberIn(organization, user);
      if (!member) return "not-found";
      if (role !== "owner" && isLastOwner(organization, user)) return "last-owner";
      change(user, { membership: { ...member.membership, role } });
      return "changed";
    },
    removeMember: async (organization, user) => {
      const member = memberIn(organization, user);
      if (!member) return "not-found";
      if (isLastOwner(organization, user)) return "last-owner";
      const { membership: _, ...alone } = member.user;
      users.set(user, alone);
      return "removed";
    },

    putInvite: async (invite, tokenHash) => {
      const earlier = invites.get(nameOf(invite));
      if (earlier && earlier.invite.expiresAt > invite.sentAt) return "has-one";
      invites.set(nameOf(invite), { invite, tokenHash });
      return "put";
    },
    renewInvite: async (invite, tokenHash) => {
      if (!invites.has(nameOf(invite))) return "not-found";
      invites.set(nameOf(invite), { invite, tokenHash });
      return "renewed";
    },
    findInvite: async (tokenHash) =>
      [...invites.values()].find((pending) => pending.tokenHash === tokenHash)?.invite,
    getInvite: async (organization, id) => invites.get(nameOf({ organization, id }))?.invite,
    listInvites: async (organization) =>
      [...invites.values()].flatMap(({ invite }) =>
        invite.organization === organization ? [invite] : [],
      ),
    removeInvite: async (organization, id) =>
      invites.delete(nameOf({ organization, id })) ? "removed" : "not-found",
    acceptInvite: async (invite, user, at) => {
      const pending = invites.get(nameOf(invite))?.invite;
      if (pending?.sentAt !== invite.sentAt) return "gone";
      const { organization, role } = pending;
      if (isThere(users.get(user)?.membership?.organization)) return "has-one";
      if (!isThere(organization)) return "gone";
      join(user, { organization, role, since: at });
      invites.delete(nameOf(invite));
      return "joined";
    },
  };
};
