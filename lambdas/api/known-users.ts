import type { Directory } from "../../core/ports/directory";
import type { SignIn } from "../../core/ports/sign-in";

/**
 * The directory's users, and those whom the sign-in service alone knows: somebody who was confirmed
 * while our trigger failed is added as they come, and may then make an organization.
 *
 * @param now - milliseconds since 1970 UTC.
 */
export const createKnownUsers = (
  directory: Pick<Directory, "findUser" | "addUser">,
  signIn: Pick<SignIn, "emailOf">,
  now: () => number,
): Pick<Directory, "findUser"> => ({
  async findUser(id) {
    const known = await directory.findUser(id);
    if (known) return known;
    const email = await signIn.emailOf(id);
    if (email === undefined) return undefined;
    await directory.addUser({ id, email, createdAt: now() });
    return directory.findUser(id);
  },
});
