import type { accountOperations } from "../../../core/contract/account";
import type { HandlersOf } from "../handler";
import { type AccountParts, deleteAccount } from "./delete-account";

export type { AccountParts } from "./delete-account";

export const createAccountHandlers = (
  parts: AccountParts,
): HandlersOf<typeof accountOperations> => ({
  "account.delete": async ({ actor, body: { confirmation } }) => {
    const { organization, user } = actor;
    const { email } = user;
    const stoppedAt = await deleteAccount({ organization, email, confirmation }, parts);
    return { keysStoppedAt: new Date(stoppedAt).toISOString(), receiptTo: email };
  },
});
