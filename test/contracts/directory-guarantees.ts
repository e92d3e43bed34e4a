import type { OrganizationId } from "../../core/ids";
import type { Directory } from "../../core/ports/directory";
import { freshOrganization } from "./cloud";
import {
  addMember,
  addUser,
  bothViews,
  emailOf,
  freshHash,
  freshUser,
  inviteTo,
  membershipOf,
  noon,
  prepareOrganization,
} from "./directory-world";

const userGuarantees = (open: () => Directory): void => {
  test("an unknown user is none", async () => {
    expect(await open().findUser(freshUser())).toBeUndefined();
  });

  test("a user comes back as they were added, and adding them again changes nothing", async () => {
    const directory = open();
    const id = await addUser(directory);
    await directory.endSessions(id, 500);
    await directory.addUser({ id, email: "other@example.com", createdAt: 1 });
    expect(await directory.findUser(id)).toEqual({
      id,
      email: emailOf(id),
      createdAt: noon,
      sessionsFrom: 500,
    });
  });

  test("sessions end up to a time, which never goes back", async () => {
    const directory = open();
    const id = await addUser(directory);
    const since = async () => (await directory.findUser(id))?.sessionsFrom;
    expect(await since()).toBe(0);
    await directory.endSessions(id, 200);
    await directory.endSessions(id, 100);
    expect(await since()).toBe(200);
    await directory.endSessions(id, 300);
    expect(await since()).toBe(300);
  });

  test("ending the sessions of nobody, or naming their address, makes no user", async () => {
    const directory = open();
    const id = freshUser();
    await directory.endSessions(id, 100);
    await directory.setEmail(id, "nobody@example.com");
    expect(await directory.findUser(id)).toBeUndefined();
  });

  test("an address changes with its copy in the members' list", async () => {
    const directory = open();
    const { organization, owner } = await prepareOrganization(directory);
    const alone = await addUser(directory);
    await directory.setEmail(owner, "renamed@example.com");
    await directory.setEmail(alone, "alone@example.com");
    expect((await directory.findUser(alone))?.email).toBe("alone@example.com");
    const { listed, own } = await bothViews(directory, organization, [owner]);
    expect(listed).toEqual([
      { user: owner, email: "renamed@example.com", role: "owner", since: noon },
    ]);
    expect(own).toEqual(listed);
  });
};

const organizationGuarantees = (open: () => Directory): void => {
  const all = async (directory: Directory): Promise<readonly OrganizationId[]> => {
    const ids: OrganizationId[] = [];
    for await (const { id } of directory.organizations()) ids.push(id);
    return ids;
  };

  test("whoever makes an organization is its owner, and it is listed", async () => {
    const directory = open();
    const { organization, owner } = await prepareOrganization(directory);
    expect(await directory.findOrganization(organization)).toEqual({
      id: organization,
      createdAt: noon,
    });
    expect(await membershipOf(directory, owner)).toEqual({
      organization,
      role: "owner",
      since: noon,
    });
    expect(await all(directory)).toContain(organization);
    expect(await directory.findOrganization(freshOrganization())).toBeUndefined();
  });

  test("whoever is in an organization makes no other", async () => {
    const directory = open();
    const { organization, owner } = await prepareOrganization(directory);
    const second = freshOrganization();
    expect(await directory.addOrganization(second, owner, noon)).toBe("has-one");
    expect(await directory.findOrganization(second)).toBeUndefined();
    expect((await membershipOf(directory, owner))?.organization).toBe(organization);
  });

  test("two organizations made at once by one user are one", async () => {
    const directory = open();
    const owner = await addUser(directory);
    const ids = [freshOrganization(), freshOrganization()];
    const outcomes = await Promise.all(ids.map((id) => directory.addOrganization(id, owner, noon)));
    expect([...outcomes].sort()).toEqual(["added", "has-one"]);
    const there = await Promise.all(ids.map((id) => directory.findOrganization(id)));
    expect(there.filter((record) => record !== undefined)).toHaveLength(1);
  });

  test("a deleted organization says since when, and is listed no more", async () => {
    const directory = open();
    const { organization } = await prepareOrganization(directory);
    const { organization: other } = await prepareOrganization(directory);
    await directory.markDeleted(organization, 100);
    await directory.markDeleted(organization, 200);
    await directory.markDeleted(freshOrganization(), 300);
    expect((await directory.findOrganization(organization))?.deletedAt).toBe(100);
    const listed = await all(directory);
    expect(listed).toContain(other);
    expect(listed).not.toContain(organization);
  });

  test("members of a deleted organization may make or join another", async () => {
    const directory = open();
    const { organization, owner } = await prepareOrganization(directory);
    const member = await addMember(directory, organization, "member");
    await directory.markDeleted(organization, noon + 1);
    const next = freshOrganization();
    expect(await directory.addOrganization(next, owner, noon + 2)).toBe("added");
    const invite = inviteTo(next, { email: emailOf(member) });
    await directory.putInvite(invite, freshHash());
    expect(await directory.acceptInvite(invite, member, noon + 3)).toBe("joined");
    expect(await directory.listMembers(organization)).toEqual([]);
    const { listed, own } = await bothViews(directory, next, [owner, member]);
    expect(listed).toHaveLength(2);
    expect(own).toEqual(listed);
  });
};

