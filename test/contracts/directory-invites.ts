import type { InviteId } from "../../core/contract/fields";
import type { Directory } from "../../core/ports/directory";
import { freshOrganization } from "./cloud";
import {
  addUser,
  bothViews,
  freshHash,
  inviteTo,
  membershipOf,
  noon,
  prepareOrganization,
  week,
} from "./directory-world";

const placing = (open: () => Directory): void => {
  test("an invite is found by its token's hash, by its id, and in its organization's list", async () => {
    const directory = open();
    const organization = freshOrganization();
    const hash = freshHash();
    const invite = inviteTo(organization, { role: "admin" });
    expect(await directory.putInvite(invite, hash)).toBe("put");
    expect(await directory.findInvite(hash)).toEqual(invite);
    expect(await directory.getInvite(organization, invite.id)).toEqual(invite);
    expect(await directory.listInvites(organization)).toEqual([invite]);
  });

  test("an invite is none of another organization", async () => {
    const directory = open();
    const invite = inviteTo(freshOrganization());
    await directory.putInvite(invite, freshHash());
    const other = freshOrganization();
    expect(await directory.getInvite(other, invite.id)).toBeUndefined();
    expect(await directory.listInvites(other)).toEqual([]);
    expect(await directory.removeInvite(other, invite.id)).toBe("not-found");
    expect(await directory.findInvite(freshHash())).toBeUndefined();
  });

  test("a second invite of the same id waits until the first has expired", async () => {
    const directory = open();
    const organization = freshOrganization();
    const [first, second] = [freshHash(), freshHash()];
    const invite = inviteTo(organization);
    await directory.putInvite(invite, first);
    const early = { ...invite, sentAt: invite.expiresAt - 1 };
    expect(await directory.putInvite(early, second)).toBe("has-one");
    expect(await directory.findInvite(second)).toBeUndefined();
    const late = { ...invite, sentAt: invite.expiresAt, expiresAt: invite.expiresAt + week };
    expect(await directory.putInvite(late, second)).toBe("put");
    expect(await directory.findInvite(first)).toBeUndefined();
    expect(await directory.findInvite(second)).toEqual(late);
  });

  test("of two put at once one stands, whole", async () => {
    const directory = open();
    const organization = freshOrganization();
    const hashes = [freshHash(), freshHash()];
    const outcomes = await Promise.all(
      hashes.map((hash) => directory.putInvite(inviteTo(organization), hash)),
    );
    expect([...outcomes].sort()).toEqual(["has-one", "put"]);
    const found = await Promise.all(hashes.map((hash) => directory.findInvite(hash)));
    expect(found.map((invite) => invite !== undefined)).toEqual(
      outcomes.map((outcome) => outcome === "put"),
    );
  });

  test("a new token takes the place of the old one at once", async () => {
    const directory = open();
    const organization = freshOrganization();
    const [first, second] = [freshHash(), freshHash()];
    const invite = inviteTo(organization);
    await directory.putInvite(invite, first);
    const renewed = { ...invite, sentAt: noon + 5, expiresAt: noon + 5 + week };
    expect(await directory.renewInvite(renewed, second)).toBe("renewed");
    expect(await directory.findInvite(first)).toBeUndefined();
    expect(await directory.findInvite(second)).toEqual(renewed);
    expect(await directory.listInvites(organization)).toEqual([renewed]);
  });

  test("what was withdrawn stays so: no token finds it, and it can't be renewed", async () => {
    const directory = open();
    const organization = freshOrganization();
    const hash = freshHash();
    const invite = inviteTo(organization);
    await directory.putInvite(invite, hash);
    expect(await directory.removeInvite(organization, invite.id)).toBe("removed");
    expect(await directory.removeInvite(organization, invite.id)).toBe("not-found");
    expect(await directory.renewInvite(invite, freshHash())).toBe("not-found");
    expect(await directory.findInvite(hash)).toBeUndefined();
    expect(await directory.listInvites(organization)).toEqual([]);
  });

  test("many invites are all listed", async () => {
    const directory = open();
    const organization = freshOrganization();
    const ids = Array.from({ length: 30 }, (_, at) => `Invite00000001${at + 10}` as InviteId);
    await Promise.all(
      ids.map((id) => directory.putInvite(inviteTo(organization, { id }), freshHash())),
    );
    expect((await directory.listInvites(organization)).map(({ id }) => id).sort()).toEqual(ids);
  });
};

const joining = (open: () => Directory): void => {
  const prepare = async () => {
    const directory = open();
    const { organization, owner } = await prepareOrganization(directory);
    const invite = inviteTo(organization);
    const hash = freshHash();
    await directory.putInvite(invite, hash);
    return { directory, organization, owner, invite, hash };
  };

  test("whoever accepts is a member, and the invite is gone", async () => {
    const { directory, organization, owner, invite, hash } = await prepare();
    const user = await addUser(directory);
    expect(await directory.acceptInvite(invite, user, noon + 9)).toBe("joined");
    expect(await membershipOf(directory, user)).toEqual({
      organization,
      role: "member",
      since: noon + 9,
    });
    const { listed, own } = await bothViews(directory, organization, [owner, user]);
    expect(listed).toHaveLength(2);
    expect(own).toEqual(listed);
    expect(await directory.findInvite(hash)).toBeUndefined();
    expect(await directory.getInvite(organization, invite.id)).toBeUndefined();
  });

  test("of many who accept at once one joins", async () => {
    const { directory, organization, invite } = await prepare();
    const users = await Promise.all(Array.from({ length: 5 }, () => addUser(directory)));
    const outcomes = await Promise.all(
      users.map((user) => directory.acceptInvite(invite, user, noon)),
    );
    expect([...outcomes].sort()).toEqual(["gone", "gone", "gone", "gone", "joined"]);
    expect(await directory.listMembers(organization)).toHaveLength(2);
  });

  test("whoever is in an organization can't accept, and the invite stays", async () => {
    const { directory, owner, invite, hash } = await prepare();
    const { owner: stranger } = await prepareOrganization(directory);
    for (const user of [owner, stranger]) {
      expect(await directory.acceptInvite(invite, user, noon)).toBe("has-one");
    }
    expect(await directory.findInvite(hash)).toEqual(invite);
  });

  test("what was withdrawn or sent anew since it was read is gone", async () => {
    const { directory, organization, invite } = await prepare();
    const user = await addUser(directory);
    const renewed = { ...invite, sentAt: noon + 1 };
    await directory.renewInvite(renewed, freshHash());
    expect(await directory.acceptInvite(invite, user, noon)).toBe("gone");
    await directory.removeInvite(organization, invite.id);
    expect(await directory.acceptInvite(renewed, user, noon)).toBe("gone");
    expect(await membershipOf(directory, user)).toBeUndefined();
  });

  test.each(["member", "owner"] as const)(
    "nobody joins a deleted organization as %s",
    async (role) => {
      const { directory, organization } = await prepare();
      const invite = inviteTo(organization, { id: "Invite0000000002" as InviteId, role });
      await directory.putInvite(invite, freshHash());
      await directory.markDeleted(organization, noon);
      const user = await addUser(directory);
      expect(await directory.acceptInvite(invite, user, noon)).toBe("gone");
      expect(await membershipOf(directory, user)).toBeUndefined();
    },
  );
};

/** Who may come in by which link, once. */
export const inviteGuarantees = (open: () => Directory): void => {
  placing(open);
  joining(open);
};
