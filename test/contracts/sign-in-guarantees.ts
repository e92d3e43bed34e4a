import { randomUUID } from "node:crypto";
import type { UserId } from "../../core/contract/fields";
import type { SignIn } from "../../core/ports/sign-in";

export type SignInPool = {
  readonly signIn: SignIn;
  add(email: string, verified: boolean): Promise<UserId>;
};

let people = 0;
const freshEmail = () => {
  people += 1;
  return `Ada${people}@Example.com`;
};

/** What the control plane counts on, of whatever signs users in. */
export const signInGuarantees = (pool: () => SignInPool): void => {
  const nobody = randomUUID() as string as UserId;

  test("a verified address is told in lower case", async () => {
    const email = freshEmail();
    const user = await pool().add(email, true);
    expect(await pool().signIn.emailOf(user)).toBe(email.toLowerCase());
  });

  test("an address that is not verified is not told", async () => {
    const user = await pool().add(freshEmail(), false);
    expect(await pool().signIn.emailOf(user)).toBeUndefined();
  });

  test("nobody has no address, and can be signed out and removed", async () => {
    const { signIn } = pool();
    expect(await signIn.emailOf(nobody)).toBeUndefined();
    await signIn.signOut(nobody);
    await signIn.remove(nobody);
  });

  test("who is removed is nobody, also the second time", async () => {
    const { signIn, add } = pool();
    const user = await add(freshEmail(), true);
    await signIn.remove(user);
    expect(await signIn.emailOf(user)).toBeUndefined();
    await signIn.remove(user);
  });
};