const memberGuarantees = (open: () => Directory): void => {
  test("a role changes for the request and in the list at once", async () => {
    const directory = open();
    const { organization, owner } = await prepareOrganization(directory);
    const user = await addMember(directory, organization, "viewer");
    expect(await directory.changeRole(organization, user, "admin")).toBe("changed");
    expect(await directory.changeRole(organization, user, "admin")).toBe("changed");
    const { listed, own } = await bothViews(directory, organization, [owner, user]);
    expect(listed.find((one) => one.user === user)?.role).toBe("admin");
    expect(own).toEqual(listed);
  });

  test("the last owner is neither demoted nor removed, a last but one is", async () => {
    const directory = open();
    const { organization, owner } = await prepareOrganization(directory);
    const user = await addMember(directory, organization, "admin");
    expect(await directory.changeRole(organization, owner, "admin")).toBe("last-owner");
    expect(await directory.removeMember(organization, owner)).toBe("last-owner");
    expect((await membershipOf(directory, owner))?.role).toBe("owner");
    expect(await directory.changeRole(organization, user, "owner")).toBe("changed");
    expect(await directory.removeMember(organization, owner)).toBe("removed");
    expect(await directory.changeRole(organization, user, "viewer")).toBe("last-owner");
  });

  test("an owner who joined by an invite counts as one", async () => {
    const directory = open();
    const { organization, owner } = await prepareOrganization(directory);
    const second = await addMember(directory, organization, "owner");
    expect(await directory.changeRole(organization, owner, "member")).toBe("changed");
    expect(await directory.removeMember(organization, second)).toBe("last-owner");
  });

  test("whoever is removed is a user without an organization, and may join again", async () => {
    const directory = open();
    const { organization } = await prepareOrganization(directory);
    const user = await addMember(directory, organization, "member");
    expect(await directory.removeMember(organization, user)).toBe("removed");
    expect(await directory.removeMember(organization, user)).toBe("not-found");
    expect(await directory.findUser(user)).toEqual({
      id: user,
      email: emailOf(user),
      createdAt: noon,
      sessionsFrom: 0,
    });
    expect((await directory.listMembers(organization)).map((one) => one.user)).not.toContain(user);
    expect(await directory.addOrganization(freshOrganization(), user, noon)).toBe("added");
  });

  test("members of others, and nobody, are not found and not touched", async () => {
    const directory = open();
    const { organization } = await prepareOrganization(directory);
    const { owner: stranger } = await prepareOrganization(directory);
    for (const user of [stranger, freshUser()]) {
      expect(await directory.changeRole(organization, user, "viewer")).toBe("not-found");
      expect(await directory.removeMember(organization, user)).toBe("not-found");
    }
    expect((await membershipOf(directory, stranger))?.role).toBe("owner");
  });
};

/** Who belongs where, and with which role. */
export const directoryGuarantees = (open: () => Directory): void => {
  userGuarantees(open);
  organizationGuarantees(open);
  memberGuarantees(open);
};
