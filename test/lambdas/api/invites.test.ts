import {
  acceptInvite,
  createInvite,
  previewInvite,
  resendInvite,
  withdrawInvite,
} from "../../../core/contract/invites";
import { RequestError } from "../../../core/errors";
import type { Letter } from "../../../core/ports/mailer";
import { createInviteHandlers } from "../../../lambdas/api/invites/handlers";
import { settingsOf } from "../../contracts/access-store-guarantees";
import { addUser, noon, week } from "../../contracts/directory-world";
import { callApi } from "../../support/api-call";
import { openApiWorld, tokenOf } from "../../support/api-world";

const email = "new@example.com";

const prepare = async (mostMembers = Number.POSITIVE_INFINITY) => {
  const world = openApiWorld();
  const { directory, now, log } = world;
  const { organization, by } = await world.staff();
  const letters: { readonly to: string; readonly letter: Letter }[] = [];
  const mail = { fails: false };
  let drawn = 0;
  const api = world.open(
    createInviteHandlers({
      directory,
      now,
      log,
      dashboardUrl: "https://app.example.com",
      settings: { find: async (id) => settingsOf(id) },
      planLimits: {
        check: async (_, limit, count) => {
          if (count >= mostMembers) throw new RequestError(402, "plan_limit", `${limit} are full`);
        },
      },
      randomBytes: (count) => {
        drawn += 1;
        return new Uint8Array(count).fill(drawn);
      },
      mailer: {
        send: async (to, letter) => {
          if (mail.fails) throw new Error(`refused ${to}`);
          letters.push({ to, letter });
        },
      },
    }),
  );
  const asAdmin = { token: tokenOf(by.admin) };
  const asOwner = { token: tokenOf(by.owner) };
  const invite = (role: "owner" | "member" = "member", as = asAdmin) =>
    callApi(api, createInvite, { ...as, body: { email, role } });
  const lastToken = () =>
    /https:\/\/app\.example\.com\/invite\?token=([\w-]{43})/.exec(
      letters.at(-1)?.letter.text ?? "",
    )?.[1] ?? "none";
  const guest = async (address = email) => {
    const user = await addUser(directory);
    await directory.setEmail(user, address);
    return user;
  };
  const accept = async (token: string, address = email) =>
    callApi(api, acceptInvite, { token: tokenOf(await guest(address)), body: { token } });
  const preview = (token: string) => callApi(api, previewInvite, { body: { token } });
  return {
    world,
    api,
    organization,
    by,
    letters,
    mail,
    asAdmin,
    asOwner,
    invite,
    lastToken,
    accept,
    preview,
  };
};

describe("invites", () => {
  test("whoever is invited gets a link, sees where it leads, and joins by it once", async () => {
    const { world, organization, letters, invite, lastToken, accept, preview } = await prepare();
    const sent = await invite();
    expect(sent).toMatchObject({ status: 201, body: { email, role: "member", expired: false } });
    expect(letters.map(({ to }) => to)).toEqual([email]);
    const token = lastToken();
    expect(await preview(token)).toMatchObject({
      status: 200,
      body: { organization: "Acme", email, role: "member" },
    });
    expect(await accept(token)).toMatchObject({ status: 200, body: { email, role: "member" } });
    expect((await accept(token)).code).toBe("not_found");
    expect((await preview(token)).code).toBe("not_found");
    const rows = world.audit.rows.filter((row) => row.organization === organization);
    expect(rows.map(({ action }) => action)).toEqual(["invites.create", "invites.accept"]);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("the answer, the store and the log hold no token", async () => {
    const { world, organization, invite, lastToken } = await prepare();
    const sent = await invite();
    const stored = await world.directory.listInvites(organization);
    expect(JSON.stringify([sent, stored, world.lines])).not.toContain(lastToken());
  });

  test("owners alone invite an owner, send that again, and withdraw it", async () => {
    const { api, asAdmin, asOwner, invite } = await prepare();
    expect((await invite("owner")).code).toBe("forbidden");
    const sent = await invite("owner", asOwner);
    const params = { invite: String(sent.body?.id) };
    for (const operation of [resendInvite, withdrawInvite]) {
      expect((await callApi(api, operation, { ...asAdmin, params })).code).toBe("forbidden");
      expect((await callApi(api, operation, { ...asOwner, params })).status).toBeLessThan(300);
    }
  });

  test("nobody is invited for whom the plan has no room, pending invites counted", async () => {
    // Four members, one of each role.
    const { world, api, asAdmin, invite } = await prepare(5);
    expect((await invite()).status).toBe(201);
    const another = { ...asAdmin, body: { email: "second@example.com", role: "viewer" } } as const;
    const refused = await callApi(api, createInvite, another);
    expect(refused).toMatchObject({ status: 402, code: "plan_limit" });
    // Of one that has run out the place is free again.
    world.setClock(noon + week + 1);
    expect((await callApi(api, createInvite, another)).status).toBe(201);
  });

  test("members are not invited, and an address only once at a time", async () => {
    const { world, api, by, asAdmin, invite } = await prepare();
    const member = (await world.directory.findUser(by.member))?.email ?? "";
    const again = { ...asAdmin, body: { email: member.toUpperCase(), role: "viewer" } } as const;
    expect((await callApi(api, createInvite, again)).code).toBe("already_member");
    const outcomes = await Promise.all([invite(), invite()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await invite()).code).toBe("already_invited");
    world.setClock(noon + week);
    expect((await invite()).status).toBe(201);
  });

  test("sending again makes the earlier link worthless, withdrawing every link", async () => {
    const { api, asAdmin, invite, lastToken, preview } = await prepare();
    const params = { invite: String((await invite()).body?.id) };
    const first = lastToken();
    expect((await callApi(api, resendInvite, { ...asAdmin, params })).status).toBe(200);
    const second = lastToken();
    expect((await preview(first)).status).toBe(404);
    expect((await preview(second)).status).toBe(200);
    expect((await callApi(api, withdrawInvite, { ...asAdmin, params })).status).toBe(204);
    expect((await preview(second)).status).toBe(404);
    for (const operation of [resendInvite, withdrawInvite]) {
      expect((await callApi(api, operation, { ...asAdmin, params })).code).toBe("not_found");
    }
  });

  test("a mail that is refused leaves nothing half done", async () => {
    const { world, api, organization, mail, asAdmin, invite, lastToken, preview } = await prepare();
    mail.fails = true;
    expect(await invite()).toMatchObject({ status: 502, code: "mail_failed" });
    expect(await world.directory.listInvites(organization)).toEqual([]);
    expect(JSON.stringify(world.lines)).not.toContain(email);
    mail.fails = false;
    const params = { invite: String((await invite()).body?.id) };
    mail.fails = true;
    expect((await callApi(api, resendInvite, { ...asAdmin, params })).code).toBe("mail_failed");
    expect((await preview(lastToken())).status).toBe(200);
  });

  test("another address, an old link and a deleted organization are no way in", async () => {
    const { world, organization, invite, lastToken, accept, preview } = await prepare();
    await invite();
    const token = lastToken();
    const refused = await accept(token, "other@example.com");
    expect(refused).toMatchObject({ status: 403, code: "other_email" });
    expect(JSON.stringify(refused.body)).not.toContain(email);
    world.setClock(noon + week);
    expect(await accept(token)).toMatchObject({ status: 410, code: "invite_expired" });
    expect(await preview(token)).toMatchObject({ status: 410, code: "invite_expired" });
    await world.directory.markDeleted(organization, noon);
    expect(await accept(token)).toEqual(await accept("x".repeat(43)));
  });
});
