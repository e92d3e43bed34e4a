import {
  attributesOf,
  confirmed,
  inviteTo,
  somebody,
  startTriggerWorld,
  type TriggerWorld,
  triggerEvent,
} from "./world";

let world: TriggerWorld;
beforeAll(async () => {
  world = await startTriggerWorld();
});
afterAll(() => world.dispose());

const membershipOf = async (person: ReturnType<typeof somebody>) =>
  (await world.directory.findUser(person.id))?.membership;

const settingsOf = async (person: ReturnType<typeof somebody>) => {
  const organization = (await membershipOf(person))?.organization;
  return (await world.settings()).filter(({ id }) => id === organization);
};

describe("whoever confirms their sign-up", () => {
  test("owns a new organization with the name and time zone of the form", async () => {
    const person = somebody();
    const event = confirmed(person, { organization: " Acme ", timeZone: "Asia/Kolkata" });
    expect(await world.handler(event)).toEqual(event);
    expect(await world.directory.findUser(person.id)).toMatchObject({
      email: person.email,
      membership: { role: "owner" },
    });
    expect(await settingsOf(person)).toMatchObject([
      { name: "Acme", timeZone: "Asia/Kolkata", routingMode: "balanced" },
    ]);
  });

  test.each([
    ["nothing", {}],
    ["what is no name and no zone", { organization: "a\nb", timeZone: "Mars/Olympus" }],
    ["too long a name", { organization: "x".repeat(101), timeZone: "" }],
  ])("owns «My organization» in UTC where the form sent %s", async (_, metadata) => {
    const person = somebody();
    await world.handler(confirmed(person, metadata));
    expect(await settingsOf(person)).toMatchObject([{ name: "My organization", timeZone: "UTC" }]);
  });

  test("has one organization, however often and at once the trigger is called", async () => {
    const person = somebody();
    const known = (await world.settings()).length;
    const event = confirmed(person, { organization: "Once" });
    await Promise.all([1, 2, 3].map(() => world.handler(event)));
    const membership = await membershipOf(person);
    await world.handler(confirmed(person, { organization: "Twice" }));
    expect(await membershipOf(person)).toEqual(membership);
    expect((await world.settings()).length).toBe(known + 1);
    expect(await settingsOf(person)).toMatchObject([{ name: "Once" }]);
  });
});

describe("whoever was invited", () => {
  test("joins with the role of the invite, once, and makes no organization", async () => {
    const person = somebody();
    const { invite, token } = await inviteTo(world.directory, person.email);
    const known = (await world.settings()).length;
    const event = confirmed(person, { invite: token });
    await Promise.all([1, 2, 3].map(() => world.handler(event)));
    await world.handler(event);
    expect(await membershipOf(person)).toMatchObject({
      organization: invite.organization,
      role: "admin",
    });
    expect(await world.directory.listInvites(invite.organization)).toEqual([]);
    expect((await world.settings()).length).toBe(known);
  });

  test("joins in whatever letters they wrote their address", async () => {
    const person = somebody();
    const { invite, token } = await inviteTo(world.directory, person.email);
    const loud = { ...person, email: person.email.toUpperCase() };
    await world.handler(confirmed(loud, { invite: token }));
    expect((await membershipOf(person))?.organization).toBe(invite.organization);
  });

  test.each([
    ["the invite has expired", { expiresAt: Date.now() - 1 }],
    ["the invite is for another address", { email: "other@example.com" }],
  ])("gets an organization of their own where %s", async (_, fields) => {
    const person = somebody();
    const { invite, token } = await inviteTo(world.directory, person.email, fields);
    await world.handler(confirmed(person, { invite: token }));
    const membership = await membershipOf(person);
    expect(membership?.role).toBe("owner");
    expect(membership?.organization).not.toBe(invite.organization);
    expect(await world.directory.listInvites(invite.organization)).toHaveLength(1);
  });

  test("gets an organization of their own where the invite was withdrawn", async () => {
    const person = somebody();
    const { invite, token } = await inviteTo(world.directory, person.email);
    await world.directory.removeInvite(invite.organization, invite.id);
    await world.handler(confirmed(person, { invite: token }));
    expect((await membershipOf(person))?.role).toBe("owner");
  });

  test("is not let in by an address that nobody has proved", async () => {
    const person = somebody();
    const { invite, token } = await inviteTo(world.directory, person.email);
    const userAttributes = { ...attributesOf(person), email_verified: "false" };
    const clientMetadata = { invite: token };
    await world.handler(
      triggerEvent("PostConfirmation_ConfirmSignUp", { userAttributes, clientMetadata }),
    );
    expect((await membershipOf(person))?.organization).not.toBe(invite.organization);
  });
});

describe("whoever has set a new password", () => {
  test("is signed out of all sessions, and may sign in again when the trigger has answered", async () => {
    const person = somebody();
    await world.handler(confirmed(person));
    const began = Date.now();
    const event = triggerEvent("PostConfirmation_ConfirmForgotPassword", {
      userAttributes: attributesOf(person),
    });
    expect(await world.handler(event)).toEqual(event);
    const sessionsFrom = (await world.directory.findUser(person.id))?.sessionsFrom ?? 0;
    expect(sessionsFrom).toBeGreaterThan(began);
    expect(sessionsFrom).toBeLessThanOrEqual(Date.now());
  });
});

test("a failure tells the user nothing of the inside", async () => {
  const event = triggerEvent("PostConfirmation_ConfirmSignUp", {
    userAttributes: { sub: "no-uuid", email: "ada@example.com" },
  });
  await expect(world.handler(event)).rejects.toThrow(/^this went wrong on our side; try again$/);
});
