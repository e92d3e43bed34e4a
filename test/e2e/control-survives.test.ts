import { createKey, listKeys } from "../../core/contract/keys";
import { getMe } from "../../core/contract/me";
import { openAccounts } from "../support/account";
import { dashboardClient } from "../support/dashboard";
import { newDataDir, startProduct } from "../support/product";

const email = "ada@example.com";
const password = "correct horse 9";

test("accounts, keys, sessions and mail outlive a pulled plug", async () => {
  const dataDir = newDataDir();
  const before = await startProduct({}, dataDir);
  const accounts = await openAccounts(before.dashboardUrl);
  const token = await accounts.signUp(email, password);
  const call = dashboardClient(before.dashboardUrl, token);
  const { body: me } = await call(getMe);
  const { body: made } = await call(createKey, { body: { name: "Prod", environment: "prod" } });
  const mails = await accounts.inbox.list();
  await before.kill();

  const after = await startProduct({}, dataDir);
  try {
    expect(after.password).toBe(before.password);
    // A session goes on: its token is still verified by the same keys.
    const again = dashboardClient(after.dashboardUrl, token);
    expect((await again(getMe)).body).toEqual(me);
    expect((await again(listKeys)).body.keys.map(({ id }) => id)).toEqual([made.key.id]);
    const reopened = await openAccounts(after.dashboardUrl);
    expect(await reopened.inbox.list()).toEqual(mails);
    expect((await reopened.auth.signIn(email, password)).isValid()).toBe(true);
    // The first user's password is not drawn anew.
    expect((await reopened.auth.signIn(after.email, after.password)).isValid()).toBe(true);
  } finally {
    await after.dispose();
  }
});
