import { getConfig } from "../../core/contract/config";
import { dashboardClient } from "./dashboard";
import { linkIn, openInbox } from "./inbox";
import { signInClient } from "./sign-in";

/** Somebody who signed up by the public ways alone. */
export const openAccounts = async (dashboardUrl: string) => {
  const { body: config } = await dashboardClient(dashboardUrl)(getConfig);
  const auth = signInClient(config);
  const inbox = openInbox(dashboardUrl);
  const tokenOf = async (email: string, password: string): Promise<string> =>
    (await auth.signIn(email, password)).getAccessToken().getJwtToken();
  return {
    auth,
    inbox,
    tokenOf,
    /** Signs up, opens the link of the mail, signs in. */
    async signUp(email: string, password: string, metadata: Record<string, string> = {}) {
      await auth.signUp(email, password, metadata);
      const mail = await inbox.find(email, ({ text }) => text.includes("/confirm?"));
      const link = linkIn(mail, "/confirm");
      const invite = link.get("invite");
      await auth.confirm(email, link.get("code") ?? "", {
        ...metadata,
        ...(invite !== null && { invite }),
      });
      return tokenOf(email, password);
    },
  };
};
